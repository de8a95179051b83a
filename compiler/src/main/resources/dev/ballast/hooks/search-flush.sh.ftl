<#include "fail.sh.ftl">
<#if user?has_content>
<#include "password.sh.ftl">
</#if>
patience=[=timeout]
patience=$((patience > 10 ? patience - 5 : patience))
set -- --silent --show-error --fail --globoff --max-time "$patience" --request POST
<#if caFile?has_content>
set -- "$@" --cacert [=caFile]
</#if>
# On standard input, because the arguments of a process are open to everyone in its pod.
login() {
<#if user?has_content>
  escaped=$(printf '%s' [=user]":$password" | sed 's/[\\"]/\\&/g')
  printf 'user = "%s"\n' "$escaped"
<#else>
  :
</#if>
}
answer=$(login | curl --config - "$@" --url [=url]/[=index]/_flush'?wait_if_ongoing=true') || fail 'the flush was refused'
case $answer in
  *'"failed":0'*) ;;
  *) fail "not every shard was flushed: $answer" ;;
esac
