<#include "fail.sh.ftl">
<#include "password.sh.ftl">
export MYSQL_PWD="$password"
<#include "state.sh.ftl">
client=$(command -v mysql || command -v mariadb) || fail 'neither mysql nor mariadb is in this container'
set -- --user=[=user]
<#if host?has_content>
set -- "$@" --host=[=host]
</#if>
<#if port?has_content>
set -- "$@" --port=[=port]
</#if>
<#include "hold.sh.ftl">
held() {
  [ "$(cat -- "$state/token" 2>/dev/null)" = "$token" ]
}
# The lock lives as long as its session, so the session stays behind and is fed line by line.
# A subshell, not a group: dash keeps a copy of what a group redirects, and with it Velero's stream open.
(
  echo "SET SESSION lock_wait_timeout = $patience;"
  echo 'FLUSH TABLES WITH READ LOCK;'
  echo "SELECT 'ballast-locked';"
  spent=0
  while held && [ "$spent" -lt "$limit" ]; do
    sleep 1
    spent=$((spent + 1))
  done
  echo 'UNLOCK TABLES;'
  if [ "$spent" -lt "$limit" ]; then
    echo "SELECT 'ballast-unlocked';"
  else
    echo "SELECT 'ballast-expired';"
  fi
) </dev/null 2>/dev/null | "$client" "$@" --batch --unbuffered --skip-column-names --skip-reconnect >"$state/log" 2>&1 &
session=$!
echo "$session" >"$state/session"
<#include "wait-for-lock.sh.ftl">
