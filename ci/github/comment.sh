#!/usr/bin/env bash
# Makes or updates the comment of the pull request.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/ci/lib/ballast.sh"
. "$root/ci/lib/sticky.sh"
. "$root/ci/lib/github-comments.sh"

[[ $BALLAST_COMMENT =~ ^(update|new|off)$ ]] || fail "\`comment\` is \`update\`, \`new\` or \`off\`"
enter_folder "$RUNNER_TEMP"
if [[ $BALLAST_COMMENT == off || ! -f $folder/comment.md ]]; then exit 0; fi
number=${BALLAST_NUMBER:-$(jq -r '.pull_request.number // empty' "$GITHUB_EVENT_PATH")}
if [[ -z $number ]]; then exit 0; fi
if [[ -z ${BALLAST_NUMBER:-} ]] &&
  jq -e '.pull_request | .head.repo.full_name != .base.repo.full_name' "$GITHUB_EVENT_PATH" >/dev/null; then
  echo '::notice title=ballast::This pull request comes from a fork, whose runs may not comment; docs/ci.md has a second workflow for that.'
  exit 0
fi

write_headers
result=0
publish_patiently || result=$?
case $result in
  0) ;;
  "$FORBIDDEN") echo '::warning title=ballast::The token may not comment: the job needs the permission pull-requests: write.' ;;
  *) fail 'the comment could not be written' ;;
esac
