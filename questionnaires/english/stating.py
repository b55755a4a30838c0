"""A yes/no question turned into the statement that it asks about, or into the opposite of it."""

import re

from questionnaires.english.agreeing import conjugated, first_verb
from questionnaires.english.clauses import Clause, clause_in, parted
from questionnaires.english.denying import denied
from questionnaires.english.pointing import is_too_general, leans_outside, points_back
from questionnaires.english.tidying import question_in
from questionnaires.english.tokens import Token, shown
from questionnaires.english.voice import in_our_voice
from questionnaires.english.words import word_set

_TELLS = word_set("describe explain list specify confirm detail elaborate tell please know indicate state")
_ANY = word_set("any anyone anybody anything")
_OF_ANY = word_set("aware knowledge subject party involved victim")
_NO_PLURALS = ("ss", "us", "is")
_MASSES = word_set("data information access encryption monitoring training testing software personnel staff evidence")
_LONGEST = 800
_CHOICE = re.compile(r"an? .*\bor (?:an?|the)\b")


def stated(text: str, *, is_denied: bool) -> str:
    """Return the statement with one full stop, in the vendor's voice; nothing where it is not sure what is asked."""
    asked = question_in(text) if len(text) <= _LONGEST else ""
    if not asked or leans_outside(asked):
        return ""
    intro, main = parted(asked)
    clause = clause_in(main)
    if clause is None or _is_unclear(clause):
        return ""
    said = denied(clause) if is_denied else _affirmed(clause)
    sentence = in_our_voice(f"{intro}, {_inside(said)}" if intro else said) if said else ""
    return _finished(sentence) if sentence and len(sentence) <= _LONGEST else ""


def _is_unclear(clause: Clause) -> bool:
    """Tell whether the clause asks to explain or to choose, or speaks of something that only its neighbours name."""
    if clause.asking in ("is", "are") and _CHOICE.match(shown(clause.predicate)):
        return True
    if clause.asking == "can" and clause.predicate[0].low in _TELLS:
        return True
    words = [*clause.subject, *clause.predicate]
    start = len(clause.subject) + 1
    if points_back(words, start):
        return True
    return clause.subject[0].low not in ("you", "there") and is_too_general(clause.subject, clause.predicate)


def _affirmed(clause: Clause) -> str:
    """Write what “yes” asserts."""
    low = [token.low for token in clause.predicate]
    if "ever" in low or "yet" in low or low[0] == "not" or _asks_for_any(clause, low):
        return ""
    predicate = _without_any(clause)
    if predicate is None:
        return ""
    subject = shown(clause.subject)
    match clause.asking:
        case "do":
            return f"{subject} {shown(predicate)}"
        case "does":
            words = conjugated(predicate, first_verb(predicate))
            return f"{subject} {shown(words)}" if words else ""
    return f"{subject} {clause.asking} {shown(predicate)}"


def _asks_for_any(clause: Clause, low: list[str]) -> bool:
    """Tell whether an “any” only asks, so that a statement cannot have it: “any employee”, “aware of any breach”."""
    if clause.subject[0].low in _ANY or _ANY - {"any"} & set(low[:2]):
        return True
    return bool("any" in low and _OF_ANY & set(low[: low.index("any")]))


def _without_any(clause: Clause) -> list[Token] | None:
    """Leave out the “any” of “do you have any …”, which a statement does not have; None where it needs another word."""
    is_at_once = clause.is_there and clause.predicate[0].low != "been"
    place = 0 if is_at_once else first_verb(clause.predicate) + 1
    words = clause.predicate
    if place >= len(words) or words[place].low != "any":
        return words
    noun = next((token for token in words[place + 1 :] if _ends_a_noun(token)), None)
    is_of = any(token.low == "of" for token in words[place + 1 : place + 2])
    return None if noun is None or is_of else [*words[:place], *words[place + 1 :]]


def _ends_a_noun(token: Token) -> bool:
    is_plural = token.low.endswith("s") and not token.low.endswith(_NO_PLURALS)
    return is_plural or token.low in _MASSES or token.low.endswith("ing")


def _inside(said: str) -> str:
    """Begin with a small letter inside a sentence, unless the word is a name."""
    return said[:1].lower() + said[1:] if said[1:2].islower() or said[1:2] == " " else said


def _finished(sentence: str) -> str:
    sentence = " ".join(sentence.split()).rstrip(" .,;:")
    return f"{sentence[:1].upper()}{sentence[1:]}."
