"""What the pages show on which questionnaires are written: one function a page."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from portal.assessments.authoring.access import written_for
from portal.assessments.authoring.assembling import Part, Piece, Whole
from portal.assessments.authoring.composing import Problem
from portal.assessments.authoring.lines import line_views
from portal.assessments.authoring.loading import load_whole
from portal.assessments.authoring.pages import (
    DraftLine,
    OutlinePage,
    PublishPage,
    QuestionLine,
    QuestionPage,
    SectionPage,
    SectionPart,
    StartPage,
    TipLine,
    VersionLine,
    VersionPage,
)
from portal.assessments.authoring.publishing import base_of
from portal.assessments.authoring.tables import DraftState, QuestionnaireDraft
from portal.assessments.authoring.trying import Entered, TrialPage, trial
from portal.assessments.authoring.typed import Typed
from portal.assessments.choosing import offered_questionnaires, versions_of
from portal.core.clock import today
from portal.core.dates import plural
from portal.core.errors import NotFound
from portal.core.scope import Principal
from questionnaires.authored import from_json
from questionnaires.differing import differences
from questionnaires.errors import InvalidQuestionnaire
from questionnaires.kinds import ControlArea
from questionnaires.model import Question, Questionnaire, Tip
from questionnaires.saying import condition_words
from questionnaires.scoring import scoring_words
from questionnaires.tables import StoredQuestionnaire
from questionnaires.translating import outdated


async def draft_lines() -> list[DraftLine]:
    """Return the open drafts, the last changed first, and behind them a few that were thrown away."""
    drafts = QuestionnaireDraft.objects().order_by(QuestionnaireDraft.changed_at, ascending=False)
    live = await drafts.where(QuestionnaireDraft.state == DraftState.open.value).limit(200)
    drafts = QuestionnaireDraft.objects().order_by(QuestionnaireDraft.changed_at, ascending=False)
    gone = await drafts.where(QuestionnaireDraft.state == DraftState.discarded.value).limit(10)
    return [
        DraftLine(row.id, row.title, row.changed_by_name, row.changed_at, _is_next(row), DraftState(row.state))
        for row in (*live, *gone)
    ]


async def start_page(
    source: str, errors: Mapping[str, str] | None = None, entered: Mapping[str, str] | None = None
) -> StartPage:
    """Return the page that starts a questionnaire; with a source its copy has a title ready."""
    offered = [one.questionnaire for one in await offered_questionnaires()]
    options = [(one.key, f"{one.title} ({plural(len(one.questions), 'question')})") for one in offered]
    title = next((f"{one.title}, our own" for one in offered if one.key == source), "")
    return StartPage(options, {"source": source, "title": title, **(entered or {})}, errors or {})


async def outline_page(
    who: Principal, draft_id: UUID, errors: Mapping[str, str] | None = None, entered: Mapping[str, str] | None = None
) -> OutlinePage:
    """Return a draft as a whole; raises NotFound."""
    draft = await written_for(who, draft_id)
    whole = await load_whole(draft)
    return OutlinePage(
        whole,
        DraftState(draft.state),
        base_url(draft),
        _is_next(draft),
        [_section(whole, part) for part in whole.parts],
        [_question(whole, piece) for piece in whole.removed],
        errors=errors or {},
        entered={"title": draft.title, "summary": draft.summary, "key": draft.key, **(entered or {})},
    )


async def section_page(
    who: Principal,
    draft_id: UUID,
    section_id: UUID,
    errors: Mapping[str, str] | None = None,
    entered: Mapping[str, str] | None = None,
    revision: int | None = None,
) -> SectionPage:
    """Return the form of a section; raises NotFound."""
    draft = await written_for(who, draft_id)
    whole = await load_whole(draft)
    part = next((part for part in whole.parts if part.id == section_id), None)
    if part is None:
        raise NotFound()
    row = part.row
    return SectionPage(
        draft,
        base_url(draft),
        row,
        draft.state == DraftState.open.value,
        len(part.pieces),
        {"title": row.title, "area": row.area, "summary": row.summary, **(entered or {})},
        errors or {},
        row.revision if revision is None else revision,
        [_tip(whole, tip) for tip in whole.questionnaire.sections[whole.parts.index(part)].tips],
    )


def _tip(whole: Whole, tip: Tip) -> TipLine:
    place = f"behind {tip.after}" if tip.after else "at the head of the section"
    when = f"when {condition_words(tip.applies_when, whole.questionnaire)}" if tip.applies_when else ""
    return TipLine(tip.ref, tip.title, tip.text[:120], place, tip.severity.label.lower() if tip.severity else "", when)


async def question_page(who: Principal, draft_id: UUID, question_id: UUID, typed: Typed | None = None) -> QuestionPage:
    """Return the form of a question; `typed` stands in for what is kept. Raises NotFound."""
    draft = await written_for(who, draft_id)
    whole = await load_whole(draft)
    place = next((number for number, piece in enumerate(whole.pieces) if piece.id == question_id), None)
    if place is None:
        raise NotFound("This question is not in the draft any more; it may be among the removed ones on the outline.")
    piece = whole.pieces[place] if typed is None else replace(whole.pieces[place], typed=typed)
    part = next(part for part in whole.parts if any(one.id == question_id for one in part.pieces))
    ids = [one.id for one in whole.pieces]
    return QuestionPage(
        draft,
        base_url(draft),
        piece.id,
        _section(whole, part),
        place + 1,
        len(ids),
        piece.typed,
        piece.row.revision,
        _by_field(whole.of_questions[piece.id]),
        line_views(whole, piece),
        piece.question.choices,
        ids[place - 1] if place else None,
        ids[place + 1] if place + 1 < len(ids) else None,
        draft.state == DraftState.open.value,
        piece.row.revision == 1 and not piece.typed.text,
        place > 0,
        whole.count,
        unfinished=frozenset(one.sentence for one in whole.of_questions[piece.id] if one.unfinished),
    )


async def publish_page(who: Principal, draft_id: UUID, error: str = "") -> PublishPage:
    """Return what is still wrong, or what publishing would change; raises NotFound."""
    draft = await written_for(who, draft_id)
    whole = await load_whole(draft)
    base = await base_of(draft)
    changes = differences(base, whole.questionnaire) if base is not None else None
    title = base.title if base is not None else ""
    editable = draft.state == DraftState.open.value
    named = list(_named(whole))
    behind = [one.name for one, _ in outdated(base, whole.questionnaire)] if base is not None else []
    return PublishPage(whole, base_url(draft), editable, _is_next(draft), title, changes, named, error, behind)


async def trial_page(who: Principal, draft_id: UUID, given: Entered, language: str = "") -> TrialPage:
    """Return a draft as the vendor sees it, with answers that are tried out; raises NotFound."""
    draft = await written_for(who, draft_id)
    return trial(await load_whole(draft), base_url(draft), given, today(), language)


async def version_lines(key: str) -> list[VersionLine]:
    """Return the versions of a questionnaire, newest first."""
    rows = await versions_of(key)
    return [_version(row, len(rows) - number) for number, row in enumerate(rows)]


async def version_page(key: str, version: str) -> VersionPage:
    """Return what a version changed against the one before it; raises NotFound."""
    rows = await versions_of(key)
    place = next((number for number, row in enumerate(rows) if row.version == version), None)
    if place is None:
        raise NotFound("There is no such version of this questionnaire.")
    found, older = from_json(rows[place].content), rows[place + 1 : place + 2]
    before = _version(older[0], len(rows) - place - 1) if older else None
    changes = differences(from_json(older[0].content), found) if older else []
    return VersionPage(key, found.title, _version(rows[place], len(rows) - place), before, changes)


def base_url(draft: QuestionnaireDraft) -> str:
    """Return where a draft's pages begin."""
    return f"/questionnaires/drafts/{draft.id}"


