"""The reasons for which something may leave the service."""
