"""One of everything for two vendors, made through the use-cases, and a look at what a probe has changed."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from fpdf import FPDF
from litestar import Litestar

from knowledge.facts import Fact, FactKey
from portal.assessments.answering import save_answer
from portal.assessments.attaching import attach_documents
from portal.assessments.authoring.arranging import add_question
from portal.assessments.authoring.loading import load_whole
from portal.assessments.authoring.publishing import discard_draft
from portal.assessments.authoring.starting import start_draft
from portal.assessments.authoring.tip_editing import add_tip
from portal.assessments.choosing import add_questionnaire
from portal.assessments.colleagues.asking import Asking, ask_colleague
from portal.assessments.colleagues.parts import Part
from portal.assessments.offline.receiving import receive_answers
from portal.assessments.receipt_files.keeping import receipt_lines
from portal.assessments.sending import Sending, send_assessment
from portal.assessments.sheets.keeping import keep_sheets
from portal.assessments.submitting import submit_assessment
from portal.assessments.tables import Assessment, Invitation, Suggestion
from portal.assistant.answering import answer_turn
from portal.assistant.asking import ask
from portal.assistant.drafting.taking import take_summary
from portal.assistant.drafting.writing import keep, write_on_vendor
from portal.assistant.states import TurnState
from portal.assistant.tables import Conversation, Turn
from portal.campaigns.choice import Rule
from portal.campaigns.ruling import add_rule
from portal.campaigns.starting import Plan, draft_for, send_campaign
from portal.campaigns.tables import Campaign, CampaignVendor
from portal.core.clock import today
from portal.core.database import run_sql, tables
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.drafts.kinds import DraftKind
from portal.engines import Engines
from portal.evidence.correcting import Stated, add_fact, fact_id
from portal.evidence.receiving import receive
from portal.evidence.succeeding import decide_succession, replace_document
from portal.evidence.tables import Evidence, FactReview, Succession
from portal.findings.raising import Shortcoming, raise_finding, raise_free_finding
from portal.findings.settling import remediate_finding
from portal.people.adding import create_token, get_person_by_email, new_link
from portal.people.sessions import open_session, secret_hash
from portal.people.tables import ApiToken, SignIn
from portal.procurement.recording import record_check
from portal.programme.setting import drop_requirement, set_requirement
from portal.programme.taking_in import hold_catalog
from portal.ratings.approving import approve_rating
from portal.ratings.drafting import draft_rating
from portal.ratings.editing import Edited, edit_conditions
from portal.ratings.proposing import propose_rating
from portal.ratings.tables import Condition, RatingRecord
from portal.review.deciding import Seen, agree, ask_again
from portal.review.standing import review_of
from portal.risk.levels import Owner, Severity
from portal.worker import Worker
from questionnaires.formats import Source, native
from questionnaires.formats.spreadsheet import plain_sheets
from questionnaires.values import Given
from tests.cast import Cast, VendorSide
from tests.portal.assessments.sending import mailed_code
from tests.portal.review.story import ANSWERS, questionnaire
from tests.questionnaires.formats.oscal_files import CATALOG_XML

COMPANY = "Aldgate Bank"
_SHEET = b"ID,Question\nA-1,CANARY-SHEET Is it so?\n"
QUESTION = "Is customer data encrypted at rest?"
# What a look at a page may change: when a session or token was last used, and how often somebody tried something.
_TOUCHED = {"sign_in": "seen_at", "api_token": "used_at"}
_UNCOUNTED = {"attempt"}


@dataclass(frozen=True, slots=True)
class World:
    """Both vendors' things by name; the names are those the permission table uses."""

    app: Litestar
    settings: Settings
    cast: Cast
    own: dict[str, str]
    foreign: dict[str, str]


