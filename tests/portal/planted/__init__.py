"""Tests of the invented vendors that verdicts are measured on."""
