"""Review: what the evidence says of each answer, and what the reviewer decides."""