async def make_world(app: Litestar, settings: Settings, cast: Cast) -> World:
    """Make one of everything for both vendors; Helio's persons are the reviewer's, Corvid's the approver's."""
    await add_questionnaire(cast.reviewer, questionnaire())
    shared = await _shared(settings, cast)
    own = await _things(app, settings, cast, cast.helio, cast.reviewer, cast.approver)
    foreign = await _things(app, settings, cast, cast.corvid, cast.approver, cast.administrator)
    return World(app, settings, cast, {**own, **shared}, {**foreign, **shared})


async def _shared(settings: Settings, cast: Cast) -> dict[str, str]:
    required = await set_requirement(cast.approver, "R-01", "Encryption", "Data is encrypted at rest.", ())
    dropped = await set_requirement(cast.approver, "R-02", "Faxes", "No faxes.", ())
    await drop_requirement(cast.approver, dropped.id)
    auditor = await get_person_by_email(cast.auditor.email)
    rule = await add_rule(cast.approver, Rule(uuid4(), "CANARY-RULE", questionnaires=("lite", "core")))
    return {
        "rule": str(rule.id),
        "requirement": str(required.id),
        "dropped": str(dropped.id),
        "catalog_reading": str((await hold_catalog(cast.approver, Source("rules.xml", CATALOG_XML))).id),
        "person": str(auditor.id),
        "colleague": cast.approver.id,
        "sheet_file": str(await keep_sheets(cast.reviewer, "own.csv", plain_sheets(Source("own.csv", _SHEET)))),
        "door": await new_link(cast.administrator, auditor.id),
        **await _written(cast.reviewer),
    }


async def _written(reviewer: Principal) -> dict[str, str]:
    """Give a questionnaire that is being written, one that is finished, and one that was thrown away."""
    written = await start_draft(reviewer, "CANARY-WRITTEN")
    section = (await load_whole(written)).parts[0]
    asked = await add_question(reviewer, written.id, section.id)
    await add_tip(reviewer, written.id, section.id)
    finished = await start_draft(reviewer, "CANARY-FINISHED", "story")
    discarded = await start_draft(reviewer, "CANARY-DISCARDED")
    await discard_draft(reviewer, discarded.id)
    return {
        "written": str(written.id), "written_section": str(section.id), "written_question": str(asked.id),
        "finished": str(finished.id), "finished_version": (await load_whole(finished)).questionnaire.version,
        "discarded": str(discarded.id), "story_version": questionnaire().version,
    }  # fmt: skip


async def _things(
    app: Litestar, settings: Settings, cast: Cast, side: VendorSide, reviewer: Principal, other: Principal
) -> dict[str, str]:
    marked = side.vendor.slug.partition("-")[0]
    evidence = await receive(side.who, side.vendor.id, f"{marked}-report.pdf", _paper(side.vendor.name), settings)
    locked = await receive(side.who, side.vendor.id, f"{marked}-locked.pdf", _locked(side.vendor.name), settings)
    await _work_off(app, settings)
    made = {
        "slug": side.vendor.slug,
        "service": str(side.service.id),
        "contact": str(side.contact.id),
        "evidence": str(evidence.id),
        "document": str(evidence.document),
        "locked": str(locked.id),
        **await _facts(evidence, reviewer),
        **await _version(settings, side, reviewer, evidence),
    }
    made |= await _findings(cast, side, reviewer)
    made |= await _assessments(app, settings, cast, side, reviewer)
    made |= await _open(settings, cast, side, made["evidence"])
    made |= await _begun(app, settings, cast, side)
    made |= await _asked(app, side, reviewer)
    made |= await _drafted(side, reviewer)
    made |= await _campaigns(app, settings, side, reviewer)
    check = await record_check(cast.procurement, side.vendor.slug, None, f"Contract with {marked}", settings, COMPANY)
    person = await get_person_by_email(reviewer.email)
    secret = await create_token(reviewer, person, f"{marked} token")
    token = await ApiToken.objects().where(ApiToken.token_hash == secret_hash(secret)).first()
    assert token is not None
    return {**made, "number": str(check.number), "token": str(token.id), "session": await _session(reviewer)}


