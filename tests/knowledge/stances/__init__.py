"""Tests of the heads of the question bank."""
