"""Findings: what a vendor must put right, until it is remediated or the risk is accepted."""
