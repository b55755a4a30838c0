"""Compares a claim with one sentence of a document by slots: the ideas it names, its values, and how it says them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.clauses import clauses, without_asides
from knowledge.lexicon import ALL_MEANT, LABELS, NARROWING
from knowledge.polarity import Modality, Party, denials, exception, modality, partly, party, permits
from knowledge.relating import happened, means_all, only_lists, reports_findings, says_it_exists
from knowledge.specifics import Bound, Value, values
from knowledge.terms import Term, fills, is_general, names, stem, terms
from knowledge.values import Agreement, comparable, judged


class Relation(StrEnum):
    """What a sentence does to a claim."""

    SUPPORTS = "supports"
    CONFLICTS = "conflicts"
    RESTRICTS = "restricts"
    FALLS_SHORT = "falls short"
    SILENT = "silent"

    @property
    def label(self) -> str:
        """The word for the page."""
        return self.value


DENIED_WITHIN = 4
_STRENGTH = (Relation.SILENT, Relation.FALLS_SHORT, Relation.RESTRICTS, Relation.SUPPORTS, Relation.CONFLICTS)
_UNIVERSAL = re.compile(
    r"\b(?:all|every|each|any|always|100\s?%|entire|whole|throughout)\b(?:\s+(?:of\s+)?(?:the\s+"
    r"|its\s+|our\s+|their\s+)?(?P<noun>[a-z-]+))?",
    re.I,
)
_NONE = re.compile(r"\b(?:no|never|none)\b", re.I)

_ADDRESS = re.compile(r"\bhttps?://\S+|\bwww\.\S+|\S+@\S+")
_WHICH_DATA = re.compile(
    r"\bthat\s+(?:can\s+)?(?:reach|protect|hold|process|store|handle|affect|contain)s?\s+(?:customer|their|personal)\s+data\b",
    re.I,
)
_PREDICATES = frozenset({stem("documented"), stem("formalised")})
_POINTING = re.compile(r"\s*(?:it|they|these|this|those|such|the\s+(?:same|latter))\b", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim taken apart."""

    text: str
    needs: tuple[str, ...]
    values: tuple[Value, ...]
    denies: bool
    modality: Modality
    party: Party
    universal: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome for one sentence; `covered` is the share of the claim's ideas that it names."""

    relation: Relation
    reason: str
    covered: float

    @property
    def rank(self) -> tuple[int, float]:
        """Order outcomes: the one that says most comes last."""
        return _STRENGTH.index(self.relation), self.covered


def stated(text: str) -> Stated:
    """Take a claim apart into what a sentence must fill to support it."""
    found = tuple(values(text))
    universal = _UNIVERSAL.search(text)
    needs = _needs(_WHICH_DATA.sub(lambda match: " " * len(match.group()), text), found)
    noun = stem(universal["noun"]) if universal and universal["noun"] else ""
    if (
        noun
        and noun in names(text)
        and noun not in needs
        and not _is_inside(universal.start("noun") if universal else 0, found)
    ):
        needs = (*needs, noun)
    return Stated(
        text, needs, found, bool(denials(text)), modality(text), party(text), bool(universal or _NONE.search(text))
    )


def _needs(text: str, found: Sequence[Value]) -> tuple[str, ...]:
    kept: dict[str, None] = {}
    for term in terms(text):
        said = not is_general(term.name) or (term.name in _PREDICATES and term.word.endswith("ed"))
        if said and not _is_inside(term.start, found):
            kept[term.name] = None
    return tuple(kept)


def _is_inside(at: int, found: Sequence[Value]) -> bool:
    return any(value.start <= at < value.end for value in found)


def compare(claim: Stated, sentence: str, context: str = "") -> Comparison:
    """Return what the sentence does to the claim; `context` (a lead-in, a table's row name) may name ideas, not values."""
    pieces = clauses(_ADDRESS.sub(" ", sentence))
    whole_party = party(sentence)
    outcomes = []
    for before, piece in zip(["", *pieces], pieces, strict=False):
        around = f"{context} {before}" if _POINTING.match(piece) else context
        outcomes.append(_compare_clause(claim, piece, around, whole_party))
    return max(outcomes, key=lambda outcome: outcome.rank)


