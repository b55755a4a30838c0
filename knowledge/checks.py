"""The checks that a clause which names all of a claim's ideas must pass before it supports the claim."""

import re
from collections.abc import Callable, Mapping

from knowledge.amounts import by_values, members
from knowledge.lexicon import ALL_MEANT, LABELS, NARROWING, OBJECTIVES
from knowledge.outcomes import Relation, Verdicted, listed
from knowledge.polarity import Modality, Party, denials, exception, modality, partly, party, permits
from knowledge.relating import happened, means_all, only_lists, reports_findings
from knowledge.specifics import values
from knowledge.stating import Stated
from knowledge.terms import stem, terms

DENIED_WITHIN = 4
_NOUGHT = re.compile(r"(?<![\w.,/-])(?:0|nil)(?=[\s.]|$)", re.I)
# "Incidents in the last 24 months: 0"
_ENDS_WITH_NOUGHT = re.compile(r"(?<![\w.,/-])(?:0|nil|none|zero)\s*\.?\s*$", re.I)


def checked(claim: Stated, clause: str, whole_party: Party) -> Verdicted:
    """Return the first objection, a conflict or a shortfall; without one the clause supports the claim."""
    found = objection(claim, clause, whole_party)
    return found[1] if found else (Relation.SUPPORTS, "The document says the same.")


def objection(claim: Stated, clause: str, whole_party: Party) -> tuple[str, Verdicted] | None:
    """Return the first objection with the name of the check that raised it, or None."""
    for name, check in _CHECKS.items():
        outcome = check(claim, clause, whole_party)
        if outcome is not None:
            return name, outcome
    return None


def _by_relation(claim: Stated, clause: str, whole_party: Party) -> Verdicted | None:
    """A list that names both ideas relates them no more than one fixed finding shows that all are fixed."""
    if len(claim.needs) == 2 and not claim.values and only_lists(claim.needs, clause):
        return Relation.FALLS_SHORT, "The document only lists them side by side."
    return None


def _by_universality(claim: Stated, clause: str, whole_party: Party) -> Verdicted | None:
    if claim.universal and not means_all(clause) and not (claim.denies and _counts_none(clause)):
        return Relation.FALLS_SHORT, "The document does not say it of all, as the claim does."
    return None


def _by_modality(claim: Stated, clause: str, whole_party: Party) -> Verdicted | None:
    said = modality(clause)
    allowed = permits(clause) and not denials(clause) and not reports_findings(claim.text)
    if claim.denies and said is Modality.ADVISED and allowed:
        return Relation.CONFLICTS, "The document allows what the claim denies."
    if said in (Modality.ADVISED, Modality.PLANNED, Modality.ASKED) and said is not claim.modality:
        return Relation.FALLS_SHORT, f"The document only {said.label}; the claim says that it is so."
    return None


def _by_party(claim: Stated, clause: str, whole_party: Party) -> Verdicted | None:
    said = party(clause)
    said = whole_party if said is Party.VENDOR else said
    if said is not claim.party:
        return Relation.FALLS_SHORT, f"The document speaks of what {said.label} does, the claim of {claim.party.label}."
    return None


def by_label(claim: Stated, clause: str, whole_party: Party) -> Verdicted | None:
    """A claim on one member of a set ('high', 'in transit') is not filled by a sentence on the others."""
    for group in (*LABELS, OBJECTIVES):
        asked, said = members(claim.text, group), members(clause, group)
        if said and asked and not (asked & said):
            return (
                Relation.FALLS_SHORT,
                f"The document speaks of {listed(sorted(said))}, the claim of {listed(sorted(asked))}.",
            )
        if said and not asked and group in ALL_MEANT:
            return Relation.FALLS_SHORT, f"The document speaks of {listed(sorted(said))} only."
    return None


def _by_denial(claim: Stated, clause: str, whole_party: Party) -> Verdicted | None:
    said = denials(clause)
    if bool(said) == claim.denies and len(said) < 2:
        near = not said or _is_denied(claim, clause, said[0])
        return None if near else (Relation.FALLS_SHORT, "The document denies something else.")
    if bool(said) == claim.denies:
        return Relation.FALLS_SHORT, "The document denies twice in one sentence; a person has to read it."
    if len(said) == 1 and _is_denied(claim, clause, said[0]):
        return Relation.CONFLICTS, "The document denies what the claim says."
    if not said and claim.denies and _NOUGHT.search(clause):
        numbers = "The document gives numbers of it; a person has to compare them."
        return None if _counts_none(clause) else (Relation.FALLS_SHORT, numbers)
    if not said and claim.denies and reports_findings(claim.text) and not happened(clause):
        return Relation.FALLS_SHORT, "The document does not tell what was found."
    if not said and claim.denies:
        return Relation.CONFLICTS, "The document says what the claim denies."
    return Relation.FALLS_SHORT, "The document denies a part of it; a person has to read it."


def _counts_none(clause: str) -> bool:
    """Say whether a clause counts something and comes to nought, and counts nothing else."""
    if not _ENDS_WITH_NOUGHT.search(clause):
        return False
    rest = clause
    for value in reversed(values(clause)):
        rest = rest[: value.start] + rest[value.end :]
    return not re.search(r"[1-9]", rest)


def _is_denied(claim: Stated, clause: str, at: int) -> bool:
    """Say whether the denial stands right before one of the claim's ideas."""
    if re.match(r"prohibited|forbidden|disallowed", clause[at:], re.I):
        return True
    following = [term for term in terms(clause) if term.start > at][:DENIED_WITHIN]
    return any(claim.is_filled_by(term) for term in following)


def by_restriction(claim: Stated, clause: str, whole_party: Party) -> Verdicted | None:
    """Return what words such as 'only' or 'except' take away from the claim."""
    part = partly(clause)
    if part and part.lower() not in claim.text.lower():
        return Relation.FALLS_SHORT, f"The document says it only in part: '{part}'."
    besides = exception(clause)
    if not besides or exception(claim.text):
        return None
    if claim.denies:
        return Relation.FALLS_SHORT, f"The document names a condition: '{besides}'."
    if claim.universal:
        return Relation.CONFLICTS, f"The document names an exception ('{besides}'), the claim allows none."
    return Relation.RESTRICTS, f"The document names an exception: '{besides}'."


def by_narrowing(claim: Stated, clause: str, whole_party: Party) -> Verdicted | None:
    """A sentence on privileged access does not support a claim on access."""
    for match in NARROWING.finditer(clause):
        following = [term for term in terms(clause) if term.start >= match.end()][:1]
        if following and claim.is_filled_by(following[0]) and stem(match.group()) not in _stems(claim.text):
            return Relation.FALLS_SHORT, f"The document speaks only of '{clause[match.start() : following[0].end]}'."
    return None


def _stems(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[A-Za-z-]+", text)}


_CHECKS: Mapping[str, Callable[[Stated, str, Party], Verdicted | None]] = {
    "relation": _by_relation,
    "modality": _by_modality,
    "party": _by_party,
    "label": by_label,
    "values": by_values,
    "denial": _by_denial,
    "restriction": by_restriction,
    "narrowing": by_narrowing,
    "universality": _by_universality,
}
