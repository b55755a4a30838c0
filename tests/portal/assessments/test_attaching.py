"""Evidence behind questions: uploaded onto one, chosen from the library, taken away, and never another vendor's."""

from collections.abc import AsyncIterator

import pytest

from portal.assessments.attaching import choose_documents
from portal.assessments.tables import AnswerEvidence
from portal.core.errors import NotFound
from portal.core.settings import Settings
from portal.evidence.receiving import receive
from portal.evidence.tables import Evidence
from questionnaires.answering import answer_rows
from questionnaires.model import QuestionKind
from tests.cast import Cast, VendorSide
from tests.client import Browser
from tests.portal.assessments.sending import question_of, sent

pytestmark = pytest.mark.anyio


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def given(database: Settings, side: VendorSide, name: str) -> Evidence:
    """Put a document into a vendor's library."""
    return await receive(side.who, side.vendor.id, name, _pieces(b"%PDF-1.4 " + name.encode()), database)


async def test_a_file_dropped_onto_a_question_stands_behind_it(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """The fragment shows the document, the library beside the form has it, and it can be taken away again."""
    assessment = await sent(database, cast, "core")
    await browser.become(cast.helio.who)
    ref = (await question_of(assessment, QuestionKind.YES_NO)).ref
    url = f"/answer/{assessment.id}/questions/{ref}/documents"
    token = await browser.token(f"/answer/{assessment.id}/missing")
    files = [("files", ("policy.pdf", b"%PDF-1.4 a policy", "application/pdf"))]
    headers = {"x-csrftoken": token, "hx-request": "true", "sec-fetch-site": "same-origin"}

    dropped = await browser.client.post(url, files=files, headers=headers)
    wrong = await browser.client.post(url, files=[("files", ("a.html", b"<html>", "text/html"))], headers=headers)
    evidence = await Evidence.objects().first()
    assert evidence is not None
    taken = await browser.submit(f"{url}/{evidence.id}/detach")

    assert 200 == dropped.status_code
    assert 2 <= dropped.text.count("policy.pdf")
    assert 422 == wrong.status_code
    assert "a.html" in wrong.text
    assert 303 == taken.status_code
    assert not await AnswerEvidence.exists()
    assert await Evidence.exists().where(Evidence.removed_at.is_null())


async def test_documents_are_chosen_from_the_library_with_scripts_off(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """The page lists the library; what is ticked stands behind the question, nothing else."""
    assessment = await sent(database, cast, "core")
    soc, iso = await given(database, cast.helio, "soc2.pdf"), await given(database, cast.helio, "iso.pdf")
    await browser.become(cast.helio.who)
    ref = (await question_of(assessment, QuestionKind.YES_NO)).ref
    url = f"/answer/{assessment.id}/questions/{ref}/documents"

    page = await browser.get(url)
    await browser.submit(f"{url}/chosen", {"evidence": [str(soc.id), str(iso.id)]})
    both = await AnswerEvidence.count()
    await browser.submit(f"{url}/chosen", {"evidence": [str(iso.id)]})

    assert "soc2.pdf" in page.text
    assert 2 == both
    assert [iso.id] == [row.evidence for row in await AnswerEvidence.objects()]


async def test_a_question_for_a_document_is_answered_by_it(database: Settings, cast: Cast) -> None:
    """Attaching answers the question, taking the last document away withdraws the answer."""
    assessment = await sent(database, cast, "core")
    soc = await given(database, cast.helio, "soc2.pdf")
    ref = (await question_of(assessment, QuestionKind.FILE, applies=False)).ref

    await choose_documents(cast.helio.who, assessment.id, ref, [soc.id])
    answered = (await answer_rows(assessment.response))[ref]
    await choose_documents(cast.helio.who, assessment.id, ref, [])
    withdrawn = (await answer_rows(assessment.response))[ref]

    assert answered.given is not None
    assert (str(soc.id),) == answered.given.value
    assert withdrawn.given is None


async def test_another_vendors_document_cannot_be_attached(database: Settings, cast: Cast) -> None:
    """A foreign evidence id in the form is refused as if it did not exist."""
    assessment = await sent(database, cast, "core")
    foreign = await given(database, cast.corvid, "secret.pdf")
    ref = (await question_of(assessment, QuestionKind.YES_NO)).ref

    with pytest.raises(NotFound):
        await choose_documents(cast.helio.who, assessment.id, ref, [foreign.id])

    assert not await AnswerEvidence.exists()
