"""The receipt as files: what was handed in, word for word, to be read and to be checked, and nothing of what it is worth."""

import hashlib
import json
import re
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from portal.assessments.answering import save_answer
from portal.assessments.receipt_files.contents import HandedIn, digest_of, receipt_text, short
from portal.assessments.receipt_files.drawing import receipt_pdf
from portal.assessments.receipts import Receipt, ReceiptDocument
from portal.assessments.returning import return_assessment
from portal.core.settings import Settings
from portal.review.deciding import ask_again
from questionnaires.answering import answer_rows
from questionnaires.model import Choice, ControlArea, Question, QuestionKind, Questionnaire, Section, Weight
from questionnaires.storing import get_questionnaire
from questionnaires.values import AnswerRow, Given
from tests.cast import Cast
from tests.client import Browser
from tests.contracts.objects import seen
from tests.portal.assessments.sending import COMPANY, filled, sent

pytestmark = pytest.mark.anyio
AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ATTESTATION = {"name": "Żaneta Łukaszewska-Ößner", "title": "CISO", "confirmed": "yes"}
WORTH = ("weight", "score", "expected", "claim", "verdict", "critical")


def handed_in(**given: Given) -> HandedIn:
    """Return a small submission with these answers."""
    asked = Questionnaire(
        "small",
        "Small check",
        (
            Section(
                "one", "Names and places", ControlArea.GOVERNANCE,
                (
                    Question("N-1", QuestionKind.TEXT, "Who leads security?", weight=Weight.HIGH, required=True),
                    Question("N-2", QuestionKind.SINGLE, "Where?", expected=("eu",),
                             choices=(Choice("eu", "In the EU", score=100), Choice("x", "Elsewhere", score=0))),
                    Question("N-3", QuestionKind.TEXT, "Anything else?", required=False),
                ),
            ),
        ),
    )  # fmt: skip
    receipt = Receipt(
        "R-20261120-ABCDEF01", AT, asked.title, asked.version, len(given), "ab" * 32,
        (ReceiptDocument("Zusage Größe.pdf", "cd" * 32),), "Dana Ortiz", "CISO", "Dana Ortiz <dana@helio.example>",
    )  # fmt: skip
    rows = {ref: AnswerRow(ref, one, 1, "Dana Ortiz", AT) for ref, one in given.items()}
    return HandedIn(receipt, "an-id", COMPANY, "Helio Payments", asked, rows, {}, {"N-1": ["Zusage Größe.pdf"]})


