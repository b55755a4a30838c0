"""Ask, answer, validate and score questionnaires; knows nothing of vendors, the web or models."""
