set -eu
umask 077
fail() {
  printf 'ballast: %s\n' "$1" >&2
  exit 1
}