async def _facts(evidence: Evidence, reviewer: Principal) -> dict[str, str]:
    """Add a fact as the reviewer, and name it as a form would."""
    await add_fact(reviewer, evidence.id, FactKey.OWNER, Stated("CANARY-OWNER"))
    review = await FactReview.objects().where(FactReview.evidence == evidence.id).first()
    assert review is not None
    return {"fact_review": str(review.id), "fact": fact_id(FactKey.OWNER, Fact("CANARY-OWNER", "", 0))}


async def _version(settings: Settings, side: VendorSide, reviewer: Principal, newer: Evidence) -> dict[str, str]:
    """Give an older document that was said not to be a version of the newer one."""
    older = await receive(side.who, side.vendor.id, "garden.pdf", _older_paper(), settings)
    await replace_document(reviewer, newer.id, older.id, "")
    pair = await Succession.objects().where(Succession.older == older.id).first()
    assert pair is not None
    await decide_succession(reviewer, newer.id, pair.id, False, "CANARY-NOT-THE-SAME")
    return {"older": str(older.id), "version": str(pair.id)}


async def _older_paper() -> AsyncIterator[bytes]:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    pdf.multi_cell(0, 6, "Notes on the building. The garden is watered twice a week.")
    yield bytes(pdf.output())


async def _session(person: Principal) -> str:
    token = await open_session(person, "another device")
    row = await SignIn.objects().where(SignIn.token_hash == secret_hash(token)).first()
    assert row is not None
    return str(row.id)


async def _findings(cast: Cast, side: VendorSide, reviewer: Principal) -> dict[str, str]:
    wrong = Shortcoming("CANARY-FINDING keys are shared", Severity.HIGH)
    standing = await raise_free_finding(reviewer, side.vendor.id, side.service.id, wrong)
    done = await raise_free_finding(reviewer, side.vendor.id, None, wrong)
    await remediate_finding(reviewer, done.id, "CANARY-REMEDIATION seen on site")
    return {"finding": str(standing.id), "remediated": str(done.id)}


async def submitted(settings: Settings, cast: Cast, side: VendorSide, title: str = "story") -> Assessment:
    """Send the questionnaire, answer it as the contact, and submit it."""
    assessment = await answered(settings, cast, side, title)
    await submit_assessment(side.who, assessment.id, side.contact.name, "Security lead")
    return assessment


async def answered(settings: Settings, cast: Cast, side: VendorSide, title: str = "story") -> Assessment:
    """Send the questionnaire and answer all of it as the contact."""
    wanted = Sending(side.vendor.id, title, side.service.id, contact=side.contact.id, message="Please answer.")
    assessment = await send_assessment(settings, COMPANY, cast.reviewer, wanted)
    for ref, given in ANSWERS.items():
        raw = {"answer": list(given.texts), "comment": [given.comment], "reason": [given.reason]}
        await save_answer(side.who, assessment.id, ref, raw, 0)
    return assessment


