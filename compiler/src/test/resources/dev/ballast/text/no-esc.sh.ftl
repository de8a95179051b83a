[=value?no_esc]
