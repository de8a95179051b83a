[=absent]