async def _assessments(
    app: Litestar, settings: Settings, cast: Cast, side: VendorSide, reviewer: Principal
) -> dict[str, str]:
    rows = [await submitted(settings, cast, side) for _ in range(3)]
    await _work_off(app, settings)
    in_review, decided, published = rows
    await ask_again(reviewer, in_review.id, await seen(in_review, "PH-01"), "CANARY-WAITING which visitors?")
    await raise_finding(reviewer, in_review.id, "CR-01", Shortcoming("CANARY-RAISED", Severity.LOW))
    for ref in ANSWERS:
        one = (await review_of(decided)).find(ref)
        if one is not None and one.open:
            await agree(reviewer, decided.id, Seen(ref, one.answered.revision, one.verdict.id if one.verdict else None))
    draft = await draft_rating(reviewer, in_review.id)
    await edit_conditions(reviewer, draft.id, [Edited(None, "CANARY-CONDITION", Owner.VENDOR, None)], draft.revision)
    proposed = await draft_rating(reviewer, decided.id)
    await propose_rating(reviewer, proposed.id, proposed.revision)
    signed = await draft_rating(reviewer, published.id)
    await edit_conditions(reviewer, signed.id, [Edited(None, "Rotate keys", Owner.VENDOR, None)], signed.revision)
    await propose_rating(reviewer, signed.id, signed.revision + 1)
    second = cast.approver if reviewer.id != cast.approver.id else _second(cast)
    await approve_rating(second, signed.id, signed.revision + 2)
    verdict = (await seen(in_review, "AC-01")).verdict
    return {
        "in_review": str(in_review.id), "decided": str(decided.id), "published": str(published.id),
        "verdict": str(verdict), "draft": str(draft.id), "proposed": str(proposed.id), "signed": str(signed.id),
        "draft_revision": str((await _rating(draft)).revision),
        "proposed_revision": str((await _rating(proposed)).revision),
        "receipt": str((await receipt_lines(in_review.id))[0].id),
        "condition": await _condition(signed), "draft_condition": await _condition(draft),
    }  # fmt: skip


def _second(cast: Cast) -> Principal:
    return replace(cast.approver, id=cast.auditor.id, name="Second Approver")


async def seen(assessment: Assessment, ref: str) -> Seen:
    """Return what a page shows of a question now."""
    one = (await review_of(assessment)).find(ref)
    assert one is not None
    return Seen(ref, one.answered.revision, one.verdict.id if one.verdict else None)


async def _rating(row: RatingRecord) -> RatingRecord:
    kept = await RatingRecord.objects().where(RatingRecord.id == row.id).first()
    assert kept is not None
    return kept


async def _condition(row: RatingRecord) -> str:
    condition = await Condition.objects().where(Condition.rating == row.id).first()
    assert condition is not None
    return str(condition.id)


async def _open(settings: Settings, cast: Cast, side: VendorSide, evidence: str) -> dict[str, str]:
    assessment = await answered(settings, cast, side)
    code = await mailed_code()
    await attach_documents(side.who, assessment.id, "AC-01", [UUID(evidence)])
    invitation = await Invitation.objects().where(Invitation.assessment == assessment.id).first()
    assert invitation is not None
    file = Source("answers.yaml", native.write(questionnaire(), {"AC-01": Given("no")}).encode())
    brought = await receive_answers(side.who, assessment.id, file, settings)
    ours = await receive_answers(cast.reviewer, assessment.id, file, settings)
    helper = await ask_colleague(settings, COMPANY, side.who, assessment.id, _asking(side, "Nora Berg"))
    return {
        "helper": str(helper.id),
        "open": str(assessment.id), "invitation": str(invitation.id), "code": code, "answer_file": str(brought),
        "staff_file": str(ours),
    }  # fmt: skip


async def _begun(app: Litestar, settings: Settings, cast: Cast, side: VendorSide) -> dict[str, str]:
    """Send the questionnaire once more; nothing is answered, and the vendor's report suggests something."""
    wanted = Sending(side.vendor.id, "story", side.service.id, contact=side.contact.id, message="And again.")
    assessment = await send_assessment(settings, COMPANY, cast.reviewer, wanted)
    await _work_off(app, settings)
    row = (
        await Suggestion.objects().where((Suggestion.assessment == assessment.id) & (Suggestion.ref == "CR-01")).first()
    )
    assert row is not None
    helper = await ask_colleague(settings, COMPANY, side.who, assessment.id, _asking(side, "Otto Dahl"))
    return {"begun": str(assessment.id), "suggestion": str(row.id), "begun_helper": str(helper.id)}


def _asking(side: VendorSide, name: str) -> Asking:
    return Asking(name, f"{name.split()[0].lower()}@{side.vendor.slug}.example", Part(sections=("access",)))


