<#include "password.sh.ftl">
PGUSER=[=user] PGPASSWORD="$password" PGCONNECT_TIMEOUT=10
export PGUSER PGPASSWORD PGCONNECT_TIMEOUT
<#if host?has_content>
PGHOST=[=host]
export PGHOST
</#if>
<#if port?has_content>
PGPORT=[=port]
export PGPORT
</#if>
<#if database?has_content>
PGDATABASE=[=database]
export PGDATABASE
</#if>
