"""What the campaign of concurrent edits is made of: who writes, what is sent, and who reads it afterwards."""
