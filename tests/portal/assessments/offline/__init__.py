"""Tests of answering in a file."""
