"""How long a file is kept, what holds it, and when it may go."""
