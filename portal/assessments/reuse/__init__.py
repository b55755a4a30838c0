"""Reuse: a vendor's earlier answers, offered one by one with their source and age, and taken only when a person says so."""
