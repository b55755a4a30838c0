"""Spreadsheets of no known kind: somebody says which column holds what, and the next of the same shape is offered the same."""
