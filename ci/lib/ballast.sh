# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # The scripts that source this set and read these variables.
# Running Ballast from the inputs of a CI job. Sourced, never run. Inputs come as environment variables, BALLAST_*, and are only ever used quoted.

# Ends the step with a message; 2 means that something could not run, as for Ballast itself.
fail() {
  printf 'ballast: %s\n' "$*" >&2
  exit 2
}

need() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || fail "\`$program\` is needed and is not on the PATH"
  done
}

# The folder in which the steps of one tag leave files for each other; sets `folder`. The tag becomes part of a path and of a comment.
enter_folder() {
  [[ ${BALLAST_TAG:-} =~ ^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$ ]] ||
    fail "\`tag\` is up to 50 letters, digits, dots, dashes and underscores, and starts with a letter or digit"
  folder=$1/ballast/$BALLAST_TAG
  mkdir -p "$folder"
}

# The executable of the inputs, or this checkout's own, which builds itself the first time; sets `executable`.
find_executable() {
  local root=$1
  if [[ -n ${BALLAST_GIVEN:-} ]]; then
    executable=$(command -v -- "$BALLAST_GIVEN") || fail "\`$BALLAST_GIVEN\` is no executable"
    executable=$(realpath -- "$executable")
  else
    need java mvn
    executable=$root/ballast
  fi
}

# Arguments that validate and plan have in common; sets `shared` and `paths`.
read_arguments() {
  shared=()
  [[ -z ${BALLAST_ENVIRONMENT:-} ]] || shared+=(--environment "$BALLAST_ENVIRONMENT")
  [[ -z ${BALLAST_NAMESPACES:-} ]] || shared+=(--namespaces "$BALLAST_NAMESPACES")
  mapfile -t paths < <(grep -v '^[[:space:]]*$' <<<"${BALLAST_PATHS:-}")
  ((${#paths[@]} > 0)) || fail "\`paths\` names nothing"
}

# Runs a command of Ballast and goes on whatever its exit code, which is left in `code`; what it says is left in two files.
run_ballast() {
  local command=$1
  shift
  code=0
  "$BALLAST_EXECUTABLE" "$command" "$@" >"$folder/$command.out" 2>"$folder/$command.err" || code=$?
}
