#!/usr/bin/env bash
# Plans against the base of the pull request, shows the plan in the summary of the job and leaves the comment behind.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/ci/lib/ballast.sh"
. "$root/ci/lib/plan.sh"
. "$root/ci/lib/github-log.sh"

enter_folder "$RUNNER_TEMP"
read_arguments
base=$BALLAST_BASE
if [[ -z $base && -n ${GITHUB_BASE_REF:-} ]]; then base=origin/$GITHUB_BASE_REF; fi
if [[ -z $base ]]; then
  echo '::notice title=ballast::There is no base to plan against: this is no pull request, and the input base is empty.'
  exit 0
fi

# The pull request was last touched when the run was started; a run that is repeated keeps its time.
at=$(jq -r '.pull_request.updated_at // empty' "$GITHUB_EVENT_PATH")
at=${at:-$(TZ=UTC git log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ)}
number=$(jq -r '.pull_request.number // empty' "$GITHUB_EVENT_PATH")
make_plan "$base" "$at" "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"
show "$folder/plan.out" "$folder/plan.err"
tail -n +2 "$folder/comment.md" >>"$GITHUB_STEP_SUMMARY"

# All that a second workflow needs to comment, and nothing else.
rm -rf "$folder/artifact"
mkdir "$folder/artifact"
cp "$folder/comment.md" "$folder/decision" "$folder/artifact/"
printf '%s\n' "$number" >"$folder/artifact/number"
output exit-code "$code"
output decision "$decision"
output comment-file "$folder/comment.md"
output comment-folder "$folder/artifact"
if [[ -s $folder/plan.json ]]; then output plan-file "$folder/plan.json"; fi
