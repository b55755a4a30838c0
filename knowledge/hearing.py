"""Hears whether a sentence puts a known claim in one of its ways, with every check that can lower it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.amounts import by_values
from knowledge.checks import by_label, by_restriction
from knowledge.clauses import clauses, without_asides
from knowledge.comparing import Comparison
from knowledge.lexicon import NARROWING
from knowledge.outcomes import Relation
from knowledge.polarity import Modality, Party, denials, is_planned, modality, party
from knowledge.readings import Reading, Way
from knowledge.readings.reading import asked_items, filled
from knowledge.relating import means_all
from knowledge.specifics import Bound, Value, ValueKind, values
from knowledge.stances.statements import made
from knowledge.stating import Stated
from knowledge.terms import essential, fills, names

LONGEST = 420
_HARMLESS = re.compile(
    r",?\s+(?:which|who|that)\s+(?:has|have|had)\s+no\b.*$|,?\s+and\s+cannot\b.*$"
    r"|\bwhere\s+(?:the\s+)?laws?\s+allows?\b(?:\s+it)?"
    r"|,?\s+where\s+[^.;]*?\b(?:can|may)\s+(?:neither|not)\b.*$|\bno\s+exceptions\s+noted\b|\bnot\s+public\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:no|none|none of the|never|without|zero|neither)\s+(?:\w+\s+)?$", re.I)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d ()-]{6,}\d")
_GRADED = re.compile(
    r"\b(?:critical|high|low)\s+(?=(?:suppliers?|vendors?|systems?|services?|assets?|providers?|load)\b)", re.I
)
_JOINED = re.compile(r"\s+(?:before|prior|after|within|when|and|or|is|are|must|by|of|to|in|on|with)\b", re.I)
_SUPPORTED = Comparison(Relation.SUPPORTS, "The document says the same.", 1.0)
AGAINST = Comparison(Relation.CONFLICTS, "The document says otherwise.", 1.0)


@dataclass(frozen=True, slots=True)
class Known:
    """A claim of a vendor beside the reading that knows it, its values bounded as the reading says.

    `named` are the ideas of its own answer, which nothing else of the reading asks for: "ChaCha20", or another algorithm.
    """

    reading: Reading
    claim: Stated
    named: frozenset[str] = frozenset()

    def is_named(self, said: str) -> bool:
        """Say whether words name all ideas of the claim's own answer."""
        there = names(said)
        return all(fills(name, there) for name in self.named)


def known(reading: Reading, claim: Stated) -> Known:
    """Prepare a claim for hearing: of alternatives ('continuously or every week') the lesser one is claimed."""
    named = frozenset() if reading.items else _named(reading, claim.text)
    if reading.bound is None:
        return Known(reading, replace(claim, values=()), named)
    counting = [_bounded(reading, value) for value in _least(claim) if value.kind in reading.kinds]
    return Known(reading, replace(claim, values=tuple(counting)), named)


def _named(reading: Reading, claim: str) -> frozenset[str]:
    """Return the ideas of each choice, or other words, in a claim of the bank that state no value to compare.

    Where a reading knows the claim by its answer ("around the clock"), its ways are ways to put just that.
    """
    statement, begins = made(claim), reading.claim.search(claim)
    answers = () if statement is None else statement.statement.answers(claim)
    if answers and begins and begins.end() > claim.index(answers[0]):
        return frozenset()
    return frozenset(name for answer in answers if not values(answer) for name in _ideas(answer))


def _ideas(answer: str) -> frozenset[str]:
    """Return what an answer is about, or all its words where each is a general one: "less often"."""
    return frozenset(term.name for term in essential(answer)) or names(answer)


def _bounded(reading: Reading, value: Value) -> Value:
    if value.kind is ValueKind.FREQUENCY:
        return replace(value, bound=Bound.AT_LEAST)
    return replace(value, bound=reading.bound) if reading.bound not in (None, Bound.EXACTLY) else value


def _least(claim: Stated) -> Sequence[Value]:
    """Leave out what an 'or' makes a mere alternative."""
    kept: list[Value] = []
    for value in claim.values:
        alternative = kept and kept[-1].kind is value.kind and claim.text[kept[-1].end : value.start].strip() == "or"
        if alternative:
            kept[-1] = min(kept[-1], value, key=lambda item: item.low)
        else:
            kept.append(value)
    return kept


def hear(known: Known, said: str, context: str = "", whole: bool = True) -> Comparison | None:
    """Return what a sentence does to the claim, or None when it does not speak of it.

    `context` may fill one slot; a row of a table, which is no whole sentence, conflicts by explicit words only.
    """
    if len(said) > 2 * LONGEST:
        return None
    if _speaks_against(known.reading, said, context):
        return AGAINST
    if known.reading.barred is not None and known.reading.barred.search(said):
        return None
    if known.reading.exact and not _names_addresses(known.claim.text, said):
        return None
    outcomes = [
        outcome
        for segment in _segments(said)
        for way in known.reading.ways
        if (outcome := _heard(known, way, segment, said, (context, whole))) is not None
    ]
    best = max(outcomes, key=lambda outcome: outcome.rank, default=None)
    if best is not None and best.relation is Relation.CONFLICTS and not whole:
        return replace(best, relation=Relation.FALLS_SHORT)
    return best


