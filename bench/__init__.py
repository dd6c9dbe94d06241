"""Our figures beside a peer's, measured in turn in one run on one machine."""
