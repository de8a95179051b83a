[=value?api.length()]
