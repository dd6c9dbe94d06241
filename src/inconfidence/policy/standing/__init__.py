"""From dated entries to the words the questions take: the most error-prone logic of all, so it lives in the core."""
