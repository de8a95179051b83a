#!/usr/bin/env bash
# Checks the policies, plans against the base of the merge request, keeps one note up to date, and ends as Ballast ended.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/ci/lib/ballast.sh"
. "$root/ci/lib/plan.sh"
. "$root/ci/lib/sticky.sh"
. "$root/ci/lib/gitlab-notes.sh"

[[ $BALLAST_COMMENT =~ ^(update|new|off)$ ]] || fail "\`comment\` is \`update\`, \`new\` or \`off\`"
need git jq curl
enter_folder "${TMPDIR:-/tmp}"
read_arguments
find_executable "$root"
BALLAST_EXECUTABLE=$executable

run_ballast validate "${shared[@]}" --fail-on "$BALLAST_FAIL_ON" \
  -o text -o "gitlab=$BALLAST_REPORT" -- "${paths[@]}"
cat "$folder/validate.out" "$folder/validate.err"
validated=$code

base=${BALLAST_BASE:-${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}}
if [[ -z $base ]]; then
  say 'there is no base to plan against: this is no pipeline of a merge request, and the input base is empty'
  exit "$validated"
fi
BALLAST_VALIDATED=$validated
# A pipeline that is repeated keeps its time.
make_plan "$base" "$(date -u -d "$CI_PIPELINE_CREATED_AT" +%Y-%m-%dT%H:%M:%SZ)" "$CI_JOB_URL"
planned=$code
cat "$folder/plan.out" "$folder/plan.err"
cp "$folder/comment.md" "$BALLAST_PLAN.md"
if [[ -s $folder/plan.json ]]; then cp "$folder/plan.json" "$BALLAST_PLAN.json"; fi

write_note
if ((validated != 0 && planned != 3)); then exit "$validated"; fi
exit "$planned"
