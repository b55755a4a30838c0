"""Evidence: taking documents in, working them off, showing what they say and where they stand."""
