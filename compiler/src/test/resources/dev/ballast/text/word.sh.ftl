printf '%s' [=value]
