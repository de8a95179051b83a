<#include "fail.sh.ftl">
<#include "state.sh.ftl">
<#include "let-go.sh.ftl">
# The server drops the lock of a session whose client is gone.
kill "$(cat -- "$state/session")" 2>/dev/null || true
<#include "verdict.sh.ftl">
