"""Assessments: a questionnaire sent to a vendor, answered, submitted, returned and completed."""
