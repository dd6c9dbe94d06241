"""Who sees a case, an item, a message."""
