"""Says whether a sentence of a page bears out what somebody wrote about it, by the checks that claims have to pass."""

import re
from collections.abc import Sequence

from knowledge.amounts import members
from knowledge.checks import objection
from knowledge.clauses import clauses, without_asides
from knowledge.evidence import Candidate
from knowledge.gates import OF_CHECKS, Gate
from knowledge.lexicon import LABELS
from knowledge.polarity import Modality, modality, party
from knowledge.specifics import Value, values
from knowledge.stating import Stated, stated
from knowledge.terms import essential, fills, is_general, names, stem
from knowledge.values import comparable

OWN = 0.5
_ORDER = tuple(Gate)
_WEAK = (Modality.ADVISED, Modality.PLANNED, Modality.ASKED)
_MARK = re.compile(r"\S*(?:\d|://|www\.|@|[<>\[\]|])\S*", re.I)
_NUMBER = re.compile(r"^\W*(?:[A-Z]{1,4}-?)?\d[\w.-]*\s+(?=[A-Z])")
_PARTIES = re.compile(
    r"\b(?:(?:data\s+)?(?:processor|importer)|service\s+provider|vendor|company|customer|controller|licensor)s?\b(?!['\u2019]s)",
    re.I,
)  # what contracts call the two sides: the check of parties tells them apart
_WILL, _YEAR = re.compile(r"\bwill\b", re.I), re.compile(r"\b20\d\d\b")
_PUNCTUATION = ".,;:!?()'\""
_CAPITAL = re.compile(r"(?<=[\w,;:)]\s)[A-Z][\w&.-]*")


def lacking(text: str, quote: str, item: Candidate) -> Gate | None:
    """Return the gate that a text does not pass, given its quote and a sentence of the page that the quote touches.

    The quote holds the values. The rest, clause by clause, is held against the clauses of that sentence, whole: a quote
    may leave out a 'not', a 'should' or whose duty it is. A sentence of the page itself says what it says.
    """
    quote = " ".join(quote.split())
    if not states_values(text, quote):
        return Gate.VALUES
    if adds_marks(text, quote):
        return Gate.MARKS
    whole = item.said
    if _bare(text) in (_bare(whole), _bare(item.sentence.flat)):
        return None
    title = f"{item.place.header.partition(chr(10))[0]} {re.sub(r'[_.-]', ' ', item.place.document)}"
    around = f"{item.context} {title}"
    if _adds_names(text, f"{whole} {around}"):
        return Gate.IDEAS
    pieces = [piece for piece in clauses(whole) if _is_touched(piece, quote)] or [whole]
    for part in clauses(text):
        claim = stated(part)
        gate = furthest([_in_clause(claim, piece, around, whole) for piece in pieces])
        if gate is not None:
            return gate
    return None


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(_PUNCTUATION).lower()


def furthest(found: Sequence[Gate | None]) -> Gate | None:
    """Return nothing if one of the tries passed, else the last gate that any of them came to."""
    return None if None in found else max((gate for gate in found if gate), key=_ORDER.index)


def _in_clause(claim: Stated, clause: str, around: str, whole: str) -> Gate | None:
    own, beside = names(clause), names(around)
    here = [need for need in claim.needs if fills(need, own)]
    missing = [need for need in claim.needs if need not in here and not fills(need, beside)]
    if missing or not claim.needs or len(here) < OWN * len(claim.needs):
        return Gate.IDEAS
    if claim.modality in _WEAK and claim.modality is not modality(clause):
        return Gate.MODALITY
    if _is_to_come(claim.text, clause):
        return Gate.MODALITY
    core = without_asides(clause)
    found = objection(claim, core if all(fills(need, names(core)) for need in here) else clause, party(whole))
    if found is None and _drops_whose(claim.text, clause, around):
        return Gate.PARTY
    return OF_CHECKS[found[0]] if found else None


def _is_to_come(text: str, clause: str) -> bool:
    """Tell whether a clause says that something will be so from a year on that the text leaves out."""
    if not _WILL.search(clause) or _WILL.search(text):
        return False
    return any(year not in text for year in _YEAR.findall(clause))


def _drops_whose(text: str, clause: str, around: str) -> bool:
    """Tell whether a text leaves out whom or what a clause begins with or names: a helper, another service, a condition."""
    bare, told = _PARTIES.sub(" ", _NUMBER.sub("", clause)), names(text)
    first = next(iter(essential(bare)), None)
    lists = any(len(members(clause, group)) > 1 for group in LABELS)  # checked value by value
    if first is not None and not lists and not _is_told(first.name, told):
        return True
    known = f"{text} {around}".lower()
    named = (word.strip(".-") for word in _CAPITAL.findall(bare))
    return any(not word.isupper() and word.lower() not in known and not is_general(stem(word)) for word in named)


def _is_told(idea: str, told: frozenset[str]) -> bool:
    return fills(idea, told) or any(fills(name, {idea}) or idea in name.split() for name in told)


def _is_touched(clause: str, quote: str) -> bool:
    """Say whether a quote holds most of a clause's words, or the clause most of the quote's."""
    said, quoted = set(re.findall(r"\w+", clause.lower())), set(re.findall(r"\w+", quote.lower()))
    return 2 * len(said & quoted) >= min(len(said), len(quoted))


def _adds_names(text: str, given: str) -> bool:
    """Tell whether a text has a word with a capital, other than its first, that is nowhere in what it stands on."""
    known = given.lower()
    return any(word.strip(".-").lower() not in known for word in _CAPITAL.findall(text))


def states_values(text: str, quote: str) -> bool:
    """Say whether the quote states every number, date and version of a text."""
    said = values(quote)
    return all(_is_stated(value, said, quote) for value in values(text))


def adds_marks(text: str, quote: str) -> bool:
    """Tell whether a sentence holds an address, a number or a code that neither the quote nor a value of it has."""
    of_values = [(value.start, value.end) for value in values(text)]
    return any(
        match.group().strip(_PUNCTUATION).lower() not in quote.lower()
        for match in _MARK.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in of_values)
    )


def _is_stated(value: Value, said: Sequence[Value], quote: str) -> bool:
    if value.text.lower() in quote.lower():
        return True
    return any(comparable(value, other) and (value.low, value.high) == (other.low, other.high) for other in said)
