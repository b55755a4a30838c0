"""Runs an exported set again: whether what was right is still answered from the same words, and what was wrong differs now."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal
from uuid import UUID

import msgspec

from knowledge.answering import whole_answer
from portal.assistant.access import scope_for
from portal.assistant.feedback.judgements import Judgement
from portal.assistant.looking_up import looked_up_among, narrowed_among
from portal.assistant.records.naming import Named, vendors_for
from portal.core.errors import PortalError
from portal.core.scope import SYSTEM
from portal.engines import Engines
from portal.evidence.current import evidence_named

_Cited = tuple[str, int, str]


class SetBroken(PortalError):
    """A file is no exported set."""


class _Quote(msgspec.Struct):
    document: str
    page: int
    quote: str


class _Scope(msgspec.Struct):
    vendors: list[str] | Literal["all"]
    about: str = "vendors"
    older: bool = False
    document: str = ""


class Example(msgspec.Struct):
    """One judged answer as it was exported; what else a line holds is not read."""

    question: str
    scope: _Scope
    judgement: Judgement
    answered: bool = True
    about: str = ""
    citations: list[_Quote] = []


def examples_in(lines: Iterable[str]) -> list[Example]:
    """Read an exported set. Raises SetBroken with the number of the line that is none of it."""
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found += [msgspec.json.decode(line, type=Example)] if line.strip() else []
        except msgspec.DecodeError:
            raise SetBroken(f"Line {number} is not one of an exported set of feedback on answers.") from None
    return found


async def check_again(examples: Sequence[Example], engines: Engines) -> dict[str, object]:
    """Ask every question again and compare the citations; lines about one verdict and unknown vendors are skipped."""
    counts: Counter[str] = Counter()
    readable = await vendors_for(SYSTEM)
    for one in examples:
        inside = _inside(one, readable)
        document = await _document(one, inside or ())
        if one.about or inside is None or (one.scope.document and document is None):
            counts["skipped"] += 1
            continue
        same = await _cited_now(one, inside, document, readable, engines) == _cited_then(one)
        counts[one.judgement.value] += 1
        counts[f"{one.judgement.value}_{'same' if same else 'differs'}"] += 1
    names = [name for each in Judgement for name in (each.value, f"{each.value}_same", f"{each.value}_differs")]
    written = engines.language.name if engines.language else "extractive"
    return {"examples": len(examples), **{name: counts[name] for name in (*names, "skipped")}, "written_by": written}


def _inside(one: Example, readable: Sequence[Named]) -> list[Named] | None:
    """Return the vendors that a question was about; None where one of them is not here."""
    if one.scope.vendors == "all":
        return list(readable)
    known = {vendor.slug: vendor for vendor in readable}
    return [known[slug] for slug in one.scope.vendors] if all(slug in known for slug in one.scope.vendors) else None


async def _document(one: Example, inside: Sequence[Named]) -> UUID | None:
    """Return the one document that a question was asked of; None where it was asked of all, or it is not here."""
    if not one.scope.document:
        return None
    found = [await evidence_named(vendor.id, one.scope.document) for vendor in inside]
    return next((row.id for row in found if row is not None), None)


def _cited_then(one: Example) -> tuple[bool, set[_Cited]]:
    return one.answered, {(quote.document, quote.page, " ".join(quote.quote.split())) for quote in one.citations}


async def _cited_now(
    one: Example, inside: Sequence[Named], document: UUID | None, readable: Sequence[Named], engines: Engines
) -> tuple[bool, set[_Cited]]:
    here = inside[0] if one.scope.about == "vendor" and inside else None
    found, question, narrow = None, one.question, None
    if document is None:
        narrow = await narrowed_among(question, readable, inside, alone=here is not None)
        if narrow is not None:
            found, question, inside = None if narrow.vendors else (narrow.told, True), narrow.question, narrow.vendors
        if found is None:
            found = await looked_up_among(question, SYSTEM, readable, engines.tools, inside, here, engines.language)
    if found is not None:
        told, answered = found
        quotes = [line.quote for line in told.lines if line.quote] + list(told.draft.quotes if told.draft else ())
    else:
        among = None if one.scope.vendors == "all" and narrow is None else [vendor.id for vendor in inside]
        scope = await scope_for(SYSTEM, here.id if here else None, one.scope.older, among, document)
        answer = await whole_answer(question, scope, engines.tools, engines.language)
        answered = answer.answered
        quotes = list(answer.citations or (answer.cannot.nearest if answer.cannot else ()))
    return answered, {(quote.document, quote.page, " ".join(quote.text.split())) for quote in quotes}
