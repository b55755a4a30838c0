"""Questions over rows: how they are read, and what they are answered with."""
