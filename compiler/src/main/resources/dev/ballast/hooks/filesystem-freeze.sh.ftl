<#include "fail.sh.ftl">
mount=[=mountPath]
limit=[=maxFreeze]
state=[=stateDirectory]/ballast-filesystem-$(printf '%s' "$mount" | cksum | cut -d ' ' -f 1)
# A freeze left over from an earlier backup would make this one fail.
[ ! -e "$state" ] || fsfreeze --unfreeze "$mount" 2>/dev/null || true
token="$$-$(date +%s)"
printf '%s\n' "$token" >"$state"
# Velero may never come to the thaw: the timer starts before the freeze and thaws whatever happens.
(
  sleep "$limit"
  if [ "$(cat -- "$state" 2>/dev/null)" = "$token" ]; then
    # In this order: a freeze that ends only now finds its token gone, and undoes itself.
    rm -f -- "$state"
    fsfreeze --unfreeze "$mount"
  fi
) </dev/null >/dev/null 2>&1 &
if ! fsfreeze --freeze "$mount"; then
  rm -f -- "$state"
  fail "$mount cannot be frozen"
fi
# A freeze that took longer than the timer would stay for ever.
if [ "$(cat -- "$state" 2>/dev/null)" != "$token" ]; then
  fsfreeze --unfreeze "$mount" || true
  fail "$mount took longer than $limit s to freeze"
fi
