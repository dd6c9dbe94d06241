"""The pure core: it decides from a service's own policy. Standard library only, no clock, no files, no chance."""
