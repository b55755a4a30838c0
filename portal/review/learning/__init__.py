"""Learning from reviewers' decisions: what each teaches, whether it holds on vendors not seen, taking and forgetting it."""
