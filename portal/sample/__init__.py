"""The sample programme of `surety demo`: an invented company, its vendors and the evidence that we wrote for them."""
