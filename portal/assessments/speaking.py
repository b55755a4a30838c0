"""The language in which a contact reads a questionnaire: chosen in the form, remembered for that contact and assessment."""

from dataclasses import dataclass
from uuid import UUID

from piccolo.columns import Column

from portal.assessments.access import assessment_for
from portal.assessments.language_tables import AnswerLanguage
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from questionnaires.languages import language_name
from questionnaires.model import Questionnaire
from questionnaires.storing import get_questionnaire
from questionnaires.translating import find_translation
from questionnaires.translations import ENGLISH


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language chosen, that of the original, and what is `said` in the chosen one; all else is the original."""

    chosen: str = ENGLISH
    original: str = ENGLISH
    said: frozenset[str] = frozenset()

    def of(self, text: str) -> str:
        """Return the language of a text that is shown."""
        return self.chosen if text in self.said else self.original


async def chosen_language(who: Principal, assessment_id: UUID, asked: Questionnaire) -> str:
    """Return the language a contact reads it in; that of the original until one was chosen."""
    if not asked.translations or not who.role.outside:
        return asked.language
    mine = (AnswerLanguage.assessment == assessment_id) & (AnswerLanguage.contact == UUID(who.id))
    row = await AnswerLanguage.select(AnswerLanguage.language).where(mine).first()
    known = row is not None and find_translation(asked, row["language"]) is not None
    return str(row["language"]) if row is not None and known else asked.language


async def choose_language(who: Principal, assessment_id: UUID, language: str) -> None:
    """Remember the language; raises NotFound for one that the questionnaire does not speak."""
    who.require(Can.answer_part)
    assessment = await assessment_for(who, assessment_id)
    asked = await get_questionnaire(assessment.questionnaire)
    if language != asked.language and find_translation(asked, language) is None:
        raise NotFound("This questionnaire is not translated into that language.")
    row = AnswerLanguage(assessment=assessment.id, contact=UUID(who.id), language=language, chosen_at=now())
    changed: list[Column | tuple[Column, object]] = [AnswerLanguage.language, AnswerLanguage.chosen_at]
    once = (AnswerLanguage.assessment, AnswerLanguage.contact)
    async with transaction():
        await AnswerLanguage.insert(row).on_conflict(action="DO UPDATE", target=once, values=changed)
        await audit.record(
            who, "assessment.language_chosen", assessment, {"language": language}, vendor=assessment.vendor
        )


def tongue_of(asked: Questionnaire, language: str) -> Tongue:
    """Return what tells the language of each text."""
    found = find_translation(asked, language)
    return Tongue(language, asked.language, frozenset(text for _, text in found.texts) if found else frozenset())


def languages_of(asked: Questionnaire) -> list[tuple[str, str]]:
    """Return the code and the own name of every language to choose from; none where there is but one."""
    codes = [asked.language, *(one.language for one in asked.translations)]
    return [(code, language_name(code)) for code in codes] if len(codes) > 1 else []
