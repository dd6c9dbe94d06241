"""What others hold, and when we may ask for it."""
