#!/usr/bin/env bash
# Checks the policies: findings to the log, as annotations, to the summary and as SARIF. The last step of the action judges the exit code.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/ci/lib/ballast.sh"
. "$root/ci/lib/github-log.sh"

enter_folder "$RUNNER_TEMP"
read_arguments
sarif=${BALLAST_SARIF:-$folder/findings.sarif}
rm -f "$folder"/findings.github "$sarif"
run_ballast validate "${shared[@]}" --fail-on "$BALLAST_FAIL_ON" \
  -o text -o "github=$folder/findings.github" -o "sarif=$sarif" -- "${paths[@]}"
show "$folder/validate.out" "$folder/validate.err"
if [[ -f $folder/findings.github ]]; then
  # Outside of the switched-off part, and nothing but annotations, whose texts Ballast escapes.
  grep -aE '^::(error|warning|notice) ' "$folder/findings.github" || true
  summarise 'Findings in the backup policies' "$folder/validate.out"
fi
output exit-code "$code"
if [[ -f $sarif ]]; then output sarif-file "$sarif"; fi
