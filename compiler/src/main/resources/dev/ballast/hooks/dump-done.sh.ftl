mv -f -- "$partial" "$target"
# A snapshot holds what is on the disk, not what is in memory.
sync