def words_of(pdf: bytes) -> str:
    """Return the text of a PDF with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_names_of_many_languages_stand_on_the_page() -> None:
    """Latin, Greek and Cyrillic names are drawn as they are, a sign that has no letter as people type it."""
    answer = "Łódź, Zürich, Çeşme, Đồng, Θεσσαλονίκη, Жанна; “quoted” – 5 € ≤ 10"

    drawn = words_of(receipt_pdf(receipt_text(handed_in(**{"N-1": Given(answer, "Ñandú")}))))

    assert answer.replace("≤", "<=") in drawn
    assert "Comment: Ñandú" in drawn
    assert "not drawn" not in drawn


def test_what_has_no_letter_is_said_and_stays_in_the_data() -> None:
    """Characters that cannot be drawn are told with their script where they stand, and counted at the head."""
    text = receipt_text(handed_in(**{"N-1": Given("王小明 leads, with أحمد \u202eevil")}))

    drawn = words_of(receipt_pdf(text))

    assert (
        "[3 characters not drawn: Chinese] leads, with [4 characters not drawn: Arabic] [1 character not drawn: invisible]evil"
        in drawn
    )
    assert "8 characters have no letter in this PDF" in drawn
    assert "王小明 leads" in text


def test_every_question_that_applies_is_told_with_or_without_an_answer() -> None:
    """A choice reads by its label, an optional question without an answer says so, a document stands at its question."""
    drawn = words_of(receipt_pdf(receipt_text(handed_in(**{"N-2": Given("eu", "Since 2019")}))))

    assert "N-1 Who leads security? Not answered Documents: Zusage Größe.pdf" in drawn
    assert "N-2 Where? In the EU Comment: Since 2019 Dana Ortiz, 20 November 2026, 09:30 UTC" in drawn
    assert "N-3 Anything else? Not answered" in drawn
    assert "cd" * 32 in drawn


def test_the_same_submission_gives_the_same_bytes() -> None:
    """Both files can be made again at any time; the digest on the PDF is that of the data file."""
    text = receipt_text(handed_in(**{"N-1": Given("Dana")}))

    first, again = receipt_pdf(text), receipt_pdf(text)

    assert first == again
    assert hashlib.sha256(text.encode()).hexdigest() in words_of(first)
    assert f"R-20261120-ABCDEF01 · {short(digest_of(text))} · page 1 of 1" in words_of(first)


def test_a_changed_answer_changes_the_digest() -> None:
    """One letter more in a comment, and the digest is another."""
    one = digest_of(receipt_text(handed_in(**{"N-1": Given("Dana", "Yes")})))

    assert one != digest_of(receipt_text(handed_in(**{"N-1": Given("Dana", "Yes.")})))


def test_nothing_says_what_an_answer_is_worth() -> None:
    """Neither file knows a weight, a score or what is expected."""
    text = receipt_text(handed_in(**{"N-1": Given("Dana"), "N-2": Given("eu")}))

    assert [] == [word for word in WORTH if word in text.lower()]
    assert [] == [word for word in WORTH if word in words_of(receipt_pdf(text)).lower()]


async def test_the_vendor_submits_and_downloads_what_was_handed_in(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """A journey: submit, then PDF and data from the receipt page; the data's SHA-256 stands on page and PDF."""
    assessment = await filled(database, cast)
    await browser.become(cast.helio.who)
    await browser.submit(f"/answer/{assessment.id}/submit", ATTESTATION)
    page = (await browser.get(f"/answer/{assessment.id}/receipt")).text
    links = re.findall(rf'href="(/answer/{assessment.id}/receipts/[^"]+)"', page)

    pdf, data = await browser.get(links[0]), await browser.get(next(link for link in links if link.endswith("/data")))

    digest = hashlib.sha256(data.content).hexdigest()
    drawn = words_of(pdf.content)
    assert ["application/pdf", "application/json"] == [pdf.headers["content-type"], data.headers["content-type"]]
    assert "attachment" in pdf.headers["content-disposition"]
    assert digest in page
    assert digest in drawn
    assert f"{ATTESTATION['name']}, CISO" in drawn
    said = json.loads(data.content)
    rows = await answer_rows(assessment.response)
    told = {one["ref"]: one["answer"] for section in said["sections"] for one in section["questions"]}
    assert {ref for ref, row in rows.items() if row.given} >= {ref for ref, answer in told.items() if answer}
    assert (COMPANY, "Helio Payments") == (said["asked_by"], said["vendor"])
    assert (await get_questionnaire(assessment.questionnaire)).version == said["questionnaire"]["version"]
    assert [] == [word for word in WORTH if f'"{word}' in data.text]


async def test_a_second_submission_leaves_the_first_receipt_as_it_was(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """After a return both receipts can be downloaded, each with the answers of its day; staff see the same bytes."""
    assessment = await filled(database, cast)
    await browser.become(cast.helio.who)
    await browser.submit(f"/answer/{assessment.id}/submit", ATTESTATION)
    first = (await browser.get(await _data_links(browser, assessment.id, 0))).content
    asked = await get_questionnaire(assessment.questionnaire)
    ref = next(q.ref for q in asked.questions if q.kind is QuestionKind.TEXT and q.applies_when is None)
    await ask_again(cast.reviewer, assessment.id, await seen(assessment, ref), "Which ones?")
    await return_assessment(database, COMPANY, cast.reviewer, assessment.id)
    await save_answer(cast.helio.who, assessment.id, ref, {"answer": ["Quite other ones."]}, 1)
    await browser.submit(f"/answer/{assessment.id}/submit", ATTESTATION)

    newer = (await browser.get(await _data_links(browser, assessment.id, 0))).content
    older = (await browser.get(await _data_links(browser, assessment.id, 1))).content
    await browser.become(cast.auditor)
    staff = (await browser.get(f"/assessments/{assessment.id}")).text
    links = re.findall(rf'href="(/assessments/{assessment.id}/receipts/[^"]+/data)"', staff)
    seen_by_staff = [(await browser.get(link)).content for link in links]

    assert first == older
    assert b"Quite other ones." in newer and b"Quite other ones." not in older
    assert [newer, older] == seen_by_staff


async def test_there_is_no_receipt_before_anything_is_submitted(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """Neither the vendor nor staff are offered one."""
    assessment = await sent(database, cast)

    await browser.become(cast.helio.who)
    vendor = await browser.get(f"/answer/{assessment.id}/receipt")
    await browser.become(cast.reviewer)
    staff = await browser.get(f"/assessments/{assessment.id}")

    assert 404 == vendor.status_code
    assert "/receipts/" not in staff.text


async def _data_links(browser: Browser, assessment: object, at: int) -> str:
    page = (await browser.get(f"/answer/{assessment}/receipt")).text
    return str(re.findall(rf'href="(/answer/{assessment}/receipts/[^"]+/data)"', page)[at])
