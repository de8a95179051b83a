<#include "fail.sh.ftl">
<#include "password.sh.ftl">
[ -z "$password" ] || export REDISCLI_AUTH="$password"
patience=[=timeout]
deadline=$(($(date +%s) + (patience > 10 ? patience - 5 : patience)))
redis() {
  redis-cli -h [=host] -p [=port]<#if user?has_content> --user [=user]</#if><#if tlsCaFile?has_content> --tls --cacert [=tlsCaFile]</#if> "$@"
}
number() {
  answer=$(redis "$@" | head -n 1 | tr -d '\r')
  case $answer in
    '' | *[!0-9]*) fail "$1 answered: $answer" ;;
  esac
  echo "$answer"
}
persistence() {
  redis INFO persistence | tr -d '\r' | sed -n "s/^$1://p"
}
pause() {
  [ "$(date +%s)" -lt "$deadline" ] || fail "$1"
  sleep 1
}
# A save that runs already does not hold the newest writes.
while [ "$(persistence rdb_bgsave_in_progress)" = 1 ]; do
  pause 'an earlier save did not end in time'
done
before=$(number LASTSAVE)
# LASTSAVE counts whole seconds: within the same one a new save would not show.
now=$(number TIME)
while [ "$now" -le "$before" ]; do
  pause 'the clock of the server stands still'
  now=$(number TIME)
done
answer=$(redis BGSAVE SCHEDULE)
case $answer in
  *started*) started=yes ;;
  *scheduled*) started=no ;;
  *) fail "BGSAVE answered: $answer" ;;
esac
last=$(number LASTSAVE)
while [ "$last" -le "$before" ]; do
  if [ "$started" = yes ] && [ "$(persistence rdb_bgsave_in_progress)" = 0 ] && [ "$(persistence rdb_last_bgsave_status)" = err ]; then
    fail 'the save failed: see the log of the server'
  fi
  pause 'the save did not end in time'
  last=$(number LASTSAVE)
done
