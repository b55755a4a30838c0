"""What stands in a row beside a question, as an answer to it, or a sentence that says why it is none."""

from collections.abc import Iterable, Mapping

from questionnaires.errors import InvalidAnswer
from questionnaires.formats.noted import with_notes
from questionnaires.formats.yes_no import find_leading, find_yes_no
from questionnaires.model import Question, QuestionKind, YesNo
from questionnaires.parsing import LONGEST_TEXT, clean, parse_given
from questionnaires.values import Given

AS_WRITTEN = "Answer as written"


def given_in(question: Question, written: str, description: str, notes: Mapping[str, str]) -> Given | str | None:
    """Read an answer with what is said to it: None when nothing is filled in, a sentence when it cannot be read."""
    if not written.strip():
        return "there is a text to it, but no answer." if description.strip() else None
    match question.kind:
        case QuestionKind.YES_NO:
            return _yes_no(written, clean(description), notes)
        case QuestionKind.SINGLE:
            chosen = find_choice(question, written)
            if chosen is None:
                return f"“{written.strip()[:60]}” is not in its list."
            written = chosen
    return _parsed(question, written, with_notes(clean(description), notes))


def find_choice(question: Question, written: str) -> str | None:
    """Find the value of the choice whose label this is, whatever the case and the spaces."""
    plain = _plain(written)
    return next(
        (choice.value for choice in question.choices if plain in map(_plain, (choice.label, choice.value))), None
    )


def unexplained(answers: Mapping[str, Given]) -> Iterable[str]:
    """Say which answers of “not applicable” came without a reason."""
    refs = [ref for ref, given in answers.items() if given.value == YesNo.NOT_APPLICABLE and not given.reason]
    return [f"These are answered “not applicable” without saying why: {', '.join(refs)}."] if refs else []


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _yes_no(written: str, description: str, notes: Mapping[str, str]) -> Given | str:
    exact = find_yes_no(written)
    answer = exact or find_leading(written)
    if answer is None:
        return f"“{written.strip()[:60]}” is neither yes, no nor not applicable."
    notes = {AS_WRITTEN: "" if exact else clean(written), **notes}
    applies = answer is not YesNo.NOT_APPLICABLE
    comment = with_notes(description if applies else "", notes)
    if max(len(comment), len(description)) > LONGEST_TEXT:
        return f"its texts are longer than the {LONGEST_TEXT:,} characters that fit."
    return Given(answer.value, comment, "" if applies else description)


def _parsed(question: Question, written: str, comment: str) -> Given | str:
    try:
        return parse_given(question, {"answer": [written], "comment": [comment]})
    except InvalidAnswer as error:
        return error.sentence
