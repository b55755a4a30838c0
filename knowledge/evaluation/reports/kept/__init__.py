"""Kept apart: whoever writes rules for facts does not read this. The documents that rules are measured by."""

from knowledge.evaluation.reports.truth import Report

REPORTS: tuple[Report, ...] = ()
