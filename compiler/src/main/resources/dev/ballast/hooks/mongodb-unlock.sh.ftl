<#include "mongodb.sh.ftl">
<#include "let-go.sh.ftl">
if ! grep -q -e '^ballast-unlocked' -e '^ballast-expired' -e '^ballast-lost' "$state/log"; then
  release || true
fi
<#include "verdict.sh.ftl">
