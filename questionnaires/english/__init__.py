"""As much of the English language as it takes to turn a question into the statement it asks about."""