def _speaks_against(reading: Reading, said: str, context: str) -> bool:
    whole = f"{context} {said}" if context and len(said.split()) > 2 else said
    if not any(_affirmed(pattern, text) for pattern in reading.against for text in (said, whole)):
        return False
    return modality(said) is not Modality.ASKED and (reading.others or party(said) is Party.VENDOR)


def _affirmed(pattern: re.Pattern[str], text: str) -> bool:
    """Say whether words against a claim stand in a text without being denied there: "no incident has affected ..."."""
    return any(not _DENIED.search(text[: match.start()].rstrip() + " ") for match in pattern.finditer(text))


def _names_addresses(claim: str, said: str) -> bool:
    """Say whether every address and telephone number of the claim stands in the sentence, and there is one."""
    asked = [re.sub(r"[^\w@.+-]", "", match) for match in _ADDRESS.findall(claim)]
    bare = re.sub(r"[^\w@.+-]", "", said)
    return bool(asked) and all(address in bare for address in asked)


def _segments(said: str) -> list[str]:
    """Return the clauses, then the sentence without its asides, then the sentence."""
    bare = without_asides(said)
    pieces = [*clauses(bare), *clauses(said), bare, said]
    return [piece for piece in dict.fromkeys(pieces) if len(piece) <= LONGEST]


def _heard(known: Known, way: Way, segment: str, said: str, around: tuple[str, bool]) -> Comparison | None:
    spans = filled(way.slots, segment) or _filled_around(known, way, segment, around)
    if spans is None:
        return None
    wanted = list(asked_items(known.reading, known.claim.text))
    named = filled(tuple(wanted), said)
    if named is None or (known.reading.items and not wanted):
        return None
    items = filled(tuple(wanted), segment) or []
    if known.reading.items and segment != said and (is_planned(said) or denials(_HARMLESS.sub(" ", said))):
        return Comparison(
            Relation.FALLS_SHORT, "The document may say it of a part of the list only; a person has to read it.", 1.0
        )
    return _checked(known, way, segment, _blanked(segment, [*spans, *items]), party(said))


def _filled_around(known: Known, way: Way, segment: str, around: tuple[str, bool]) -> list[tuple[int, int]] | None:
    """Let the heading, or what a pronoun points to, fill one slot beside two that the sentence fills itself.

    The cells of a row say little without the heads of their columns, so those may fill two.
    """
    context, whole = around
    found = [slot.search(segment) for slot in way.slots]
    missing = [slot for slot, match in zip(way.slots, found, strict=True) if match is None]
    own = len(way.slots) - len(missing) + len(known.claim.values)
    if len(missing) > (1 if whole else 2) or own < 2 or not all(context and slot.search(context) for slot in missing):
        return None
    return [match.span() for match in found if match]


def _blanked(segment: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        segment = segment[:start] + " " * (end - start) + segment[end:]
    return segment


def _checked(known: Known, way: Way, segment: str, rest: str, whole_party: Party) -> Comparison:
    """Return the first objection; what the slots say themselves ('cannot be changed') is none."""
    claim = known.claim
    for outcome in (
        _by_modality(claim, segment, rest),
        _by_party(known, segment, whole_party),
        by_label(claim, _GRADED.sub(" ", segment), whole_party),
        by_values(claim, segment, whole_party),
        _by_denial(rest),
        _by_narrowing(claim, segment, rest),
        by_restriction(claim, rest, whole_party),
        _by_quantity(known, way, segment),
    ):
        if outcome is not None:
            return Comparison(*outcome, 1.0)
    return _SUPPORTED


def _by_modality(claim: Stated, segment: str, rest: str) -> tuple[Relation, str] | None:
    said = Modality.PLANNED if is_planned(segment) else modality(rest)
    if said in (Modality.ADVISED, Modality.PLANNED, Modality.ASKED) and said is not claim.modality:
        return Relation.FALLS_SHORT, f"The document only {said.label}; the claim says that it is so."
    return None


def _by_party(known: Known, segment: str, whole_party: Party) -> tuple[Relation, str] | None:
    claim, said = known.claim, party(segment)
    said = whole_party if said is Party.VENDOR else said
    if said in (Party.VENDOR, claim.party) or (known.reading.others and said is Party.SUBPROCESSOR):
        return None
    return Relation.FALLS_SHORT, f"The document speaks of what {said.label} does, the claim of {claim.party.label}."


def _by_denial(rest: str) -> tuple[Relation, str] | None:
    if denials(_HARMLESS.sub(" ", rest)):
        return Relation.FALLS_SHORT, "The document denies a part of it; a person has to read it."
    return None


def _by_narrowing(claim: Stated, segment: str, rest: str) -> tuple[Relation, str] | None:
    """A sentence on remote staff or on test systems does not speak of all staff or of production."""
    for match in NARROWING.finditer(segment):
        word, after = match.group(), rest[match.end() : match.end() + 2]
        own = (
            rest[match.start() : match.end()].strip()
            and not after.strip()
            and not _JOINED.match(segment[match.end() :])
        )
        if own and word.lower() not in claim.text.lower():
            return Relation.FALLS_SHORT, f"The document speaks only of what is '{word}'."
    return None


def _by_quantity(known: Known, way: Way, segment: str) -> tuple[Relation, str] | None:
    if (known.claim.universal or known.reading.everyone) and not way.whole and not means_all(segment):
        return Relation.FALLS_SHORT, "The document does not say it of all, as the claim does."
    return None
