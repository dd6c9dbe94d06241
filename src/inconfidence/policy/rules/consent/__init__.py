"""What a consent must be before it counts."""
