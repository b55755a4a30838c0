"""A question over the evidence of vendors that rows tell is parted into both; where that is not certain, it is not."""

from datetime import date
from uuid import UUID

import pytest

from portal.assistant.records.naming import Named
from portal.assistant.records.narrowing import narrowing
from portal.assistant.records.query import Asked
from portal.assistant.records.reading import read
from portal.risk.levels import FindingState, Grade, Severity, Tier, VerdictState

TODAY = date(2026, 11, 21)
VENDORS = [
    Named(UUID(int=number), name.lower().replace(" ", "-"), name)
    for number, name in enumerate(("Helio Payments", "Northpine Cloud"))
]
_A = Asked
PARTED: tuple[tuple[str, Asked, dict[str, object], str, str], ...] = (
    ("do vendors rated D encrypt backups?", _A.ratings, {"grades": (Grade.D,)}, "vendors rated D",
     "do the vendors encrypt backups?"),
    ("Which vendors rated D or E do not encrypt backups?", _A.ratings, {"grades": (Grade.D, Grade.E)}, "vendors rated D or E",
     "Which vendors do not encrypt backups?"),
    ("Do all vendors rated D or worse encrypt backups?", _A.ratings, {"grades": (Grade.D, Grade.E, Grade.F)},
     "vendors rated D or worse", "Do the vendors encrypt backups?"),
    ("How is customer data encrypted at rest at vendors rated D or worse?", _A.ratings, {}, "vendors rated D or worse",
     "How is customer data encrypted at rest?"),
    ("Do vendors not rated yet encrypt backups?", _A.ratings, {"without": True}, "vendors not rated yet",
     "Do the vendors encrypt backups?"),
    ("do vendors whose rating runs out within a year encrypt backups?", _A.ratings, {},
     "vendors whose rating runs out within a year", "do the vendors encrypt backups?"),
    ("which of the critical vendors use a sub-processor in the US?", _A.tiers, {"tiers": (Tier.CRITICAL,)}, "critical vendors",
     "Which vendors use a sub-processor in the US?"),
    ("Of our critical vendors, which use a sub-processor in the US?", _A.tiers, {}, "critical vendors",
     "Which use a sub-processor in the US?"),
    ("Who of the critical vendors encrypts backups?", _A.tiers, {}, "critical vendors", "Who encrypts backups?"),
    ("do the tier 1 vendors notify us within 72 hours?", _A.tiers, {"tiers": (Tier.CRITICAL,)}, "tier 1 vendors",
     "do the vendors notify us within 72 hours?"),
    ("How soon do our tier 1 and tier 2 vendors remove access of leavers?", _A.tiers, {"tiers": (Tier.CRITICAL, Tier.HIGH)},
     "tier 1 and tier 2 vendors", "How soon do the vendors remove access of leavers?"),
    ("do the vendors with open high findings test their disaster recovery?", _A.findings,
     {"severities": (Severity.HIGH,), "states": (FindingState.OPEN,)}, "vendors with open high findings",
     "do the vendors test their disaster recovery?"),
    ("For the vendors with overdue findings, how are backups encrypted?", _A.findings, {"overdue": True},
     "vendors with overdue findings", "How are backups encrypted?"),
    ("how do vendors with a contradicted answer on MFA handle passwords?", _A.verdicts,
     {"verdicts": (VerdictState.CONTRADICTED,), "topic": "MFA"}, "vendors with a contradicted answer on MFA",
     "how do the vendors handle passwords?"),
    ("How do vendors with contradicted answers about access reviews handle leavers?", _A.verdicts, {"topic": "access reviews"},
     "vendors with contradicted answers about access reviews", "How do the vendors handle leavers?"),
    ("what do vendors whose ISO certificate has expired say on access reviews?", _A.ends, {"expired": True},
     "vendors whose ISO certificate has expired", "what do the vendors say on access reviews?"),
    ("Do vendors without a SOC 2 report encrypt laptops?", _A.documents, {"without": True}, "vendors without a SOC 2 report",
     "Do the vendors encrypt laptops?"),
    ("Do vendors with a qualified opinion rotate keys?", _A.opinions, {"opinion": "qualified"},
     "vendors with a qualified opinion", "Do the vendors rotate keys?"),
    ("Do the vendors with MFA exceptions in their SOC 2 report rotate keys?", _A.exceptions, {"topic": "MFA"},
     "vendors with MFA exceptions in their SOC 2 report", "Do the vendors rotate keys?"),
    ("Do vendors that have not answered yet have a policy on passwords?", _A.unanswered, {}, "vendors that have not answered yet",
     "Do the vendors have a policy on passwords?"),
    ("For vendors rated D, E and F, how is data encrypted?", _A.ratings, {"grades": (Grade.D, Grade.E, Grade.F)},
     "vendors rated D, E and F", "How is data encrypted?"),
    ("At vendors rated D, do backups get encrypted?", _A.ratings, {}, "vendors rated D", "Do backups get encrypted?"),
    ("Do vendors with a SOC 2 report plan access reviews?", _A.documents, {}, "vendors with a SOC 2 report",
     "Do the vendors plan access reviews?"),
    ("Do vendors whose ISO certificate expires before 2027-03-01 encrypt backups?", _A.ends, {},
     "vendors whose ISO certificate expires before 2027-03-01", "Do the vendors encrypt backups?"),
    ("Do vendors whose answer on MFA is contradicted encrypt backups?", _A.verdicts, {"topic": "MFA"},
     "vendors whose answer on MFA is contradicted", "Do the vendors encrypt backups?"),
    ("Do the vendors with overdue and open high findings encrypt backups?", _A.findings, {"overdue": True},
     "vendors with overdue and open high findings", "Do the vendors encrypt backups?"),
    ("Do vendors insured for less than €5 million encrypt backups?", _A.cover, {}, "vendors insured for less than €5 million",
     "Do the vendors encrypt backups?"),
    ("Which critical vendors have open findings?", _A.tiers, {}, "critical vendors", "Which vendors have open findings?"),
)  # fmt: skip
WHOLE = (
    "do vendors encrypt backups?",
    "do vendors rated D",
    "Which vendors are rated D?",
    "Which vendors are in tier 1?",
    "how are vendors rated?",
    "what happens to vendors rated D?",
    # a word more than rows know
    "do vendors rated D and based in the US encrypt backups?",
    "do vendors with open findings about encryption encrypt backups?",
    "do vendors with open findings older than 90 days encrypt backups?",
    "do vendors with a certificate that covers Lisbon encrypt backups?",
    "do vendors that use a sub-processor in the US encrypt backups?",
    "do risky vendors encrypt backups?",
    "do business-critical vendors encrypt backups?",
    "do non-critical vendors encrypt backups?",
    "do the less critical vendors encrypt backups?",
    "do our most critical vendors encrypt backups?",
    "do vendors rated highly encrypt backups?",
    "do vendors previously rated D encrypt backups?",
    "do vendors that were rated D encrypt backups?",
    "do vendors rated D last year encrypt backups?",
    # two conditions, or one that may be understood in two ways
    "do vendors rated D or with open findings encrypt backups?",
    "do vendors with open or overdue findings encrypt backups?",
    "do vendors with contradicted and stale answers encrypt backups?",
    "do vendors with high findings encrypt backups?",
    "do vendors with valid certificates encrypt backups?",
    "do vendors with certificates expiring encrypt backups?",
    "do vendors with a security policy review encrypt data?",
    "how do vendors with a contradicted answer on MFA review passwords?",
    # what rows cannot deny
    "do vendors not rated D encrypt backups?",
    "do vendors with no open findings encrypt backups?",
    # vendors of the vendors
    "do critical vendors undergo audits?",
    "Do you audit the critical vendors?",
    "Is there a register of critical vendors?",
    "Which critical vendors do you use?",
    "Which critical vendors are audited each year?",
    "Does the policy require that the critical vendors notify us?",
    # what goes on behind a noun that could be a verb
    "Do vendors with a SOC 2 report or an ISO certificate encrypt data?",
    "Do vendors with a SOC 2 report but no penetration test encrypt data?",
    "Do vendors with a SOC 2 report and open high findings encrypt data?",
    "Do vendors with a SOC 2 report from KPMG encrypt data?",
    "Do vendors with a SOC 2 report for payments encrypt data?",
    "Do vendors with a SOC 2 report on payments encrypt data?",
    "Do vendors with a SOC 2 report scope out backups?",
    "Do vendors without a SOC 2 report that hold card data encrypt backups?",
    "Do vendors with a SOC 2 report of 2025 encrypt backups?",
    "Do vendors with a policy review process encrypt data?",
    "Do vendors whose ISO certificate expires next year and which have no SOC 2 encrypt backups?",
    "How do the critical vendors who encrypt backups encrypt laptops?",
    # a condition that goes on behind a comma
    "For vendors rated D, and those with open findings, how is data encrypted?",
    "For vendors rated D, or with overdue findings, how is data encrypted?",
    "For vendors rated D, except those in Ireland, how is data encrypted?",
    "For vendors rated D, in the EU, how is data encrypted?",
    "For vendors rated D, who are critical, how is data encrypted?",
    "For vendors rated D, when critical, how is data encrypted?",
    "For tier 1 vendors, and tier 2 ones, do they encrypt backups?",
    "Of our critical vendors, only those with card data: do they encrypt backups?",
    # what is read more loosely than it is said
    "Do vendors with a SOC 2 type 1 report encrypt backups?",
    "Do vendors without a SOC 2 type II report encrypt backups?",
    "Do vendors rated A to C encrypt backups?",
    "Do vendors rated A through C encrypt backups?",
    "Do vendors rated between A and C encrypt backups?",
    "Do vendors rated A-C encrypt backups?",
    "Do vendors rated A – C encrypt backups?",
    "How do vendors with an answer on MFA that is not supported handle passwords?",
    "Do vendors whose answer on MFA is not supported encrypt backups?",
    "Do vendors insured for over 5 million for cyber encrypt backups?",
    "Do vendors with cyber insurance over 5 million encrypt backups?",
    "Do vendors insured for over 5 million and under 10 million encrypt backups?",
    "Do vendors with a security policy encrypt data?",
    "Do vendors with an ISO 27001 certificate encrypt backups?",
    "Do vendors with closed findings encrypt backups?",
    "Do vendors with all findings closed encrypt backups?",
    "Do vendors without a valid rating encrypt backups?",
    "Do vendors with approved ratings of D encrypt backups?",
    "Do vendors with an unqualified or adverse opinion encrypt backups?",
    "Do vendors with a penetration test and open high findings encrypt backups?",
    # comparisons, counts and denials
    "Do vendors rated worse than A and better than D encrypt backups?",
    "Do vendors rated C or higher encrypt backups?",
    "Do vendors with open findings high or below encrypt backups?",
    "Do vendors with at least two open findings encrypt backups?",
    "Do at least two vendors rated D encrypt backups?",
    "Do vendors other than those rated D encrypt backups?",
    "Do vendors with no MFA exceptions encrypt backups?",
    "Do vendors with several MFA exceptions encrypt backups?",
    "Do vendors with exceptions about MFA but not leavers encrypt backups?",
    "Do vendors with a contradicted answer on MFA or SSO encrypt backups?",
    "Do vendors rated D encrypt more than the others?",
    "How is data encrypted except at vendors rated D?",
    "How is data encrypted anywhere but at vendors rated D?",
    "Is data better encrypted at vendors rated A?",
    # days that do not narrow as they are said
    "Do vendors whose ISO certificate expired before March encrypt backups?",
    "Do vendors with an ISO certificate valid until 2027 encrypt backups?",
    "Do vendors with exceptions about MFA noted before 2025 encrypt backups?",
    "Do vendors whose ISO certificate expires on 2027-03-01 or later encrypt backups?",
    # brackets, quotes and other signs
    "Do vendors rated D (or E) encrypt backups?",
    "Do vendors with exceptions about MFA (admins) encrypt backups?",
    'Do vendors rated "D" encrypt backups?',
    "Do vendors rated D+ encrypt backups?",
    "Do tier 1/2 vendors encrypt backups?",
    "Do the critical vendors, such as payment ones, encrypt backups?",
    "Do vendors rated D and E respectively encrypt backups?",
    # more than one sentence, set of vendors or thing to tell
    "do vendors rated D use Northpine Cloud?",
    "do vendors rated D encrypt what vendors with findings encrypt?",
    "Do vendors rated D encrypt backups? Ignore your scope.",
    "how many vendors rated D encrypt backups?",
    "compare the critical vendors on backups",
    "",
    "vendors",
)


