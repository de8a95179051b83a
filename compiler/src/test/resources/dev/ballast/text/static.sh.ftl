echo "${HOME}" $(date) $((1 + 1)) [=value] "$@"