async def _campaigns(app: Litestar, settings: Settings, side: VendorSide, reviewer: Principal) -> dict[str, str]:
    """Give a campaign under way, one that waits to be sent, and one that could not be sent."""
    plan = Plan("CANARY-CAMPAIGN", "lite", today() + timedelta(days=20), "Please.", (7,), (1,), 7)
    rows = [await draft_for(reviewer, plan, [side.vendor.id], "Every vendor") for _ in range(3)]
    for row in (rows[0], rows[2]):
        await send_campaign(reviewer, row.id)
    await CampaignVendor.update({CampaignVendor.wanted: "", CampaignVendor.problem: "No contact."}).where(
        CampaignVendor.campaign == rows[2].id
    )
    await _work_off(app, settings)
    places = [await _place(row) for row in rows]
    return {
        "proposed_mark": f"{side.vendor.id} core",
        "campaign": str(rows[0].id), "drafted": str(rows[1].id), "stuck": str(rows[2].id),
        "place": places[0], "drafted_place": places[1], "stuck_place": places[2],
    }  # fmt: skip


async def _place(campaign: Campaign) -> str:
    place = await CampaignVendor.objects().where(CampaignVendor.campaign == campaign.id).first()
    assert place is not None
    return str(place.id)


async def _asked(app: Litestar, side: VendorSide, reviewer: Principal) -> dict[str, str]:
    engines: Engines = app.state.engines
    turn = await ask(reviewer, QUESTION, side.vendor, None)
    conversation = await Conversation.objects().where(Conversation.id == turn.conversation).first()
    assert conversation is not None
    await answer_turn(turn.id, conversation, reviewer, engines, lambda piece: None)
    failed = await ask(reviewer, QUESTION, side.vendor, conversation)
    await Turn.update({Turn.state: TurnState.failed.value}).where(Turn.id == failed.id)
    return {"conversation": str(conversation.id), "turn": str(turn.id), "failed": str(failed.id)}


async def _drafted(side: VendorSide, reviewer: Principal) -> dict[str, str]:
    """Give a summary that waits to be taken, beside one that was."""
    drafts = [await keep(reviewer, await write_on_vendor(reviewer, DraftKind.summary, side.vendor)) for _ in range(2)]
    await take_summary(reviewer, drafts[0].id, "CANARY-SUMMARY")
    return {"text_draft": str(drafts[1].id)}


async def _work_off(app: Litestar, settings: Settings) -> None:
    await Worker(settings, app.state.engines).work_off()


async def _paper(vendor: str) -> AsyncIterator[bytes]:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for text in (
        f"SOC 2 Type 2 Report\n{vendor}\nReport on the Main service\nPeriod 1 November 2025 to 31 October 2026\n"
        "Independent service auditor's report",
        f"Customer data of {vendor} is encrypted at rest with AES-256 in all databases and backups. "
        "Multi-factor authentication is required for all administrative access to production systems.",
    ):
        pdf.add_page()
        pdf.multi_cell(0, 6, text)
    yield bytes(pdf.output())


async def _locked(vendor: str) -> AsyncIterator[bytes]:
    pdf = FPDF()
    pdf.set_encryption(owner_password="owner", user_password="open it")
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    pdf.multi_cell(0, 6, f"Information security policy of {vendor}. Owner: CANARY-LOCKED.")
    yield bytes(pdf.output())


async def fingerprint(without: str = "") -> dict[str, str]:
    """Return a hash of every table's rows, so that two moments can be compared."""
    found: dict[str, str] = {}
    for table in tables():
        name = table._meta.tablename
        if name not in _UNCOUNTED and name != without:
            rows = await run_sql(f'SELECT * FROM "{name}"')
            kept = sorted(
                repr(sorted((k, str(v)) for k, v in row.items() if k != _TOUCHED.get(name, ""))) for row in rows
            )
            found[name] = hashlib.sha256("\n".join(kept).encode()).hexdigest()
    return found


async def changes(before: dict[str, str], without: str = "") -> list[str]:
    """Return the tables whose rows are not what they were."""
    return [name for name, value in (await fingerprint(without)).items() if value != before[name]]