def _version(row: StoredQuestionnaire, number: int) -> VersionLine:
    asked = sum(len(section["questions"]) for section in json.loads(row.content)["sections"])
    return VersionLine(number, row.version, row.created_at, asked)


def _is_next(draft: QuestionnaireDraft) -> bool:
    return bool(draft.origin_key) and draft.key == draft.origin_key


def _section(whole: Whole, part: Part) -> SectionPart:
    row = part.row
    return SectionPart(
        part.id,
        row.title,
        ControlArea(row.area).label,
        row.summary,
        len(whole.questionnaire.sections[whole.parts.index(part)].tips),
        whole.of_sections[part.id],
        [_question(whole, piece) for piece in part.pieces],
    )


def _question(whole: Whole, piece: Piece) -> QuestionLine:
    question = piece.question
    when = _when(question.applies_when is not None, piece, whole.questionnaire)
    problems = whole.of_questions.get(piece.id, ())
    label, required, scored = question.kind.label, question.required, _scored(question)
    return QuestionLine(piece.id, question.ref, question.text, label, required, when, scored, problems)


def _scored(question: Question) -> str:
    try:
        return scoring_words(question)
    except InvalidQuestionnaire:
        return "an expected answer that is not finished"


def _when(composed: bool, piece: Piece, asked: Questionnaire) -> str:
    if composed and piece.question.applies_when is not None:
        return condition_words(piece.question.applies_when, asked)
    return "a condition that is not finished" if piece.typed.when else ""


def _by_field(problems: tuple[Problem, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for problem in problems:
        found.setdefault(problem.field, []).append(problem.sentence)
    return found


def _named(whole: Whole) -> Iterator[tuple[str, str, Problem]]:
    """Yield everything wrong, with its place in words and the address at which it is mended."""
    base = base_url(whole.draft)
    for problem in whole.of_outline:
        yield "The questionnaire", f"{base}#f-{problem.field}", problem
    for part in whole.parts:
        for problem in whole.of_sections[part.id]:
            yield part.row.title or "A section", f"{base}#section-{part.id}", problem
        for piece in part.pieces:
            for problem in whole.of_questions[piece.id]:
                yield piece.typed.ref or "A question", f"{base}/questions/{piece.id}#{field_id(problem.field)}", problem


def field_id(name: str) -> str:
    """Return the id of the part of a question's form that a problem is about."""
    return {
        "applies_when": "part-when",
        "choices": "part-answers",
        "columns": "part-answers",
        "range": "part-answers",
    }.get(name, f"f-{name}")
