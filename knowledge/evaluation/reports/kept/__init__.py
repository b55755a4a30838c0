"""Kept apart: whoever writes rules for facts does not read this. Written last, by someone who had not seen the rules."""

from knowledge.evaluation.reports.kept import (
    asides,
    bridging,
    cards_and_care,
    contracts,
    contracts_at_length,
    house_rules,
    papers_at_length,
    policies_of_insurers,
    probing,
    recoveries,
    registrations,
    soc_at_length,
    soc_identity,
    soc_ledgers,
    soc_outcomes,
)

REPORTS = (
    *soc_identity.REPORTS,
    *soc_ledgers.REPORTS,
    *soc_outcomes.REPORTS,
    *bridging.REPORTS,
    *registrations.REPORTS,
    *cards_and_care.REPORTS,
    *probing.REPORTS,
    *house_rules.REPORTS,
    *contracts.REPORTS,
    *policies_of_insurers.REPORTS,
    *recoveries.REPORTS,
    *soc_at_length.REPORTS,
    *papers_at_length.REPORTS,
    *contracts_at_length.REPORTS,
    *asides.REPORTS,
)
