"""Answering without a connection: the workbook that goes out, the file that comes back, and what becomes of its answers."""
