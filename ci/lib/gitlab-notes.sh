# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # The scripts that source this set and read these variables.
# Notes of merge requests. Sourced after sticky.sh, never run.

notes=${CI_API_V4_URL:-}/projects/${CI_MERGE_REQUEST_PROJECT_ID:-}/merge_requests/${CI_MERGE_REQUEST_IID:-}/notes

# Makes or updates the note, if there is a merge request and a token for it.
write_note() {
  local result=0
  if [[ $BALLAST_COMMENT == off || -z ${CI_MERGE_REQUEST_IID:-} ]]; then return 0; fi
  if [[ -z ${BALLAST_GITLAB_TOKEN:-} ]]; then
    say 'there is no BALLAST_GITLAB_TOKEN, as in every pipeline of a fork; no note is written'
    return 0
  fi
  headers=$folder/headers
  (umask 077 && printf 'PRIVATE-TOKEN: %s\n' "$BALLAST_GITLAB_TOKEN" >"$headers")
  trap 'rm -f "$headers"' EXIT
  publish_patiently || result=$?
  case $result in
    0) ;;
    "$FORBIDDEN") fail 'the token may not write notes: it needs the scope api and the role Reporter' ;;
    *) fail 'the note could not be written' ;;
  esac
}

# The notes of whoever the token belongs to.
ours() {
  local author
  call GET "$CI_API_V4_URL/user" || return
  author=$(jq .id "$folder/answer") || return 1
  all_pages "$notes?sort=asc&order_by=created_at&" |
    jq -c --argjson author "$author" 'map(select(.author.id == $author and (.system | not)) | {id, body})'
}

create() {
  call POST "$notes" "$1"
}

replace() {
  call PUT "$notes/$1" "$2"
}