def _missing(claim: Stated, clause: str, context: str) -> list[str]:
    """Name the ideas the clause lacks; what stands around it may fill one, when two slots are filled in the clause."""
    missing = [need for need in claim.needs if not fills(need, names(clause))]
    slots = len(claim.needs) - 1 + len(claim.values)
    if len(missing) == 1 and slots >= 2 and context and fills(missing[0], names(context)):
        return []
    return missing


def _compare_clause(claim: Stated, clause: str, context: str, whole_party: Party) -> Comparison:
    missing = _missing(claim, clause, context)
    covered = 1 - len(missing) / max(1, len(claim.needs))
    if missing or not claim.needs:
        return Comparison(
            Relation.SILENT, f"The documents found say nothing of {_listed(missing)}." if missing else "", covered
        )
    if len(claim.needs) == 1 and not claim.values and not says_it_exists(claim.needs[0], clause):
        return Comparison(Relation.SILENT, "The documents found only name it.", covered)
    core = without_asides(clause)
    relation, reason = _weighed(claim, clause if _missing(claim, core, context) else core, whole_party)
    return Comparison(relation, reason, covered)


def _weighed(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str]:
    for check in (
        _by_relation,
        _by_modality,
        _by_party,
        _by_label,
        _by_values,
        _by_denial,
        _by_restriction,
        _by_narrowing,
        _by_universality,
    ):
        outcome = check(claim, clause, whole_party)
        if outcome is not None:
            return outcome
    return Relation.SUPPORTS, "The document says the same."


def _by_relation(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str] | None:
    """A list that names both ideas relates them no more than one fixed finding shows that all are fixed."""
    if len(claim.needs) == 2 and not claim.values and only_lists(claim.needs, clause):
        return Relation.FALLS_SHORT, "The document only lists them side by side."
    return None


def _by_universality(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str] | None:
    if claim.universal and not means_all(clause):
        return Relation.FALLS_SHORT, "The document does not say it of all, as the claim does."
    return None


def _by_modality(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str] | None:
    said = modality(clause)
    allowed = permits(clause) and not denials(clause) and not reports_findings(claim.text)
    if claim.denies and said is Modality.ADVISED and allowed:
        return Relation.CONFLICTS, "The document allows what the claim denies."
    if said in (Modality.ADVISED, Modality.PLANNED, Modality.ASKED) and said is not claim.modality:
        return Relation.FALLS_SHORT, f"The document only {said.label}; the claim says that it is so."
    return None


def _by_party(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str] | None:
    said = party(clause)
    said = whole_party if said is Party.VENDOR else said
    if said is not claim.party:
        return Relation.FALLS_SHORT, f"The document speaks of what {said.label} does, the claim of {claim.party.label}."
    return None


def _by_label(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str] | None:
    """A claim on one member of a set ('high', 'in transit') is not filled by a sentence on the others."""
    for group in LABELS:
        asked, said = _members(claim.text, group), _members(clause, group)
        if said and asked and not (asked & said):
            return (
                Relation.FALLS_SHORT,
                f"The document speaks of {_listed(sorted(said))}, the claim of {_listed(sorted(asked))}.",
            )
        if said and not asked and group in ALL_MEANT:
            return Relation.FALLS_SHORT, f"The document speaks of {_listed(sorted(said))} only."
    return None


def _members(text: str, group: Sequence[str]) -> set[str]:
    return {word for word in group if re.search(rf"\b{word}\b", text, re.I)}


def _by_values(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str] | None:
    said = values(clause)
    for asked in claim.values:
        meant = _meant(claim, asked, clause, [value for value in said if comparable(asked, value)])
        if not meant:
            return Relation.FALLS_SHORT, f"The document states no {asked.kind.label} to compare with {_shown(asked)}."
        outcome = judged(asked, meant)
        if (
            claim.modality is Modality.ADVISED
            and outcome is Agreement.AGREES
            and any(value.low != asked.low for value in meant)
        ):
            outcome = Agreement.CONFLICTS
        if outcome is Agreement.CONFLICTS and _is_kept_longer(claim, asked, meant):
            outcome = Agreement.UNDECIDED
        if outcome is Agreement.CONFLICTS and not denials(clause):
            return (
                Relation.CONFLICTS,
                f"The document says {_listed([_shown(value) for value in meant])}, the claim {_shown(asked)}.",
            )
        if outcome is not Agreement.AGREES:
            shown = _listed([_shown(value) for value in meant])
            return (
                Relation.FALLS_SHORT,
                f"The document says {shown}, which does not settle the claim's {_shown(asked)}.",
            )
    return None


