"""Tests of what pages cost when things grow."""
