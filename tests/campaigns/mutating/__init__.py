"""Small faults put into the core one by one, and what its tests say of each."""
