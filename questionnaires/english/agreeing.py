"""The verbs behind “does” as one thing or person has them: “stores”, “stores or sends”."""

from questionnaires.english.forms import is_adverb, third_person
from questionnaires.english.tokens import Token, replaced
from questionnaires.english.verbs import ends_a_phrase, has_an_object
from questionnaires.english.words import AUXILIARIES, CONJUNCTIONS, NOUNS_TOO, PARTICLES, RELATIVES, VERBS

_ENDS_THE_CLAUSE = RELATIVES | AUXILIARIES | {"by", "if"}
_VERBS = VERBS | NOUNS_TOO
_LONGEST_CHAIN = 10


def first_verb(predicate: list[Token]) -> int:
    """Return the place of the first word that is no adverb."""
    return next((place for place, token in enumerate(predicate) if not is_adverb(token.low)), 0)


def conjugated(words: list[Token], verb: int) -> list[Token] | None:
    """Return the words with the verb, and those joined to it, as the subject of “does” has them; None when unsure."""
    end = next((place for place in range(verb + 1, len(words)) if words[place].low in _ENDS_THE_CLAUSE), len(words))
    places = range(verb + 1, end)
    if "(" in words[verb].shown or any(_may_be_either(words, place) for place in places):
        return None
    joined = {verb, *(place for place in places if _is_joined(words, place, verb))}
    return [replaced(token, third_person(token.low)) if place in joined else token for place, token in enumerate(words)]


def _may_be_either(words: list[Token], place: int) -> bool:
    """Tell whether a word behind “and” may be a verb or a noun: “and report on”, “or log-out”."""
    if words[place - 1].low not in CONJUNCTIONS:
        return False
    is_followed_by_on = place + 1 < len(words) and words[place + 1].low == "on"
    is_verb_with_hyphen = words[place].low.partition("-")[0] in _VERBS and "-" in words[place].low
    return (words[place].low in NOUNS_TOO and is_followed_by_on) or is_verb_with_hyphen


def _is_joined(words: list[Token], place: int, verb: int) -> bool:
    """Tell whether the word is a second verb: stores, processes or transmits."""
    if words[place].low not in _VERBS:
        return False
    before = place - 1
    while before > verb and is_adverb(words[before].low):
        before -= 1
    is_after_and = words[before].low in CONJUNCTIONS
    if _is_chain(words[verb : place + 1]) and (
        words[before].closes or (is_after_and and not ends_a_phrase(words, place))
    ):
        return True
    return is_after_and and (words[place].low in VERBS or has_an_object(words, place) or _has_a_particle(words, place))


def _has_a_particle(words: list[Token], place: int) -> bool:
    return place + 1 < len(words) and words[place + 1].low in PARTICLES - {"on", "in"}


def _is_chain(words: list[Token]) -> bool:
    """Tell whether the words are verbs, and what joins them, alone."""
    return len(words) <= _LONGEST_CHAIN and all(
        token.low in _VERBS | CONJUNCTIONS or is_adverb(token.low) for token in words
    )
