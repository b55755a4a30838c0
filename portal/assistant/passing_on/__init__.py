"""Passing on: a question that the documents do not answer goes to the vendor, as a message or with a questionnaire."""
