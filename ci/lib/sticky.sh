# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # The scripts that source this set and read these variables.
# One comment that is kept up to date. Sourced after ballast.sh, never run. A forge brings three functions: `ours` prints its own comments as
# a JSON array of {id, body}, `create FILE` and `replace ID FILE` write one; FILE holds {"body": …}.

readonly AGAIN=75 FORBIDDEN=77

# Asks the forge. The answer is left in $folder/answer; ends with AGAIN when trying again may help, with FORBIDDEN when the token may not.
# The token is in a file of headers, because arguments can be read by every process of the machine.
call() {
  local method=$1 url=$2 status data=()
  if (($# > 2)); then data=(--header 'Content-Type: application/json' --data-binary "@$3"); fi
  status=$(curl --silent --show-error --max-time 30 --request "$method" --header "@$headers" "${data[@]}" \
    --output "$folder/answer" --write-out '%{http_code}' -- "$url") || status=000
  case $status in
    2??) return 0 ;;
    000 | 429 | 5??) status_again "$method" "$status" ;;
    401 | 403) if grep -qi 'rate limit' "$folder/answer"; then status_again "$method" "$status"; else return "$FORBIDDEN"; fi ;;
    *)
      printf 'ballast: %s was answered with %s\n' "$method" "$status" >&2
      return 1
      ;;
  esac
}

status_again() {
  printf 'ballast: %s was answered with %s; trying again\n' "$1" "$2" >&2
  return "$AGAIN"
}

# Every page of a list, as one array. The address ends where `page=` can be appended.
all_pages() {
  local page=1 all=$folder/pages
  : >"$all"
  while ((page <= 50)); do
    call GET "$1page=$page&per_page=100" || return
    jq -c '.[]' "$folder/answer" >>"$all" || return 1
    (($(jq length "$folder/answer") == 100)) || break
    page=$((page + 1))
  done
  jq -s . "$all"
}

# The newest of our comments with this tag: its id, the seconds since 1970 of its marker, and whether it says what we say.
# shellcheck disable=SC2016
readonly NEWEST='
  def marker: capture("^<!-- ballast:plan tag=(?<tag>[A-Za-z0-9._-]+) valid-at=(?<at>[0-9-]{10}T[0-9:]{8})(\\.[0-9]+)?Z -->");
  def seconds: (. + "Z") | try fromdateiso8601 catch 0;
  [.[] | . as $comment | (.body // "" | marker) | select(.tag == $tag)
    | {id: $comment.id, at: (.at | seconds), same: (($comment.body | gsub("\r"; "") | rtrimstr("\n")) == ($body | rtrimstr("\n")))}]
  | max_by(.at) // empty | "\(.id) \(.at) \(.same)"'

# Writes comment.md where it belongs, unless something newer is there. A marker of tomorrow is no reason: it is a forgery or a broken clock.
publish() {
  local list newest id theirs same mine now
  list=$(ours) || return
  newest=$(jq -r --arg tag "$BALLAST_TAG" --rawfile body "$folder/comment.md" "$NEWEST" <<<"$list") || return 1
  read -r id theirs same <<<"$newest"
  mine=$(date -u -d "$(sed -n '1s/.* valid-at=\([^ ]*\) -->$/\1/p' "$folder/comment.md")" +%s)
  now=$(date -u +%s)
  jq -Rs '{body: .}' "$folder/comment.md" >"$folder/body.json"
  if [[ $same == true ]]; then
    say "the comment is there already"
  elif [[ -n $id ]] && ((theirs > mine && theirs <= now + 3600)); then
    say "a newer plan is shown there already; it stays"
  elif [[ -n $id && $BALLAST_COMMENT == update ]]; then
    replace "$id" "$folder/body.json" && say "the comment was updated"
  elif [[ -z $id && ${BALLAST_SKIP_NO_CHANGES:-false} == true && $(cat "$folder/decision") == none ]]; then
    say "nothing changes; no comment was made"
  else
    create "$folder/body.json" && say "the comment was made"
  fi
}

say() {
  printf 'ballast: %s\n' "$*"
}

# Tries up to four times, each time from the beginning: a request that seemed to fail may have written the comment.
publish_patiently() {
  local attempt result=0 pause=${BALLAST_RETRY_SECONDS:-3}
  for attempt in 1 2 3 4; do
    result=0
    publish || result=$?
    if ((result != AGAIN || attempt == 4)); then return "$result"; fi
    sleep "$((pause * attempt))"
  done
}
