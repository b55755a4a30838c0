"""The assistant: conversations about a vendor's evidence or the whole portfolio, every sentence with its page."""
