"""Procurement: "may we sign with X for this service?", answered, explained and kept."""
