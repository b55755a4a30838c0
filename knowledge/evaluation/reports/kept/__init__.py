"""Kept apart: whoever writes rules for facts does not read this. The documents that rules are measured by."""

from knowledge.evaluation.reports.kept import letters, registrars, soc_abroad, soc_brief, soc_first, soc_matrix

REPORTS = (
    *soc_matrix.REPORTS,
    *soc_first.REPORTS,
    *soc_abroad.REPORTS,
    *soc_brief.REPORTS,
    *letters.REPORTS,
    *registrars.REPORTS,
)
