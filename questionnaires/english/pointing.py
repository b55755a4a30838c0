"""Whether a question leans on something that was said outside of it, so that it asserts nothing by itself."""

import re

from questionnaires.english.forms import is_participle
from questionnaires.english.tokens import Token
from questionnaires.english.words import ADVERBS, PREPOSITIONS, THINGS, word_set

_NUMBERED = re.compile(
    r"\b(?!AES|SHA|RSA|ISO|FIPS|SOC|SP|NIST|SSAE|ISAE|SAE|UTF|RFC|IEC|PCI|WPA|MD|CVE|CIS|EN|TLS|TIER)[A-Z][A-Z&]{1,5}-\d"
)
_OUTSIDE = re.compile(
    r"\b(?:questions? (?:above|below|\d)|(?:previous|preceding|next|following|last) question|q\.?\d+"
    r"|(?:the|as|from|described|listed) above|(?:the )?aforementioned|both\b(?!.*\band\b)|the same\b(?!.*\bas\b)"
    r"|the (?:said|identified|former|latter|mentioned|foregoing|respective|corresponding))\b",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    r"(?<!have )(?<!did )\byou(?:['’]ve| have)? "
    r"(?:identified|selected|named|mentioned|noted|described|listed|chose|chosen|indicated|stated)\b",
    re.IGNORECASE,
)
_SUCH = re.compile(r"\bsuch\b(?! (?:as|that)\b)", re.IGNORECASE)
_THOSE = re.compile(r"\bthose\b(?! (?:who|of|that|with|in|for|which|identified|used|required)\b)", re.IGNORECASE)
_THIS = re.compile(
    r"\b(?:this|these)\b(?! (?:solution|service|product|platform|application|software)\b)", re.IGNORECASE
)
_THAT = re.compile(
    r"\b(?:in|of|on|for|from|to|with|by|at|about|under|over|into|during|do|does|is|before|after) that\b", re.IGNORECASE
)
_POINTS = word_set("it its they them their theirs itself themselves")
_MANY = word_set("they them their theirs themselves")
_NO_PLURALS = ("ss", "us", "'s", "’s")
_GROUPS = word_set("staff personnel people data each every anyone someone everyone who")

_UNIQUE = THINGS | word_set(
    "company institution customer client consultant internet network data public cloud website board management ciso "
    "dpo business"
)
_GENERIC = word_set(
    "policy policies procedure procedures process processes plan plans standard standards measure measures control "
    "controls documentation documents document results findings requirements baselines baseline inventory catalogue "
    "catalog list lists scope program programme review reviews assessment assessments audits audit test tests records "
    "logs environments risk analysis analyses impact and or and/or all any relevant related necessary required"
)
_LOOKS_BACK = word_set(
    "reviewed updated tested approved maintained documented communicated exercised validated revised"
)


def leans_outside(asked: str) -> bool:
    """Tell whether the question names another question, or points at something that only its neighbours say."""
    outside = (_NUMBERED, _OUTSIDE, _SAID_BEFORE, _SUCH, _THOSE, _THIS, _THAT)
    return any(pattern.search(asked) for pattern in outside)


def points_back(words: list[Token], start: int) -> bool:
    """Tell whether an “it” or “their” of a clause, whose verb is the word before `start`, finds nothing to stand for."""
    for place, token in enumerate(words):
        if token.low in _POINTS:
            is_object = place == start and token.low not in ("its", "their")
            if is_object or not any(_can_be_meant(word, token.low in _MANY) for word in words[:place]):
                return True
    return False


def _can_be_meant(word: Token, many: bool) -> bool:
    is_long = len(word.low) > 3
    if many:
        return word.low in _GROUPS or (is_long and word.low.endswith("s") and not word.low.endswith(_NO_PLURALS))
    return is_long and word.low not in PREPOSITIONS | ADVERBS and not word.low.endswith("ly")


def is_too_general(subject: list[Token], predicate: list[Token]) -> bool:
    """Tell whether a subject such as “the plan” could be any of its kind, so that any of them would prove the claim."""
    low = [token.low for token in subject]
    if not low or low[0] in _POINTS:
        return True
    if low[0] == "the":
        rest = [word.split("/")[0] for word in low[1:]]
        is_one_of_many = len(rest) == 1 and rest[0] not in _UNIQUE and not subject[1].core.isupper()
        return is_one_of_many or not set(rest) - _GENERIC or _is_said_before(rest)
    if set(low) - _GENERIC:
        return False
    says_little = predicate[0].low == "in" or any(token.low in _LOOKS_BACK for token in predicate[:2])
    return says_little and not _is_told_apart(predicate)


def _is_said_before(rest: list[str]) -> bool:
    """Tell “the agreed measures” (agreed where?) from “the shared ownership of risks”."""
    return len(rest) > 1 and is_participle(rest[0]) and not {"of", "for", "between", "that", "to"} & set(rest)


def _is_told_apart(predicate: list[Token]) -> bool:
    return any(token.low in ("for", "to", "that", "of", "which") for token in predicate)
