"""People of the company: accounts, sign-in, sessions and API tokens."""
