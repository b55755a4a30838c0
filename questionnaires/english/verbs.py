"""Where the verb of a question with “does” or “can” stands, and what it is without them."""

from questionnaires.english.forms import is_adverb
from questionnaires.english.tokens import Token
from questionnaires.english.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOUNS_TOO,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    THINGS,
    VERBS,
)

_NEVER_BEFORE_A_VERB = DETERMINERS | PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | RELATIVES
_OBJECT_BEGINS = DETERMINERS - RELATIVES - {"such", "what", "only"}


def find_verb(words: list[Token]) -> int | None:
    """Find the main verb behind a subject of at least one word, without “to”; None where more than one could be it."""
    places = [place for place in range(1, len(words)) if _could_be(words, place)]
    sure = [place for place in places if words[place].low in VERBS | {"be"} or has_an_object(words, place)]
    found = sure[0] if sure else _only_one(words, places)
    return None if found is None or _has_a_verb_before(words, found) else found


def _only_one(words: list[Token], places: list[int]) -> int | None:
    """Choose among words that may be nouns as well: the one that is left when the phrase of the first one ends."""
    if not places:
        return None
    if _begins_a_chain(words, places[0]):
        return places[0]
    end = next((place for place in range(places[0], len(words)) if ends_a_phrase(words, place)), len(words))
    if end == places[0]:
        return end if len(places) == 1 and words[end - 1].low in THINGS else None
    near = [place for place in places if place < end]
    return near[0] if len(near) == 1 else None


def _begins_a_chain(words: list[Token], place: int) -> bool:
    """Tell whether more verbs follow at once: “store, process or send”."""
    if place + 1 == len(words) or not words[place].closes:
        return False
    return words[place + 1].low in VERBS | NOUNS_TOO and words[place - 1].low in THINGS


def _has_a_verb_before(words: list[Token], found: int) -> bool:
    """Tell whether a word that is not known as a verb has an object before the one that was found."""
    for place in range(1, found - 1):
        word, after = words[place], words[place + 1]
        is_closed = word.closes or word.low in _NEVER_BEFORE_A_VERB or is_adverb(word.low) or word.low.endswith("ing")
        if not is_closed and after.low in _OBJECT_BEGINS:
            return True
    return False


def _could_be(words: list[Token], place: int) -> bool:
    word = words[place].low
    if word not in VERBS and word not in NOUNS_TOO and word != "be":
        return False
    before = place - 1
    while before > 0 and is_adverb(words[before].low) and words[before].low not in ("only", "both"):
        before -= 1
    previous = words[before]
    if previous.low in _NEVER_BEFORE_A_VERB or previous.core.endswith(("'s", "’s")):
        return False
    return not (previous.low in PRONOUNS and before > 0 and word != "be")


def has_an_object(words: list[Token], place: int) -> bool:
    """Tell whether an article or the like behind the word shows that it is a verb here: “log the”, “log out”."""
    if place + 1 == len(words) or words[place].closes:
        return False
    after = words[place + 1].low
    is_after_a_thing = words[place - 1].low in THINGS or is_adverb(words[place - 1].low)
    return after in _OBJECT_BEGINS or (is_after_a_thing and after in PARTICLES)


def ends_a_phrase(words: list[Token], place: int) -> bool:
    """Tell whether nothing follows that could be the object of the word."""
    if place + 1 == len(words) or words[place].closes:
        return True
    return words[place + 1].low in PREPOSITIONS | CONJUNCTIONS | RELATIVES
