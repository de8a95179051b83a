waited=0
until grep -q '^ballast-locked' "$state/log"; do
  if ! kill -0 "$session" 2>/dev/null || [ "$waited" -ge "$patience" ]; then
    rm -f -- "$state/token"
    fail "no lock after $waited s: $(tail -n 3 -- "$state/log")"
  fi
  sleep 1
  waited=$((waited + 1))
done
