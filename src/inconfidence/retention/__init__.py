"""What becomes of a file in the end, and where its paper is."""
