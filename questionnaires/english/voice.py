"""A sentence in the vendor's own voice: “you” are we, and “we” are the customer."""

import re

from questionnaires.english.tokens import Token, replaced, shown, tokens_of
from questionnaires.english.words import PREPOSITIONS, word_set

_OTHERS = re.compile(r"\b(?:we|my|me|mine|ours|ourselves|i'm|we're)\b", re.IGNORECASE)
_ITS_PRODUCT = re.compile(
    r"\bthis (?=(?:solution|service|product|platform|application|software)\b(?! provider| agreement))", re.IGNORECASE
)
_YOU_IN_BRACKETS = re.compile(r"\(.*\b(?:you|your|our|us)\b", re.IGNORECASE)
_OURS = {
    "your": "our", "yours": "ours", "yourself": "ourselves", "yourselves": "ourselves",
    "our": "the customer's", "us": "the customer", "you're": "we're", "you've": "we've",
}  # fmt: skip
_DOES_IT_TO_US = word_set(
    "allow allows enable enables let lets help helps notify notifies inform informs require requires permit permits "
    "contact give gives send sends audit provide provides tell tells oblige obliges assist assists alert alerts"
)
_JOINS_A_CLAUSE = word_set("before after as until since than like that")


def in_our_voice(sentence: str) -> str:
    """Return the sentence as the vendor says it; nothing where it is not sure who speaks."""
    if _OTHERS.search(sentence):
        return ""
    words = tokens_of(_ITS_PRODUCT.sub("your ", sentence))
    if any(_YOU_IN_BRACKETS.search(token.shown) for token in words):
        return ""
    return shown(_said(words, place) for place in range(len(words)))


def _said(words: list[Token], place: int) -> Token:
    token = words[place]
    if token.low == "you":
        return replaced(token, "us" if _is_object(words, place) else "we")
    if token.core == "US":
        return token
    wanted = _OURS.get(token.low)
    return replaced(token, wanted) if wanted else token


def _is_object(words: list[Token], place: int) -> bool:
    before = words[place - 1].low if place else ""
    after = words[place + 1].low if place + 1 < len(words) else ""
    if before in _DOES_IT_TO_US:
        return True
    if before in PREPOSITIONS and before not in _JOINS_A_CLAUSE:
        return True
    return place > 0 and (not after or words[place].closes or after == "to")
