"""Finds the answer that documents seem to give: what each possible answer would claim is checked as any claim is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.citations import Quote
from knowledge.filling import values_near
from knowledge.language import Language
from knowledge.retrieval import Tools
from knowledge.scope import Scope
from knowledge.verification import Claim, Verdict, VerdictState, verify
from portal.assessments.suggestions.candidates import answers_in, choices_of, holds, kinds_of
from portal.assessments.suggestions.states import SuggestionKind
from questionnaires.model import Question, QuestionKind, YesNo
from questionnaires.values import Given, Value
from questionnaires.wording import claim_made

_KINDS = {
    VerdictState.SUPPORTED: SuggestionKind.answer,
    VerdictState.SUPPORTED_WITH_EXCEPTION: SuggestionKind.limited,
}


@dataclass(frozen=True, slots=True)
class Evidenced:
    """Where and with what answers are looked for; `service` is the one the questionnaire is about."""

    scope: Scope
    tools: Tools
    today: date
    service: str = ""
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """An answer that the quotes seem to give; without a value when a person has to read them first.

    The value of a question for documents holds the knowledge engine's ids of them.
    """

    kind: SuggestionKind
    value: Value | None
    quotes: tuple[Quote, ...]
    method: str


async def find_answers(questions: Iterable[Question], evidenced: Evidenced) -> dict[str, Proposed]:
    """Return what documents seem to answer of several questions, by reference."""
    asked = {question.ref: question for question in questions}
    found = {ref: proposed for ref, question in asked.items() if (proposed := await find_answer(question, evidenced))}
    return without_doubles(asked, found)


def without_doubles(asked: Mapping[str, Question], found: Mapping[str, Proposed]) -> dict[str, Proposed]:
    """Let words state one thing: a number or day read off the same ones answers the question that they are nearest to."""
    nearest: dict[object, list[tuple[int, str]]] = {}
    for ref, proposed in found.items():
        if asked[ref].kind in (QuestionKind.NUMBER, QuestionKind.DATE):
            first = proposed.quotes[0]
            place = (first.document_id, first.page, first.start, proposed.value)
            nearest.setdefault(place, []).append((_shared(asked[ref].claim, first.text), ref))
    doubled = {ref for each in nearest.values() for shared, ref in each if (shared, ref) != max(each)}
    return {ref: proposed for ref, proposed in found.items() if ref not in doubled}


def _shared(claim: str, words: str) -> int:
    return len(set(re.findall(r"\w+", claim.lower())) & set(re.findall(r"\w+", words.lower())))


async def find_answer(question: Question, evidenced: Evidenced) -> Proposed | None:
    """Return what documents seem to answer, or None; nothing is proposed for questions that ask for free text."""
    match question.kind:
        case QuestionKind.YES_NO:
            return await _yes_or_no(question, evidenced)
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return await _choices(question, evidenced)
        case QuestionKind.NUMBER | QuestionKind.DATE:
            return await _value(question, evidenced)
        case QuestionKind.FILE:
            return await _document(question, evidenced)
    return None


async def _yes_or_no(question: Question, evidenced: Evidenced) -> Proposed | None:
    value = question.expected[0] if question.expected else YesNo.YES.value
    verdict = await _checked(question, value, evidenced)
    if verdict is not None and verdict.state is VerdictState.CONTRADICTED:
        return Proposed(SuggestionKind.look, None, verdict.quotes, verdict.method)
    return _proposed(verdict, value)


async def _choices(question: Question, evidenced: Evidenced) -> Proposed | None:
    """Propose the one choice that is borne out, or of several that may be chosen together all that are."""
    many = question.kind is QuestionKind.MULTIPLE
    found: dict[str, Proposed] = {}
    for choice in choices_of(question):
        proposed = _proposed(
            await _checked(question, (choice.value,) if many else choice.value, evidenced), choice.value
        )
        if proposed is not None:
            found[choice.value] = proposed
    if not found or (len(found) > 1 and not many):
        return None
    limited = any(one.kind is SuggestionKind.limited for one in found.values())
    quotes = tuple(dict.fromkeys(one.quotes[0] for one in found.values()))
    return Proposed(
        SuggestionKind.limited if limited else SuggestionKind.answer,
        tuple(found) if many else next(iter(found)),
        quotes,
        next(iter(found.values())).method,
    )


async def _value(question: Question, evidenced: Evidenced) -> Proposed | None:
    """Propose the one value that is borne out and stands in the very words that bear it out."""
    matter = question.claim.replace("{answer}", "").strip(" .:")
    stated = await values_near(matter, evidenced.scope, evidenced.tools, kinds_of(question))
    found = [
        proposed
        for answer in answers_in(question, stated, evidenced.today)
        if (proposed := _proposed(await _checked(question, answer, evidenced), answer)) is not None
        and holds(question, answer, _texts(proposed.quotes))
    ]
    return found[0] if len(found) == 1 else None


async def _document(question: Question, evidenced: Evidenced) -> Proposed | None:
    verdict = await _checked(question, ("a document",), evidenced)
    document = str(verdict.quotes[0].document_id) if verdict and verdict.quotes else ""
    return _proposed(verdict, (document,))


async def _checked(question: Question, value: Value, evidenced: Evidenced) -> Verdict | None:
    """Check what an answer would claim; None when it claims nothing."""
    claim = claim_made(question, Given(value))
    if claim is None:
        return None
    made = Claim(claim, question.text, "", evidenced.service)
    return await verify(made, evidenced.scope, evidenced.tools, evidenced.today, evidenced.language)


def _proposed(verdict: Verdict | None, value: Value) -> Proposed | None:
    if verdict is None or verdict.state not in _KINDS or not verdict.quotes:
        return None
    return Proposed(_KINDS[verdict.state], value, verdict.quotes, verdict.method)


def _texts(quotes: Iterable[Quote]) -> list[str]:
    return [quote.text for quote in quotes]
