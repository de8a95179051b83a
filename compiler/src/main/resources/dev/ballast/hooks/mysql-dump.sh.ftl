<#include "fail.sh.ftl">
<#include "password.sh.ftl">
export MYSQL_PWD="$password"
<#include "dump-file.sh.ftl">
set -- --user=[=user]
<#if host?has_content>
set -- "$@" --host=[=host]
</#if>
<#if port?has_content>
set -- "$@" --port=[=port]
</#if>
set -- "$@" --single-transaction --quick --routines --events --triggers --hex-blob --comments
[=dumper] "$@" --result-file="$partial" <#if database?has_content>--databases -- [=database]<#else>--all-databases</#if>
tail -n 1 -- "$partial" | grep -q '^-- Dump completed' || fail 'the dump is not complete'
<#include "dump-done.sh.ftl">
