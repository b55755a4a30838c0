"""The list of reviews and the workbench, as people use them."""

from pathlib import Path
from uuid import uuid4

import pytest
from litestar import Litestar

from portal.assessments.sending import Sending, send_assessment
from portal.assessments.tables import Assessment
from portal.core.settings import Settings
from portal.review.standing import review_of
from tests.cast import Cast
from tests.client import Browser
from tests.portal.review import story

pytestmark = pytest.mark.anyio


@pytest.fixture
async def assessment(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> Assessment:
    """A submitted questionnaire with its verdicts."""
    return await story.reviewed(app, settings, cast, tmp_path)


async def form_of(assessment: Assessment, ref: str, **more: str) -> dict[str, str | list[str]]:
    """Return what the workbench's forms send for a question."""
    one = (await review_of(assessment)).find(ref)
    assert one is not None
    verdict = str(one.verdict.id) if one.verdict else ""
    return {"ref": ref, "revision": str(one.answered.revision), "verdict": verdict, **more}


async def test_the_list_says_how_far_each_review_is(browser: Browser, assessment: Assessment, cast: Cast) -> None:
    """Vendor, verdicts and what is decided, in one line."""
    await browser.become(cast.reviewer)

    page = (await browser.get("/reviews")).text

    assert "Helio Payments" in page
    assert "2 supported" in page
    assert "0 of 5" in page
    assert "None in this state" in (await browser.get("/reviews?state=returned")).text


async def test_the_list_without_reviews_says_how_they_come(browser: Browser, cast: Cast) -> None:
    """An empty page explains itself."""
    await browser.become(cast.auditor)

    assert "Nothing waits for a review" in (await browser.get("/reviews")).text


async def test_the_workbench_marks_the_quote_on_its_page(browser: Browser, assessment: Assessment, cast: Cast) -> None:
    """Question, verdict and the page of the document stand beside each other."""
    await browser.become(cast.reviewer)

    page = (await browser.get(f"/reviews/{assessment.id}?ref=AC-02")).text

    assert 'class="box-quote"' in page
    assert "Boxed on the page: “For 2 of 25 terminated employees" in page
    assert "uncalibrated" in page
    assert "Page 4 of 4" in page
    assert "Claim checked: Access of leavers is removed within one business day." in page


async def test_a_filter_narrows_the_list(browser: Browser, assessment: Assessment, cast: Cast) -> None:
    """Only answers with this verdict stay."""
    await browser.become(cast.reviewer)

    page = (await browser.get(f"/reviews/{assessment.id}?filter=contradicted")).text

    assert "AC-02 Is access" in page
    assert "AC-01 Is multi-factor" not in page


async def test_agreeing_goes_on_to_the_next_question(browser: Browser, assessment: Assessment, cast: Cast) -> None:
    """One key after the other brings a reviewer through."""
    await browser.become(cast.reviewer)

    answer = await browser.submit(f"/reviews/{assessment.id}/agree", await form_of(assessment, "AC-01"))

    assert 303 == answer.status_code
    assert f"/reviews/{assessment.id}?ref=AC-02" == answer.headers["location"]


async def test_a_decision_twice_from_one_page_is_a_conflict_only_if_it_changed(
    browser: Browser, assessment: Assessment, cast: Cast
) -> None:
    """A stale page gets a sentence and status 409."""
    await browser.become(cast.reviewer)
    form = await form_of(assessment, "AC-01") | {"revision": "7"}

    answer = await browser.submit(f"/reviews/{assessment.id}/agree", form)

    assert 409 == answer.status_code
    assert "has changed since this page was opened" in answer.text


async def test_overruling_without_a_reason_loses_nothing(browser: Browser, assessment: Assessment, cast: Cast) -> None:
    """The panel comes back with the choice that was made."""
    await browser.become(cast.reviewer)
    form = await form_of(assessment, "AC-02", state="stale", reason="")

    answer = await browser.submit(f"/reviews/{assessment.id}/overrule", form)

    assert 422 == answer.status_code
    assert 'value="stale" selected' in answer.text
    assert "please say why" in answer.text


async def test_everything_a_reviewer_does_is_on_the_page(browser: Browser, assessment: Assessment, cast: Cast) -> None:
    """Overrule, ask again, take it back, agree in bulk, check again and raise a finding."""
    await browser.become(cast.reviewer)
    url = f"/reviews/{assessment.id}"

    done = [
        await browser.submit(f"{url}/overrule", await form_of(assessment, "AC-02", state="stale", reason="Old.")),
        await browser.submit(f"{url}/ask", await form_of(assessment, "PH-01", note="Show us.")),
        await browser.submit(f"{url}/drop", await form_of(assessment, "PH-01")),
        await browser.submit(f"{url}/bulk"),
        await browser.submit(f"{url}/check"),
        await browser.submit(
            "/findings", {"assessment": str(assessment.id), "ref": "AC-02", "title": "Late", "severity": "low"}
        ),
    ]

    assert [303] * 6 == [answer.status_code for answer in done]
    assert "Late" in (await browser.get(f"/findings/about?assessment={assessment.id}&ref=AC-02")).text
    page = (await browser.get(f"{url}?ref=AC-02")).text
    assert "Overruled: stale" in page
    assert "to be checked again" in page


async def test_returning_needs_a_question_and_names_how_many(
    browser: Browser, assessment: Assessment, cast: Cast
) -> None:
    """Nothing goes back without a note; with one, the workbench rests."""
    await browser.become(cast.reviewer)
    url = f"/reviews/{assessment.id}"
    nothing = await browser.submit(f"{url}/return")
    await browser.submit(f"{url}/ask", await form_of(assessment, "PH-01", note="Show us."))

    returned = await browser.submit(f"{url}/return")

    assert (409, 303) == (nothing.status_code, returned.status_code)
    page = (await browser.get(url)).text
    assert "returned" in page
    assert f"{url}/agree" not in page


@pytest.mark.parametrize(
    ("role", "read", "decide"),
    [("auditor", 200, 403), ("procurement", 403, 403), ("reviewer", 200, 303), ("approver", 200, 303)],
)
async def test_who_may_read_and_decide(
    browser: Browser, assessment: Assessment, cast: Cast, role: str, read: int, decide: int
) -> None:
    """Auditors read, reviewers and approvers decide, procurement does neither."""
    form = await form_of(assessment, "AC-01")
    await browser.become(cast.staff[role])

    assert read == (await browser.get(f"/reviews/{assessment.id}")).status_code
    assert decide == (await browser.submit(f"/reviews/{assessment.id}/agree", form)).status_code


async def test_contacts_get_nothing(browser: Browser, assessment: Assessment, cast: Cast) -> None:
    """Not even the vendor's own contact sees a verdict here."""
    form = await form_of(assessment, "AC-01")
    await browser.become(cast.helio.who)

    assert 404 == (await browser.get(f"/reviews/{assessment.id}")).status_code
    assert 404 == (await browser.submit(f"/reviews/{assessment.id}/agree", form, page="/answer")).status_code


async def test_what_has_not_come_to_a_review_is_not_found(browser: Browser, settings: Settings, cast: Cast) -> None:
    """An unknown id, and a questionnaire the vendor still answers."""
    wanted = Sending(cast.helio.vendor.id, "lite", cast.helio.service.id, contact=cast.helio.contact.id)
    sent = await send_assessment(settings, "Aldgate Bank", cast.reviewer, wanted)
    await browser.become(cast.reviewer)

    assert 404 == (await browser.get(f"/reviews/{uuid4()}")).status_code
    assert 404 == (await browser.get(f"/reviews/{sent.id}")).status_code
    assert 404 == (await browser.submit("/ratings", {"assessment": str(sent.id)})).status_code
