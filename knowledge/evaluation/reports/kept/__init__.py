"""Kept apart: whoever writes rules for facts does not read this. The documents that rules are measured by."""

from knowledge.evaluation.reports.kept import (
    acquirers,
    examined_money,
    examined_people,
    examined_plant,
    examined_public,
    gaps,
    handbooks,
    intrusions,
    intrusions_again,
    mandates,
    marks,
    marks_beside,
    rehearsals,
    sundries,
    underwriting,
    wards,
)

REPORTS = (
    *examined_people.REPORTS,
    *examined_money.REPORTS,
    *examined_public.REPORTS,
    *examined_plant.REPORTS,
    *gaps.REPORTS,
    *marks.REPORTS,
    *marks_beside.REPORTS,
    *acquirers.REPORTS,
    *wards.REPORTS,
    *intrusions.REPORTS,
    *intrusions_again.REPORTS,
    *handbooks.REPORTS,
    *mandates.REPORTS,
    *underwriting.REPORTS,
    *rehearsals.REPORTS,
    *sundries.REPORTS,
)
