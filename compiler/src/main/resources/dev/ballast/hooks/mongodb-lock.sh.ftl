<#include "mongodb.sh.ftl">
<#include "hold.sh.ftl">
BALLAST_TOKEN="$token" BALLAST_TOKEN_FILE="$state/token" BALLAST_LIMIT="$limit"
export BALLAST_TOKEN BALLAST_TOKEN_FILE BALLAST_LIMIT
# The session that locked is kept, because a locked server may not let another one in.
(
  mongo '
    const held = () => {
      try {
        return require("fs").readFileSync(env.BALLAST_TOKEN_FILE, "utf8").trim() === env.BALLAST_TOKEN;
      } catch (gone) {
        return false;
      }
    };
    print("ballast-locking");
    try {
      db.fsyncLock();
    } catch (refused) {
      print("ballast-refused " + refused);
      quit(1);
    }
    print("ballast-locked");
    let spent = 0;
    for (; spent < Number(env.BALLAST_LIMIT) && held(); spent++) sleep(1000);
    db.fsyncUnlock();
    print(spent < Number(env.BALLAST_LIMIT) ? "ballast-unlocked" : "ballast-expired");' || true
  # This lock outlives its session: one that died while it held the lock is made good here.
  if grep -q '^ballast-locking' "$state/log" && ! grep -q -e '^ballast-refused' -e '^ballast-unlocked' -e '^ballast-expired' "$state/log"; then
    release
    echo 'ballast-lost'
  fi
) </dev/null >>"$state/log" 2>&1 &
session=$!
echo "$session" >"$state/session"
<#include "wait-for-lock.sh.ftl">
