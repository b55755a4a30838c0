"""Writing questionnaires in the browser: drafts, their questions, checking, trying out, publishing."""
