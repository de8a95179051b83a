${text?no_esc}
