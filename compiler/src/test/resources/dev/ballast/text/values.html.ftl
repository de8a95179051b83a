<p title="${text}">${text}</p>${drawing}
