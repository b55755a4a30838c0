"""The words of a question that could begin what is said of its subject, each with those that say it together."""

from dataclasses import dataclass

from questionnaires.english.forms import is_adverb, is_participle
from questionnaires.english.tokens import Token
from questionnaires.english.words import (
    BE,
    BEFORE_A_SIDE_REMARK,
    CONJUNCTIONS,
    DESCRIBING,
    DETERMINERS,
    GIVES,
    PARTICLES,
    PLACED,
    PLACES,
    PREDICATIVE,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    word_set,
)

_CLOSERS = PREPOSITIONS | SUBORDINATORS | PRONOUNS | DETERMINERS | PARTICLES | CONJUNCTIONS | {"off-site", "prior"}
_FINITE = BE | word_set("has have had having be get gets can will may must should")
_OBJECTS = word_set("us them him her me themselves itself yourselves")
_BINDING = _FINITE | DETERMINERS | BEFORE_A_SIDE_REMARK | PRONOUNS - _OBJECTS | PREPOSITIONS | SUBORDINATORS
_MAKES = word_set("made kept left considered deemed rendered being")


@dataclass(frozen=True, slots=True)
class Group:
    """Words that say one thing together: “defined, implemented and reviewed”.

    It `says` something of the subject, or may only describe a noun before it, as “stored” and “available” do.
    """

    start: int
    end: int
    says: bool

    @property
    def is_list(self) -> bool:
        """Whether there is more than one word."""
        return self.end > self.start


def groups_in(words: list[Token]) -> list[Group]:
    """List the groups in their order, without those that an article, a noun behind or an “and” binds to something else.

    There are none where the first one goes on with something that is no group: “cross-trained and able”.
    """
    found: list[Group] = []
    place = 1
    while place < len(words):
        if _may_begin(words, place):
            end = _end_of_group(words, place)
            is_free = not _goes_with_a_noun(words, end)
            is_continued = _previous(words, place).low in CONJUNCTIONS
            if is_free and is_continued and not found:
                return []
            if is_free and not is_continued:
                found.append(Group(place, end, _says(words[place : end + 1])))
            place = end
        place += 1
    return found


def is_bound(words: list[Token], place: int) -> bool:
    """Tell whether the word before makes it part of a noun or of another clause: “the approved”, “is approved”."""
    previous = _previous(words, place)
    return previous.low in _BINDING or previous.core.endswith(("'s", "’s"))


def _previous(words: list[Token], place: int) -> Token:
    """Return the last word before it that is no adverb."""
    before = place - 1
    while before > 0 and is_adverb(words[before].low):
        before -= 1
    return words[before]


def _may_begin(words: list[Token], place: int) -> bool:
    word = words[place].low
    if word == "being":
        return place + 1 < len(words) and words[place - 1].low not in PREPOSITIONS | _FINITE
    if is_bound(words, place):
        return False
    return is_participle(word) or word in PREDICATIVE or _is_placed(words, place)


def _is_placed(words: list[Token], place: int) -> bool:
    """Tell whether “in place”, “in use” or “part of” stands here."""
    has_more = place + 1 < len(words) and not words[place].closes
    return has_more and words[place].low in PLACED and words[place + 1].low in PLACES


def _says(words: list[Token]) -> bool:
    return any(token.low == "being" or (is_participle(token.low) and token.low not in DESCRIBING) for token in words)


def _end_of_group(words: list[Token], start: int) -> int:
    """Follow “, and” to the last word that says the same kind of thing."""
    end = place = start
    if _is_placed(words, start):
        return start + 1
    while place + 1 < len(words):
        after = words[place + 1]
        joined = words[place].closes or words[place].low in _MAKES | CONJUNCTIONS or is_adverb(words[place].low)
        if (is_participle(after.low) or after.low in PREDICATIVE) and joined:
            end = place + 1
        elif after.low not in CONJUNCTIONS and not (is_adverb(after.low) and joined):
            break
        place += 1
    return end


def _goes_with_a_noun(words: list[Token], place: int) -> bool:
    """Tell whether the word behind is a noun that this one describes: “terminated employees”."""
    if place + 1 >= len(words) or words[place].closes or words[place].shown != words[place].shown.rstrip(')"”'):
        return False
    if words[place].low in GIVES or words[place - 1].low in PLACED:
        return False
    after = words[place + 1].low
    return not (after in _CLOSERS or is_adverb(after) or after[:1].isdigit())
