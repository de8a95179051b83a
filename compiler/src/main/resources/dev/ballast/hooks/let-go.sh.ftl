[ -f "$state/log" ] || fail 'no lock of this hook is known here: nothing to release'
rm -f -- "$state/token"
waited=0
until grep -q -e '^ballast-unlocked' -e '^ballast-expired' "$state/log" || [ "$waited" -ge "$patience" ]; do
  kill -0 "$(cat -- "$state/session")" 2>/dev/null || break
  sleep 1
  waited=$((waited + 1))
done