def _is_kept_longer(claim: Stated, asked: Value, meant: Sequence[Value]) -> bool:
    """Keeping logs longer than claimed breaks no claim by itself; a person has to judge it."""
    keeping = "retain" in claim.needs and asked.bound is Bound.EXACTLY
    return keeping and all(value.low > asked.low for value in meant)


def _meant(claim: Stated, asked: Value, clause: str, said: list[Value]) -> list[Value]:
    """Leave only the values that belong to the claim's own label: 'critical within 7 days, high within 30 days'."""
    if len(said) < 2:
        return said
    for group in LABELS:
        wanted = _members(claim.text, group)
        if len(wanted) == 1 and len(_members(clause, group)) > 1:
            word = next(iter(wanted))
            return [value for value in said if _label_of(clause, value, group, said) == word]
    return said


def _label_of(clause: str, value: Value, group: Sequence[str], said: Sequence[Value]) -> str:
    """Name the label a value belongs to: the last one before it, or the first after it when 'for' follows."""
    after = clause[value.end :]
    following = re.match(r"\s*(?:\([^)]*\)\s*)?(?:for|on|if|when|with)\b", after, re.I)
    found = [(match.start(), word) for word in group for match in re.finditer(rf"\b{word}\b", clause, re.I)]
    if following:
        later = [item for item in found if item[0] >= value.end]
        return min(later)[1] if later else ""
    earlier = [item for item in found if item[0] < value.start]
    return max(earlier)[1] if earlier else ""


def _by_denial(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str] | None:
    said = denials(clause)
    if bool(said) == claim.denies and len(said) < 2:
        near = not said or _is_denied(claim, clause, said[0])
        return None if near else (Relation.FALLS_SHORT, "The document denies something else.")
    if bool(said) == claim.denies:
        return Relation.FALLS_SHORT, "The document denies twice in one sentence; a person has to read it."
    if len(said) == 1 and _is_denied(claim, clause, said[0]):
        return Relation.CONFLICTS, "The document denies what the claim says."
    if not said and claim.denies and reports_findings(claim.text) and not happened(clause):
        return Relation.FALLS_SHORT, "The document does not tell what was found."
    if not said and claim.denies:
        return Relation.CONFLICTS, "The document says what the claim denies."
    return Relation.FALLS_SHORT, "The document denies a part of it; a person has to read it."


def _is_denied(claim: Stated, clause: str, at: int) -> bool:
    """Say whether the denial stands right before one of the claim's ideas."""
    if re.match(r"prohibited|forbidden|disallowed", clause[at:], re.I):
        return True
    following = [term for term in terms(clause) if term.start > at][:DENIED_WITHIN]
    return any(_fills_a_need(claim, term) for term in following)


def _fills_a_need(claim: Stated, term: Term) -> bool:
    return any(fills(need, {term.name}) for need in claim.needs)


def _by_restriction(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str] | None:
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


def _by_narrowing(claim: Stated, clause: str, whole_party: Party) -> tuple[Relation, str] | None:
    """A sentence on privileged access does not support a claim on access."""
    for match in NARROWING.finditer(clause):
        following = [term for term in terms(clause) if term.start >= match.end()][:1]
        if following and _fills_a_need(claim, following[0]) and stem(match.group()) not in _stems(claim.text):
            return Relation.FALLS_SHORT, f"The document speaks only of '{clause[match.start() : following[0].end]}'."
    return None


def _stems(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[A-Za-z-]+", text)}


def _shown(value: Value) -> str:
    flat = " ".join(value.text.split())
    return f"'{flat}'"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + (" and " if len(words) > 1 else "") + words[-1] if words else ""
