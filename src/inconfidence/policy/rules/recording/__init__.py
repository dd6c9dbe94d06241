"""What is written down, and how what is written down is chosen."""
