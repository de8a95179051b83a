# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # The scripts that source this set and read these variables.
# The plan and the comment made of it. Sourced after ballast.sh, never run.

# The marker by which a later run finds the comment again. Its time orders the jobs, not the commits: a branch may be set back to an
# older commit, and the job for that is the newer one all the same.
marker() {
  printf '<!-- ballast:plan tag=%s valid-at=%s -->' "$BALLAST_TAG" "$1"
}

# Plans against a base; leaves comment.md, plan.json and the decision's word behind. Arguments: base, time of the job, address of its log.
make_plan() {
  local base=$1 at=$2 log=$3 options=()
  rm -f "$folder"/{comment.md,plan.json,decision}
  [[ -z ${BALLAST_INVENTORY:-} ]] || options+=(--inventory "$BALLAST_INVENTORY")
  : | tee "$folder/plan.out" "$folder/plan.err"
  code=2
  # What could not be read for validation cannot be planned either.
  if [[ $BALLAST_VALIDATED == [01] ]]; then
    run_ballast plan --base "$base" --tag "$BALLAST_TAG" "${shared[@]}" "${options[@]}" \
      -o text -o "markdown=$folder/comment.md" -o "json=$folder/plan.json" -- "${paths[@]}"
  fi
  decision=failed
  if [[ $code == [03] && -s $folder/comment.md && -s $folder/plan.json ]]; then
    decision=$(jq -r '.decision // empty' "$folder/plan.json")
    [[ $decision =~ ^(none|changes|blocked)$ ]] || fail "the plan has no decision that is known here"
  elif [[ $code == 0 ]]; then
    fail "the plan was not written"
  else
    no_plan "$code" "$log" >"$folder/comment.md"
  fi
  printf '%s\n' "$decision" >"$folder/decision"
  stamp "$folder/comment.md" "$at"
}

# A comment that must not go on showing the plan of an earlier commit.
no_plan() {
  local why='it could not run'
  [[ $1 != 1 ]] || why='the policies have errors'
  printf '**There is no plan for the backup policies:** %s.\n\n[The log](%s) says what was found.\n' "$why" "$2"
}

# Puts this job's marker on the first line, in place of the plan's own.
stamp() {
  {
    marker "$2"
    echo
    sed '1{/^<!-- ballast:plan /d;}' "$1"
  } >"$1.stamped"
  mv "$1.stamped" "$1"
}
