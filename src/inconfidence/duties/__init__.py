"""What is owed, to whom, by when: one worklist for everything that falls due."""
