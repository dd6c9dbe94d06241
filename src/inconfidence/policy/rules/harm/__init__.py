"""What comes first when somebody may come to harm."""
