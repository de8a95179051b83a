# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # The scripts that source this set and read these variables.
# Comments of pull requests. Sourced after sticky.sh, never run; needs `number` and `headers`.

api=${GITHUB_API_URL:-https://api.github.com}/repos/${GITHUB_REPOSITORY:-}

write_headers() {
  headers=$folder/headers
  (umask 077 && printf 'Authorization: Bearer %s\nAccept: application/vnd.github+json\nX-GitHub-Api-Version: 2022-11-28\n' \
    "$BALLAST_TOKEN" >"$headers")
  trap 'rm -f "$headers"' EXIT
}

ours() {
  all_pages "$api/issues/$number/comments?" | jq -c --arg author "$BALLAST_AUTHOR" 'map(select(.user.login == $author) | {id, body})'
}

create() {
  call POST "$api/issues/$number/comments" "$1"
}

replace() {
  call PATCH "$api/issues/comments/$1" "$2"
}
