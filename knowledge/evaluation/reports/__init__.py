"""Invented documents with planted facts, in two halves: one to write rules by, one to measure them by."""
