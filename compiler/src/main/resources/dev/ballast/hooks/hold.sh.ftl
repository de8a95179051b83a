limit=[=maxFreeze]
token="$$-$(date +%s)"
mkdir -p -- "$state"
rm -f -- "$state/log"
: >"$state/log"
printf '%s\n' "$token" >"$state/token"
