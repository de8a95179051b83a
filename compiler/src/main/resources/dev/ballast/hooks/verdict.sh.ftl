answer=$(tail -n 1 -- "$state/log")
rm -rf -- "$state"
case $answer in
  ballast-unlocked*) ;;
  ballast-expired*) fail 'the lock ended by itself before this release: the snapshot may not be consistent' ;;
  *) fail "the lock was lost before this release: $answer" ;;
esac
