<#include "fail.sh.ftl">
mount=[=mountPath]
state=[=stateDirectory]/ballast-filesystem-$(printf '%s' "$mount" | cksum | cut -d ' ' -f 1)
if fsfreeze --unfreeze "$mount"; then
  rm -f -- "$state"
else
  [ -e "$state" ] || fail "$mount was thawed before this thaw, or never frozen: the snapshot may not be consistent"
  fail "$mount cannot be thawed"
fi
