"""The tamper-evident record of every read and write."""
