"""What a file of answers says to the questions of one assessment, as it is kept until somebody has chosen."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from questionnaires.errors import InvalidAnswer, UnreadableQuestionnaire
from questionnaires.formats import Imported
from questionnaires.formats.offline import OfflineRow, answers_in
from questionnaires.model import Questionnaire
from questionnaires.refitting import refitted, same_words
from questionnaires.values import Given, given_from_json, given_to_json

_NAMED = 8


@dataclass(frozen=True, slots=True)
class Contents:
    """Answers by reference, questions that are empty in the file, what could not be taken, and other wordings of questions."""

    given: Mapping[str, Given]
    blank: frozenset[str] = frozenset()
    refused: tuple[str, ...] = ()
    worded: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """Write it; `contents_from_json` reads it."""
        plain = {
            "given": {ref: given_to_json(given) for ref, given in self.given.items()},
            "blank": sorted(self.blank),
            "refused": self.refused,
            "worded": self.worded,
        }
        return json.dumps(plain, ensure_ascii=False)


def contents_from_json(text: str) -> Contents:
    """Read what `to_json` wrote."""
    plain = json.loads(text)
    given = {ref: given_from_json(one) for ref, one in plain["given"].items()}
    return Contents(given, frozenset(plain["blank"]), tuple(plain["refused"]), plain["worded"])


def filled_in(asked: Questionnaire, rows: Iterable[OfflineRow]) -> Contents:
    """Take the rows of one of our own workbooks."""
    read = answers_in(asked, rows)
    if not read.given and not read.blank and not read.refused:
        raise UnreadableQuestionnaire("This file has no row of this questionnaire.")
    return Contents(read.given, frozenset(read.blank), tuple(read.refused))


def imported(asked: Questionnaire, brought: Imported) -> Contents:
    """Take the answers of another file, question by question by their references; raises UnreadableQuestionnaire for none."""
    given: dict[str, Given] = {}
    worded: dict[str, str] = {}
    refused = list(brought.warnings)
    for ref in brought.answers.keys() & {question.ref for question in asked.questions}:
        question, other = asked.find_question(ref), brought.questionnaire.find_question(ref)
        assert question is not None and other is not None
        try:
            given[ref] = refitted(question, other, brought.answers[ref])
        except InvalidAnswer as error:
            refused.append(f"{ref}: {error.sentence}")
        else:
            worded |= {} if same_words(question.text, other.text) else {ref: other.text}
    strangers = [ref for ref in brought.answers if asked.find_question(ref) is None]
    _require_some(asked, brought, strangers)
    return Contents(given, frozenset(), (*refused, *_unasked(strangers)), worded)


def _require_some(asked: Questionnaire, brought: Imported, strangers: list[str]) -> None:
    title = brought.questionnaire.title
    if not brought.answers:
        raise UnreadableQuestionnaire(f"This file ({title}) has no answers that can be read.")
    if len(strangers) == len(brought.answers):
        raise UnreadableQuestionnaire(f"This file is {title}; none of its answers belongs to {asked.title}.")


def _unasked(strangers: list[str]) -> list[str]:
    if not strangers:
        return []
    named = ", ".join(strangers[:_NAMED]) + (" and others" if len(strangers) > _NAMED else "")
    noun = "answer was" if len(strangers) == 1 else "answers were"
    return [f"{len(strangers)} {noun} left out, since this questionnaire does not ask {named}."]
