<#if passwordFile?has_content>
password=$(cat -- [=passwordFile]) || fail 'the password file cannot be read'
<#elseif passwordVariable?has_content>
password=$(printenv [=passwordVariable]) || fail 'the environment variable of the password is not set'
<#else>
password=
</#if>
