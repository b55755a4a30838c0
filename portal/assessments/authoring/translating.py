"""Change what a draft says in another language; nobody overwrites another silently."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from piccolo.columns import Column

from portal.assessments.authoring.access import hold_open, written_for
from portal.assessments.authoring.assembling import Whole
from portal.assessments.authoring.draft_texts import Kept, to_kept
from portal.assessments.authoring.loading import load_whole
from portal.assessments.authoring.publishing import base_of
from portal.assessments.authoring.tables import DraftState, QuestionnaireDraft
from portal.core import audit
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm
from portal.core.scope import Principal
from questionnaires.errors import QuestionnaireError
from questionnaires.formats import translation_file
from questionnaires.languages import NAMES, language_name
from questionnaires.translating import find_translation, missing_texts, outdated, places
from questionnaires.translations import LANGUAGE, place_words

MOST = 400_000
LANGUAGES = sorted(NAMES.items(), key=lambda pair: pair[1].casefold())


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """One language of a draft: how many of all texts it has, and how many fell behind their original."""

    code: str
    name: str
    texts: int
    outdated: int


@dataclass(frozen=True, slots=True)
class TranslationsPage:
    """The languages of a draft."""

    whole: Whole
    base: str
    editable: bool
    original: str
    total: int
    lines: list[LanguageLine]
    offered: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class TranslationPage:
    """One language of a draft as text to be filled in; `seen` tells what was there when it was opened."""

    whole: Whole
    base: str
    editable: bool
    code: str
    name: str
    text: str
    seen: str
    missing: int
    outdated: list[str]
    error: str = ""


async def translations_page(who: Principal, draft_id: UUID) -> TranslationsPage:
    """Return the languages of a draft; raises NotFound."""
    draft = await written_for(who, draft_id)
    whole = await load_whole(draft)
    asked, behind = whole.questionnaire, await _behind(draft, whole)
    lines = [
        LanguageLine(one.language, one.name, len(one.texts), len(behind.get(one.language, [])))
        for one in asked.translations
    ]
    taken = {asked.language, *(one.code for one in lines)}
    offered = [(code, name) for code, name in LANGUAGES if code not in taken]
    editable, total = draft.state == DraftState.open.value, sum(1 for _ in places(asked))
    return TranslationsPage(whole, _base(draft), editable, language_name(asked.language), total, lines, offered)


async def translation_page(
    who: Principal, draft_id: UUID, code: str, typed: str = "", seen: str = "", error: str = ""
) -> TranslationPage:
    """Return one language of a draft, with what was `typed` if that was refused; raises NotFound, InvalidForm."""
    draft = await written_for(who, draft_id)
    whole = await load_whole(draft)
    asked = whole.questionnaire
    _require_language(code, asked.language)
    text = translation_file.write(asked, code)
    return TranslationPage(
        whole,
        _base(draft),
        draft.state == DraftState.open.value,
        code,
        language_name(code),
        typed or text,
        seen or _mark(whole, code),
        len(missing_texts(asked, code)),
        [place_words(place) for place in (await _behind(draft, whole)).get(code, [])],
        error,
    )


async def save_translation(who: Principal, draft_id: UUID, code: str, text: str, seen: str) -> int:
    """Save what was filled in over what its writer saw; returns how many texts it has. Raises InvalidForm, Conflict."""
    if len(text) > MOST:
        raise InvalidForm({"text": f"This is longer than the {MOST:,} characters that fit."})
    async with transaction():
        draft = await hold_open(who, draft_id)
        whole = await load_whole(draft)
        _require_language(code, whole.questionnaire.language)
        try:
            found = translation_file.read(whole.questionnaire, code, text)
        except QuestionnaireError as error:
            raise InvalidForm({"text": error.sentence}) from None
        standing = find_translation(whole.questionnaire, code)
        if found.texts == (standing.texts if standing else ()):
            return len(found.texts)
        if seen != _mark(whole, code):
            raise Conflict("Somebody else changed this translation while you were writing; yours is not saved yet.")
        kept = Kept.from_json(draft.translations).put(to_kept(found, whole.typed), whole.typed.keys()).to_json()
        columns: dict[Column | str, object] = {QuestionnaireDraft.translations: kept}
        await QuestionnaireDraft.update(columns).where(QuestionnaireDraft.id == draft.id)
        detail: dict[str, object] = {"language": code, "texts": len(found.texts)}
        await audit.record(who, "questionnaire_draft.translated", draft, detail)
    return len(found.texts)


def _require_language(code: str, original: str) -> None:
    if not LANGUAGE.fullmatch(code) or code == original:
        raise InvalidForm({"language": "Choose a language other than that of the original."})


async def _behind(draft: QuestionnaireDraft, whole: Whole) -> dict[str, list[tuple[str, ...]]]:
    before = await base_of(draft)
    return {one.language: stale for one, stale in outdated(before, whole.questionnaire)} if before else {}


def _mark(whole: Whole, code: str) -> str:
    found = find_translation(whole.questionnaire, code)
    return hashlib.sha256(repr(found.texts).encode()).hexdigest() if found else ""


def _base(draft: QuestionnaireDraft) -> str:
    return f"/questionnaires/drafts/{draft.id}"
