"""What leaves the service as figures or as a story."""
