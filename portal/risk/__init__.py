"""The risk method: pure rules for tiers, ratings and the procurement gate, with the reason for every point."""
