"""The knowledge engine: documents in; passages, cited answers and verdicts out."""
