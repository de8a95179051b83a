directory=[=directory]
target="$directory"/[=file]
partial="$target.$$.partial"
[ -d "$directory" ] || fail "no such directory: $directory"
rm -f -- "$target".*.partial
trap 'rm -f -- "$partial"' EXIT
trap 'exit 1' HUP INT TERM
