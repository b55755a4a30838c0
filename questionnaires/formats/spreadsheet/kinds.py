"""How a question of a spreadsheet is answered: by its cell's list, by what is written beside it, or as somebody said."""

import re
from collections.abc import Sequence

from questionnaires.formats.yes_no import find_yes_no
from questionnaires.model import Choice, QuestionKind, YesNo

MOST_CHOICES = 100
LONGEST_CHOICE = 300
_SEVERAL = re.compile(
    r"\b(all that apply|check all|select all|multiple|mehrfach\w*|alle zutreffenden)\b", re.IGNORECASE
)
_FREE = re.compile(r"(free|open|long|short)?[ -]?(text|narrative|answer|freitext|texte libre|texto)", re.IGNORECASE)
_KINDS = (
    (QuestionKind.NUMBER, r"number|numeric|integer|zahl|nombre|número"),
    (QuestionKind.DATE, r"date|datum|fecha"),
    (QuestionKind.YES_NO, r"y(es)? ?[/|,] ?n(o)?( ?[/|,] ?n/?a)?|boolean|ja ?/ ?nein|oui ?/ ?non"),
)
_BIDDING = re.compile(r"^[^:\n]{0,60}\b(select|check|choose|tick)\b[^:\n]{0,60}:\s*", re.IGNORECASE)
Found = tuple[QuestionKind, tuple[Choice, ...]]


def kind_and_choices(question: str, written: str, listed: Sequence[str], otherwise: QuestionKind) -> Found:
    """Tell how a question is answered; the words beside it go before its cell's list, and `otherwise` where there are none."""
    named = next((kind for kind, words in _KINDS if re.fullmatch(words, written.strip(), re.IGNORECASE)), None)
    if named is not None:
        return named, ()
    if _FREE.fullmatch(written.strip()):
        return QuestionKind.TEXT, ()
    choices = _split(_BIDDING.sub("", written)) or tuple(listed)
    if not 2 <= len(choices) <= MOST_CHOICES or any(len(choice) > LONGEST_CHOICE for choice in choices):
        return otherwise, ()
    if _is_yes_no(choices):
        return QuestionKind.YES_NO, ()
    kind = QuestionKind.MULTIPLE if _SEVERAL.search(f"{question} {written}") else QuestionKind.SINGLE
    return kind, _choices(choices)


def _split(written: str) -> tuple[str, ...]:
    """Take choices apart where they stand one a line, or with one mark between."""
    for mark in ("\n", ";", "|", ",", " / ", "/"):
        pieces = [piece.strip(" -•*\t") for piece in written.split(mark)]
        pieces = [piece for piece in pieces if piece]
        if len(pieces) > 1:
            joined = written.casefold().replace(" ", "")
            return ("Yes", "No", "N/A") if joined in ("yes/no/na", "yes/no/n/a", "y/n/na", "y/n/n/a") else tuple(pieces)
    return ()


def _is_yes_no(choices: Sequence[str]) -> bool:
    found = {find_yes_no(choice) for choice in choices}
    return None not in found and {YesNo.YES, YesNo.NO} <= found


def _choices(labels: Sequence[str]) -> tuple[Choice, ...]:
    unique = list(dict.fromkeys(" ".join(label.split()) for label in labels))
    return tuple(Choice(f"c{number}", label) for number, label in enumerate(unique, start=1))
