"""The workbook that a contact downloads, and what stood when it was made."""

import json
from collections.abc import Mapping
from uuid import UUID

from anyio import to_thread

from portal.assessments.access import assessment_for
from portal.assessments.file_tables import OfflineCopy
from portal.assessments.offline.states import require_bringing
from portal.assessments.speaking import chosen_language
from portal.assessments.tables import AnswerEvidence, Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.dates import date_long
from portal.core.scope import Principal
from questionnaires.answering import all_changes_of, answer_rows
from questionnaires.formats import offline
from questionnaires.merging import Base
from questionnaires.storing import get_questionnaire
from questionnaires.translating import translated
from questionnaires.values import AnswerRow


async def make_copy(who: Principal, company: str, assessment_id: UUID) -> tuple[str, bytes]:
    """Return the name and the bytes of a workbook with all questions and the answers so far, and remember what stood.

    The questions are in the language in which the contact reads them.
    """
    require_bringing(who)
    assessment = await assessment_for(who, assessment_id)
    asked = await get_questionnaire(assessment.questionnaire)
    rows = await answer_rows(assessment.response)
    copy = await _remember(who, assessment, rows)
    given = {ref: row.given for ref, row in rows.items() if row.given is not None}
    about, attached = _about(company, assessment, copy), await _attached(assessment.id)
    read = translated(asked, await chosen_language(who, assessment.id, asked))
    data = await to_thread.run_sync(offline.write, read, given, str(copy.id), about, attached)
    return f"{asked.key}-{copy.made_at:%Y-%m-%d}.xlsx", data


async def base_of(copy: OfflineCopy, response: UUID) -> Base:
    """Return what stood when the copy was made, by reference."""
    revisions: dict[str, int] = json.loads(copy.revisions)
    changes = await all_changes_of(response)
    return {row.ref: row.given for row in changes if revisions.get(row.ref) == row.revision}


async def _remember(who: Principal, assessment: Assessment, rows: Mapping[str, AnswerRow]) -> OfflineCopy:
    revisions = json.dumps({ref: row.revision for ref, row in rows.items()})
    copy = OfflineCopy(assessment=assessment.id, revisions=revisions, made_by_name=who.name, made_at=now())
    async with transaction():
        await copy.save()
        detail: dict[str, object] = {"copy": str(copy.id), "answers": len(rows)}
        await audit.record(who, "offline_copy.made", assessment, detail, vendor=assessment.vendor)
    return copy


async def _attached(assessment_id: UUID) -> dict[str, int]:
    rows = await AnswerEvidence.select(AnswerEvidence.ref).where(AnswerEvidence.assessment == assessment_id)
    refs = [row["ref"] for row in rows]
    return {ref: refs.count(ref) for ref in refs}


def _about(company: str, assessment: Assessment, copy: OfflineCopy) -> list[str]:
    due = f", due {date_long(assessment.due)}" if assessment.due else ""
    return [
        f"{company} asks you to answer this{due}. This copy was made on {date_long(copy.made_at.date())}.",
        "Fill in the light cells of the sheet “Questions”: the answer, a comment where it helps, and why where a question "
        "does not apply to you. Leave the references as they are. Rows may be sorted, hidden or coloured.",
        "Save the file and upload it where you downloaded it. You are shown what would change before anything is saved; "
        "where somebody answered online in the meantime, you choose which answer counts.",
        "Documents are attached online. Submitting happens online too.",
    ]
