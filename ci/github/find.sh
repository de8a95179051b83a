#!/usr/bin/env bash
# Finds the Ballast to run, or builds it from the checkout of the action.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/ci/lib/ballast.sh"
. "$root/ci/lib/github-log.sh"

need git jq curl
enter_folder "$RUNNER_TEMP"
find_executable "$root"
code=0
"$executable" --version >"$folder/version" 2>&1 || code=$?
show "$folder/version"
((code == 0)) || fail "\`ballast --version\` ended with $code"
output executable "$executable"
