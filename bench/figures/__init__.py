"""One module for each name that script/bench knows; each has `measure`."""
