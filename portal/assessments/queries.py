"""What the staff's pages about assessments show: one function a page."""

from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.authoring.queries import draft_lines, version_lines
from portal.assessments.choosing import get_offered, offered_questionnaires
from portal.assessments.colleagues.queries import lines_of
from portal.assessments.documents import attached_documents
from portal.assessments.imported_files import ImportedFile
from portal.assessments.outline import Outline, outline
from portal.assessments.receipt_files.keeping import receipt_lines
from portal.assessments.reuse.standing import Taken, taken_of
from portal.assessments.staff_pages import (
    AnswerLine,
    AnswerSection,
    AssessmentPage,
    InvitationLine,
    NewPage,
    QuestionnaireLine,
    QuestionnairePage,
    QuestionnairesPage,
)
from portal.assessments.states import AssessmentState
from portal.assessments.tables import AskedAgain, Assessment, Invitation
from portal.assessments.talk.threads import threads_of, waiting
from portal.assessments.wording import answer_words
from portal.core.clock import today
from portal.core.dates import plural
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.evidence.queries import EvidenceLine, evidence_lines
from portal.vendors.tables import Contact, Service, Vendor
from questionnaires.answering import answer_rows
from questionnaires.model import Question
from questionnaires.saying import condition_words
from questionnaires.scoring import score
from questionnaires.storing import get_questionnaire
from questionnaires.values import AnswerRow


async def questionnaires_page(
    errors: dict[str, str] | None = None, came_in: ImportedFile | None = None
) -> QuestionnairesPage:
    """Return the list of questionnaires, with what came in just now or why it did not."""
    return QuestionnairesPage(
        [
            QuestionnaireLine(q.key, q.title, q.summary, len(q.sections), len(q.questions), offered.own)
            for offered in await offered_questionnaires()
            for q in [offered.questionnaire]
        ],
        await draft_lines(),
        errors or {},
        came_in,
    )


async def questionnaire_page(key: str) -> QuestionnairePage:
    """Return one questionnaire; raises NotFound."""
    offered = await get_offered(key)
    found = offered.questionnaire
    conditions = {q.ref: condition_words(q.applies_when, found) for q in found.questions if q.applies_when}
    versions = [] if offered.own else await version_lines(key)
    return QuestionnairePage(found, found.version, offered.own, versions, conditions)


async def new_page(
    slug: str,
    mail_is_sent: bool,
    errors: dict[str, str] | None = None,
    entered: dict[str, str] | None = None,
    carried: bool = False,
) -> NewPage:
    """Return the form for a vendor, or the list of vendors to choose from; `carried` when its message is a question."""
    lines = [(o.questionnaire.key, o.questionnaire) for o in await offered_questionnaires()]
    offered = [(key, f"{q.title} ({plural(len(q.questions), 'question')})") for key, q in lines]
    if not slug:
        vendors = await Vendor.objects().where(Vendor.archived.eq(False)).order_by(Vendor.name).limit(2000)
        choices = [(v.slug, v.name) for v in vendors]
        return NewPage(None, choices, [], [], offered, mail_is_sent, today(), {}, entered or {})
    vendor = await Vendor.objects().where((Vendor.slug == slug) & Vendor.archived.eq(False)).first()
    if vendor is None:
        raise NotFound()
    services = (
        await Service.objects().where((Service.vendor == vendor.id) & Service.active.eq(True)).order_by(Service.name)
    )
    contacts = (
        await Contact.objects().where((Contact.vendor == vendor.id) & Contact.active.eq(True)).order_by(Contact.name)
    )
    return NewPage(
        vendor,
        [],
        [(str(s.id), s.name) for s in services],
        [(str(c.id), f"{c.name} <{c.email}>") for c in contacts],
        offered,
        mail_is_sent,
        today(),
        errors or {},
        entered or {},
        carried,
    )


async def assessment_page(who: Principal, assessment_id: UUID, mail_is_sent: bool) -> AssessmentPage:
    """Return one assessment with its answers; raises NotFound."""
    assessment = await assessment_for(who, assessment_id)
    vendor = await Vendor.objects().get(Vendor.id == assessment.vendor)
    contact = await Contact.objects().get(Contact.id == assessment.contact)
    assert vendor is not None and contact is not None
    service = await Service.objects().get(Service.id == assessment.service) if assessment.service else None
    questionnaire = await get_questionnaire(assessment.questionnaire)
    rows = await answer_rows(assessment.response)
    answers = {ref: row.given for ref, row in rows.items() if row.given is not None}
    whole = outline(questionnaire, answers)
    documents = await evidence_lines(assessment.vendor)
    threads = await threads_of(assessment.id)
    return AssessmentPage(
        assessment,
        AssessmentState(assessment.state),
        vendor,
        service.name if service else "",
        contact,
        whole,
        await _invitations(assessment),
        await _sections(assessment, whole, rows, documents),
        len(documents),
        who.can(Can.assess),
        mail_is_sent,
        today(),
        score(questionnaire, answers, assessment.submitted_at.date() if assessment.submitted_at else today()),
        await receipt_lines(assessment.id),
        await lines_of(assessment.id, questionnaire, whole.refs, rows),
        len(threads),
        waiting(threads, threads, ours=True),
    )


async def _invitations(assessment: Assessment) -> list[InvitationLine]:
    rows = await (
        Invitation.objects()
        .where(Invitation.assessment == assessment.id)
        .order_by(Invitation.created_at, ascending=False)
        .limit(20)
    )
    return [InvitationLine(r.id, r.email, r.created_at, r.expires_at, r.used_at, r.revoked_at) for r in rows]


async def _sections(
    assessment: Assessment, whole: Outline, rows: dict[str, AnswerRow], documents: list[EvidenceLine]
) -> list[AnswerSection]:
    attached = await attached_documents(assessment.id, documents)
    names = {str(document.id): document.name for document in documents}
    again, taken = await _asked_again(assessment), await taken_of(assessment.id, rows)
    return [
        AnswerSection(
            section.title,
            section.note,
            [
                _line(q, rows.get(q.ref), names, attached.get(q.ref, []), again.get(q.ref, ""), taken.get(q.ref))
                for q in section.questions
            ],
        )
        for section in whole.sections
    ]


def _line(
    question: Question,
    row: AnswerRow | None,
    names: dict[str, str],
    documents: list[EvidenceLine],
    again: str,
    taken: Taken | None,
) -> AnswerLine:
    words = answer_words(question, row.given, names) if row and row.given else ""
    return AnswerLine(question, words, row, documents, again, taken)


async def _asked_again(assessment: Assessment) -> dict[str, str]:
    open_notes = (AskedAgain.assessment == assessment.id) & AskedAgain.settled_at.is_null()
    rows = await AskedAgain.objects().where(open_notes).order_by(AskedAgain.id)
    return {row.ref: row.note for row in rows}
