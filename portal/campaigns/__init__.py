"""Campaigns: one questionnaire to many vendors, who of them stands where, and who is due again."""
