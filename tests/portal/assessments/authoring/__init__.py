"""Writing questionnaires in the browser."""
