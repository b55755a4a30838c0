"""Vendors: the register, their services and contacts, and how the tier is worked out."""
