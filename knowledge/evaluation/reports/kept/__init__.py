"""Kept apart: whoever writes rules for facts does not read this. The half that rules are measured by."""

from knowledge.evaluation.reports.kept import (
    agreements,
    attestations,
    certificates,
    continuity,
    insurance,
    others,
    pentests,
    policies,
    soc,
    soc_long,
    soc_more,
    soc_outcomes,
)

REPORTS = (
    *soc.REPORTS,
    *soc_long.REPORTS,
    *soc_more.REPORTS,
    *soc_outcomes.REPORTS,
    *certificates.REPORTS,
    *attestations.REPORTS,
    *pentests.REPORTS,
    *policies.REPORTS,
    *agreements.REPORTS,
    *insurance.REPORTS,
    *continuity.REPORTS,
    *others.REPORTS,
)
