"""Questions over what the portal keeps as rows: read word for word, answered exactly, or left to the evidence."""
