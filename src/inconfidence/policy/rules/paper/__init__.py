"""The paper file and its cabinet."""
