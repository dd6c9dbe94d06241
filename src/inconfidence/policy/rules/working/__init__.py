"""Who may take on casework."""
