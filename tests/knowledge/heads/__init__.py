"""Tests of linear heads."""
