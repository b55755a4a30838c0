"""The half of the invented documents that whoever writes rules for facts may read."""

from knowledge.evaluation.reports.seen import (
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
