"""What was agreed, by whom, for what, until when; and what was taken back."""
