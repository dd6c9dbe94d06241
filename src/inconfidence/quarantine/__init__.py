"""What comes from outside is opened only in a worker process: no network, no files, little memory, little time."""
