<#include "fail.sh.ftl">
<#include "postgres.sh.ftl">
<#include "dump-file.sh.ftl">
<#if database?has_content>
pg_dump --no-password --format=custom --file="$partial"
pg_restore --list "$partial" >/dev/null || fail 'the dump cannot be read back'
<#else>
pg_dumpall --no-password --file="$partial"
tail -n 5 -- "$partial" | grep -q 'database cluster dump complete' || fail 'the dump is not complete'
</#if>
<#include "dump-done.sh.ftl">
