"""Tests of planted instructions."""
