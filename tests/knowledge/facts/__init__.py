"""Tests of what is read off documents, kind by kind."""
