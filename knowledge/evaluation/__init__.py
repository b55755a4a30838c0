"""Fixed sets of questions and claims with known truth, and the figures they give."""
