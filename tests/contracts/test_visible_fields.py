"""What a page may show to whom: contacts see nothing of the review, procurement nothing of the evidence, in no page or mail."""

from datetime import timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup

from portal.assessments.returning import return_assessment
from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.core.tables import OutboxMessage
from portal.findings.settling import accept_risk
from portal.ratings.editing import edit_narrative
from portal.ratings.tables import RatingRecord
from portal.review.deciding import overrule
from portal.risk.levels import AccessKind, FindingState, Grade, ReviewDecision, VerdictState
from tests.client import Browser
from tests.contracts.objects import COMPANY, World, seen
from tests.contracts.permissions import PRINCIPALS, rows
from tests.contracts.visiting import Visitor, address, visitors
from tests.portal.review.story import questionnaire

pytestmark = pytest.mark.anyio
ROWS = rows()
_NO_TEXT = ("/file", "/pdf")  # documents, and the receipt as a PDF: its data file has the same and is read
REASON = "CANARY-REASON the report is about another product"
NARRATIVE = "CANARY-NARRATIVE we would not sign"
# Words of the review that no page of a contact has a use for.
REVIEW_WORDS = (
    *(state.label for state in VerdictState),
    *(grade.label for grade in Grade),
    *(decision.label for decision in ReviewDecision),
    FindingState.ACCEPTED.label, AccessKind.DATA_ONLY.label,
    "Inherent risk", "Residual risk", "Tier 2", "Weight", "Score", "Severity", "Verdict", "Finding", "Grade",
)  # fmt: skip


async def reviewed_further(world: World) -> None:
    """Add what a reviewer writes down about Helio, a mark in each."""
    cast, in_review = world.cast, await _assessment(world, "in_review")
    await overrule(cast.reviewer, in_review.id, await seen(in_review, "AC-01"), VerdictState.CONTRADICTED, REASON)
    draft = await RatingRecord.objects().where(RatingRecord.id == world.own["draft"]).first()
    assert draft is not None
    await edit_narrative(cast.reviewer, draft.id, NARRATIVE, draft.revision)
    await accept_risk(cast.approver, UUID(world.own["finding"]), "CANARY-ACCEPTED for a while", today() + timedelta(9))


async def test_a_contacts_pages_show_nothing_of_the_review(world: World, browser: Browser) -> None:
    """No weight, score, claim, verdict, finding, rating, note or other vendor: in no state of a questionnaire."""
    await reviewed_further(world)
    people = await visitors(world, browser)
    person, bench = (
        people["contact"],
        await people["reviewer"].call("GET", f"/reviews/{world.own['in_review']}?ref=AC-01"),
    )
    assert "CANARY-REASON" in bench.text  # it is there for whoever may read it
    wrong: list[str] = []
    for name in ("open", "in_review", "published"):
        for url, page in await _pages(person, world, name):
            wrong += [f"{url}: {secret}" for secret in _secrets(world, page)]
            words = _words(page)
            wrong += [f"{url}: {word}" for word in REVIEW_WORDS if word.lower() in words]
    assert not wrong, "\n" + "\n".join(sorted(set(wrong)))


async def test_a_note_reaches_the_contact_when_it_is_sent_and_not_before(world: World, browser: Browser) -> None:
    """What is to be asked again is the reviewer's until the questionnaire is returned; what is noted later stays hers."""
    person = (await visitors(world, browser))["contact"]
    assessment = await _assessment(world, "in_review")
    before = [page for _, page in await _pages(person, world, "in_review")]
    await return_assessment(world.settings, COMPANY, world.cast.reviewer, assessment.id, "Thank you, one thing more.")
    after = [page for _, page in await _pages(person, world, "in_review")]
    decided = await _assessment(world, "published")

    assert not any("CANARY-WAITING" in page for page in before)
    assert any("CANARY-WAITING" in page for page in after)
    assert any("one thing more" in page for page in after)
    wrong = [s for page in after for s in _secrets(world, page) if s != "CANARY-WAITING"]
    assert [] == wrong
    assert not any("CANARY-WAITING" in page for _, page in await _pages(person, world, "published")), decided.id


async def test_mail_to_a_contact_holds_nothing_of_the_review(world: World) -> None:
    """An invitation and a returned questionnaire name the company and the questionnaire, and no more."""
    await reviewed_further(world)
    assessment = await _assessment(world, "in_review")
    await return_assessment(world.settings, COMPANY, world.cast.reviewer, assessment.id, "Thank you.")
    mails = await OutboxMessage.objects().where(OutboxMessage.recipient == world.cast.helio.contact.email)

    assert 5 <= len(mails)
    assert [] == [s for mail in mails for s in _secrets(world, f"{mail.subject} {mail.body}") if s != "CANARY-WAITING"]


async def test_procurement_reads_no_evidence_answers_or_notes(world: World, browser: Browser) -> None:
    """The gate's reasons and conditions in force, but no document's words, no answer, no note and no draft."""
    await reviewed_further(world)
    person = (await visitors(world, browser))["procurement"]
    hidden = (
        "AES-256", "helio-report", "We use no removable media", "Two data centres", "CANARY-WAITING", "CANARY-CONDITION",
        "CANARY-REMEDIATION", "CANARY-REASON", "CANARY-NARRATIVE", "Always.",
    )  # fmt: skip
    wrong: list[str] = []
    for route, row in ROWS.items():
        if route.startswith("GET") and row[PRINCIPALS.index("procurement")] == "200":
            answer = await person.visit(route, world.own)
            wrong += [f"{route}: {word}" for word in hidden if word in answer.text]
    assert not wrong, "\n" + "\n".join(wrong)


async def _pages(person: Visitor, world: World, name: str) -> list[tuple[str, str]]:
    """Return every page a contact may open of one assessment; what belongs to one question comes as a fragment."""
    found: list[tuple[str, str]] = []
    ids = {**world.own, "open": world.own[name], "in_review": world.own[name]}
    own = [route for route, row in ROWS.items() if route.startswith("GET /answer") and not route.endswith(_NO_TEXT)]
    urls = [address(route, ids) for route in own] + ["/invitation"]
    urls += [f"/answer/{world.own[name]}/{section.key}" for section in questionnaire().sections]
    for url in urls:
        fragment = "true" if "/questions/" in url else "false"
        answer = await person.call("GET", url, None, **{"hx-request": fragment})
        assert answer.status_code in (200, 303, 404), (url, answer.status_code)
        found.append((url, answer.text))
    return found


def _secrets(world: World, page: str) -> list[str]:
    foreign = [
        world.foreign[name] for name in ("slug", "service", "contact", "evidence", "document", "open", "finding")
    ]
    internal = [world.own[name] for name in ("verdict", "draft", "signed", "finding", "conversation", "document")]
    claims = [q.claim for q in questionnaire().questions if q.claim]
    marks = ["Corvid", "corvid", "Cal Weiss", *foreign, *internal, *claims]
    found = [mark for mark in marks if mark in page]
    return found + [word.rstrip(".,<\"'") for word in page.replace(">", " ").split() if word.startswith("CANARY-")]


def _words(page: str) -> str:
    """Return the words a person reads."""
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split()).lower()


async def _assessment(world: World, name: str) -> Assessment:
    row = await Assessment.objects().where(Assessment.id == world.own[name]).first()
    assert row is not None
    return row
