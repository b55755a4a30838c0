"""Kept apart: whoever writes rules for facts does not read this. The documents that rules are measured by."""

from knowledge.evaluation.reports.kept import (
    cards,
    covers,
    drills,
    letters,
    processing,
    registrars,
    remainder,
    rules,
    soc_abroad,
    soc_brief,
    soc_first,
    soc_matrix,
    soc_rare,
    testers,
)

REPORTS = (
    *soc_matrix.REPORTS,
    *soc_first.REPORTS,
    *soc_abroad.REPORTS,
    *soc_brief.REPORTS,
    *soc_rare.REPORTS,
    *letters.REPORTS,
    *registrars.REPORTS,
    *cards.REPORTS,
    *testers.REPORTS,
    *rules.REPORTS,
    *processing.REPORTS,
    *covers.REPORTS,
    *drills.REPORTS,
    *remainder.REPORTS,
)
