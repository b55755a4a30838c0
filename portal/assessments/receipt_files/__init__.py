"""The receipt as files that both sides keep: the data, and the same as a PDF to read, sign and file away."""
