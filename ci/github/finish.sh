#!/usr/bin/env bash
# Ends the job as Ballast ended, after everything was shown.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/ci/lib/ballast.sh"
. "$root/ci/lib/github-log.sh"

code=${BALLAST_VALIDATED:-2}
# A limit that is crossed is an error of the policies too; that it blocks says more.
if [[ $code == 0 || ${BALLAST_PLANNED:-} == 3 ]]; then code=${BALLAST_PLANNED:-0}; fi
# A step that failed by itself has nothing to say about the policies.
if [[ " $BALLAST_OUTCOMES " == *' failure '* ]]; then code=2; fi
[[ $code =~ ^[0-9]{1,3}$ ]] || fail 'an exit code is no number'
output exit-code "$code"
case $code in
  0) ;;
  1) echo '::error title=ballast::The backup policies have findings.' ;;
  3) echo '::error title=ballast::The plan is blocked by a budget or a limit.' ;;
  *) echo "::error title=ballast::Ballast could not run (exit code $code); the log says why." ;;
esac
exit "$code"
