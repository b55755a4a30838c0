"""The opposite of what a question asks about, for a question whose good answer is no."""

from questionnaires.english.agreeing import conjugated, first_verb
from questionnaires.english.clauses import Clause
from questionnaires.english.tokens import Token, shown
from questionnaires.english.words import ANYBODY, DETERMINERS, QUANTIFIERS, word_set

_ALREADY_DENIED = word_set("not no never none neither nor only yet some still anywhere")


def denied(clause: Clause) -> str:
    """Write what “no” asserts; nothing where it would be read in two ways."""
    head = clause.predicate[:4]
    if any(token.low in _ALREADY_DENIED for token in [*clause.subject, *head]) or _joins_verbs(clause.predicate):
        return ""
    if clause.is_there:
        return _nothing(clause)
    first = clause.subject[0].low
    if first in QUANTIFIERS | ANYBODY or _is_mixed(clause):
        return ""
    if first in ("any", "a", "an"):
        return _none(clause)
    predicate = [token for token in clause.predicate if token.low != "ever"]
    is_never = len(predicate) < len(clause.predicate)
    if is_never and clause.predicate[0].low != "ever":
        return ""
    return _not(clause, predicate, is_never=is_never)


def _nothing(clause: Clause) -> str:
    """Write “there are no …” for “are there any …”."""
    verb, rest = clause.asking, clause.predicate
    if rest[0].low == "been":
        verb, rest = f"{verb} been", rest[1:]
    if rest and rest[0].low in ("any", "a", "an"):
        rest = rest[1:]
    return "" if not rest or rest[0].low in ANYBODY | DETERMINERS else f"There {verb} no {shown(rest)}"


def _none(clause: Clause) -> str:
    """Write “no data is …” for “is any data …”."""
    rest = clause.subject[1:]
    if not rest:
        return ""
    subject = f"{'None' if rest[0].low == 'of' else 'No'} {shown(rest)}"
    match clause.asking:
        case "do":
            return f"{subject} {shown(clause.predicate)}"
        case "does":
            words = conjugated(clause.predicate, first_verb(clause.predicate))
            return f"{subject} {shown(words)}" if words else ""
    return f"{subject} {clause.asking} {shown(clause.predicate)}"


def _not(clause: Clause, predicate: list[Token], *, is_never: bool) -> str:
    subject, rest = shown(clause.subject), shown(predicate)
    if not is_never:
        word = "cannot" if clause.asking == "can" else f"{clause.asking} not"
        return f"{subject} {word} {rest}"
    if clause.asking == "does":
        words = conjugated(predicate, first_verb(predicate))
        return f"{subject} never {shown(words)}" if words else ""
    return f"{subject} never {rest}" if clause.asking == "do" else f"{subject} {clause.asking} never {rest}"


def _is_mixed(clause: Clause) -> bool:
    """Tell whether a verb for one goes with more than one, as in “the system or tools”."""
    low = [token.low for token in clause.subject]
    return clause.asking in ("does", "is", "has") and low[-1].endswith("s") and "or" in low[-3:]


def _joins_verbs(predicate: list[Token]) -> bool:
    """Tell whether two things are asked at once, so that “no” may be to either."""
    verb = first_verb(predicate)
    reach = verb + 6 if predicate[verb].closes else verb + 2
    return any(token.low in ("and", "and/or") for token in predicate[verb + 1 : reach])