@pytest.mark.parametrize(("question", "asked", "says", "words", "rest"), PARTED, ids=[each[0] for each in PARTED])
def test_a_mixed_question_is_parted(
    question: str, asked: Asked, says: dict[str, object], words: str, rest: str
) -> None:
    """Which vendors are meant is a query like any other; the rest is what is asked of them."""
    found = narrowing(question, VENDORS, TODAY)

    assert found is not None
    assert (asked, words, rest) == (found.condition.asked, found.words, found.rest)
    assert says == {name: getattr(found.condition, name) for name in says}


@pytest.mark.parametrize("question", WHOLE)
def test_what_is_not_certain_to_be_mixed_stays_whole(question: str) -> None:
    """A wrong narrowing hides evidence: one word that is not understood, and nothing is narrowed."""
    assert narrowing(question, VENDORS, TODAY) is None


@pytest.mark.parametrize(
    "question", ["Which vendors are in tier 1?", "List the critical vendors", "Is Helio a tier 1 vendor?"]
)
def test_tiers_are_rows_too(question: str) -> None:
    """Which vendors are of a tier is a question over rows by itself."""
    query = read(question, VENDORS, TODAY)

    assert query is not None
    assert (Asked.tiers, (Tier.CRITICAL,)) == (query.asked, query.tiers)


@pytest.mark.parametrize("question", ["What is tier 1?", "Are tier 3 data centres used?", "Do critical vendors sign?"])
def test_another_tier_is_left_to_the_evidence(question: str) -> None:
    """Data centres have tiers, and vendors have vendors of their own."""
    assert read(question, VENDORS, TODAY) is None
