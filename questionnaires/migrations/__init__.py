"""Migrations of the questionnaires engine, oldest first."""
