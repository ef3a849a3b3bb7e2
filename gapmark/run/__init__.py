"""What a run remembers, how far it is, and whether a build is needed at all. Knows nothing of texts or sites."""
