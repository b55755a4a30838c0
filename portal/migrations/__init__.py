"""Migrations of the portal's tables."""
