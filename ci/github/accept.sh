#!/usr/bin/env bash
# Takes what a run of a fork left behind, and trusts none of it: the run may have been the fork's own workflow. It is only ever read, never run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/ci/lib/ballast.sh"
. "$root/ci/lib/sticky.sh"
. "$root/ci/lib/github-comments.sh"
. "$root/ci/lib/github-log.sh"

refuse() {
  fail "the artifact is refused: $*"
}

need jq curl iconv
enter_folder "$RUNNER_TEMP"
rm -f "$folder"/{comment.md,decision}
for name in comment.md decision number; do
  [[ -f $BALLAST_FOLDER/$name && ! -L $BALLAST_FOLDER/$name ]] || refuse "\`$name\` is not a file"
done
comment=$BALLAST_FOLDER/comment.md
(($(stat -c %s "$comment") <= 262144)) || refuse 'the comment is too long'
iconv -f UTF-8 -t UTF-8 "$comment" >/dev/null 2>&1 || refuse 'the comment is not UTF-8'
(($(LC_ALL=C.UTF-8 wc -m <"$comment") <= 65000)) || refuse 'the comment is too long'
(($(tr -d '\0' <"$comment" | wc -c) == $(stat -c %s "$comment"))) || refuse 'the comment has NUL bytes'
(($(stat -c %s "$BALLAST_FOLDER/number") <= 10 && $(stat -c %s "$BALLAST_FOLDER/decision") <= 10)) || refuse 'a word is too long'
number=$(<"$BALLAST_FOLDER/number")
[[ $number =~ ^[1-9][0-9]{0,8}$ ]] || refuse 'the number is none'
decision=$(<"$BALLAST_FOLDER/decision")
[[ $decision =~ ^(none|changes|blocked|failed)$ ]] || refuse 'the decision is none that is known'
head -n 1 "$comment" | grep -qxE "<!-- ballast:plan tag=${BALLAST_TAG//./\\.} valid-at=[0-9-]{10}T[0-9:]{8}Z -->" || refuse 'the marker is not of this tag'
at=$(head -n 1 "$comment" | sed 's/.* valid-at=\([^ ]*\) -->$/\1/')
at=$(date -u -d "$at" +%s 2>/dev/null) || refuse 'the marker has no time'
((at <= $(date -u +%s) + 300)) || refuse 'the marker is of the future'

# The number decides whose pull request is written to, so it must belong to the very commit and repository that the run was for.
write_headers
call GET "$api/pulls/$number" || fail "the pull request cannot be read"
jq -e --slurpfile event "$GITHUB_EVENT_PATH" '$event[0].workflow_run as $run
  | $run.event == "pull_request" and .head.repo.full_name == $run.head_repository.full_name' "$folder/answer" >/dev/null ||
  refuse 'the number is of another pull request'
if ! jq -e --slurpfile event "$GITHUB_EVENT_PATH" '.head.sha == $event[0].workflow_run.head_sha' "$folder/answer" >/dev/null; then
  echo '::notice title=ballast::The pull request has moved on; its next run will comment.'
  exit 0
fi

# A zero-width space after each @ keeps the comment from calling people.
{
  sed $'s/@/@\xe2\x80\x8b/g' "$comment"
  printf '\n<sub>Computed by [a run of a fork](%s).</sub>\n' "$(jq -r .workflow_run.html_url "$GITHUB_EVENT_PATH")"
} >"$folder/comment.md"
printf '%s\n' "$decision" >"$folder/decision"
output number "$number"
