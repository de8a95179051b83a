# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # The scripts that source this set and read these variables.
# What GitHub does with the output of a step. Sourced, never run.

# Shows a file in the log with workflow commands switched off: file names and values of a pull request must not command the runner.
show() {
  local word
  word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$word"
  cat -- "$@"
  printf '\n::%s::\n' "$word"
}

# Sets an output of the step. Values are made by these scripts or written by the author of the workflow, and have one line.
output() {
  [[ $2 != *$'\n'* ]] || fail "the output \`$1\` has several lines"
  printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
}

# Shows a text of any content in the summary of the job, at most 200 kB of it.
summarise() {
  {
    printf '<details><summary>%s</summary>\n\n<pre>\n' "$1"
    head -c 200000 "$2" | iconv -c -f UTF-8 -t UTF-8 | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/^$/\&nbsp;/'
    printf '</pre>\n</details>\n\n'
  } >>"$GITHUB_STEP_SUMMARY"
}
