"""The history of the knowledge engine's tables."""
