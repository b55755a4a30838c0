"""Choices that go with no other one, or that ask for words: written by forms, answered by the vendor and read by staff."""

from uuid import UUID

import pytest

from portal.assessments.authoring.loading import load_whole
from portal.assessments.authoring.tables import QuestionnaireDraft
from portal.assessments.choosing import get_offered
from portal.assessments.sending import Sending, send_assessment
from portal.assessments.tables import Assessment
from portal.core.settings import Settings
from questionnaires.answering import answers_of
from questionnaires.model import Choice
from questionnaires.values import Chosen, Given
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.authoring.test_pages import add_question, page_of, publish, save, started

pytestmark = pytest.mark.anyio
LABELS = ("Mail", "Chat", "Otherwise", "Not at all")


async def written(browser: Browser, cast: Cast) -> str:
    """Write a question of four choices; returns the address of its draft."""
    base = await started(browser, cast, "Marks")
    one = await add_question(browser, base, ref="TA-01", text="How do you talk?", kind="multiple")
    await save(browser, one, do="choice.add")
    await save(browser, one, do="choice.add")
    labels: dict[str, str | list[str]] = {f"choice__{number}__label": label for number, label in enumerate(LABELS)}
    await save(browser, one, **labels)
    await save(browser, one, choice__2__other="yes", choice__3__exclusive="yes", choice__3__score="0")
    return base


async def asked(browser: Browser, cast: Cast, settings: Settings) -> Assessment:
    """Publish it and send it to Helio, whose contact then has the browser."""
    await publish(browser, await written(browser, cast))
    wanted = Sending(cast.helio.vendor.id, "marks", contact=cast.helio.contact.id)
    assessment = await send_assessment(settings, "Aldgate Bank", cast.reviewer, wanted)
    await browser.become(cast.helio.who)
    return assessment


async def test_marks_are_written_by_forms_and_kept(browser: Browser, cast: Cast) -> None:
    """Marks come out as they were ticked, in the next version too; of one choice only, none goes alone."""
    base = await written(browser, cast)
    await publish(browser, base)
    first = (await get_offered("marks")).questionnaire
    again = str((await browser.submit("/questionnaires/marks/next")).headers["location"])
    draft = await QuestionnaireDraft.objects().get(QuestionnaireDraft.id == UUID(again.rpartition("/")[2]))
    assert draft is not None

    second = (await load_whole(draft)).questionnaire

    assert first.sections == second.sections
    assert (
        Choice("mail", "Mail"),
        Choice("chat", "Chat"),
        Choice("otherwise", "Otherwise", other=True),
        Choice("not_at_all", "Not at all", 0, exclusive=True),
    ) == first.questions[0].choices


async def test_one_choice_only_needs_no_exclusive_one(browser: Browser, cast: Cast) -> None:
    """A mark that makes no sense for one choice rests until the kind is changed back."""
    base = await written(browser, cast)
    page = await page_of(browser, base)
    one = str(page.select_one("ol.outline a")["href"])  # type: ignore[index]

    await save(browser, one, kind="single")
    single = (await page_of(browser, f"{base}/publish")).get_text()
    await save(browser, one, kind="multiple")
    form = await page_of(browser, one)

    assert "exclusive" not in single
    assert form.select_one("#choice-3-exclusive[checked]") is not None


async def test_the_vendor_answers_and_staff_read(settings: Settings, browser: Browser, cast: Cast) -> None:
    """Words of one's own are asked for, kept and shown; a refused answer keeps everything that was entered."""
    assessment = await asked(browser, cast, settings)
    url = f"/answer/{assessment.id}/questions/TA-01"

    form = {"answer": ["mail", "not_at_all"], "other": "Pigeon", "revision": "0"}
    together = await browser.submit(url, form, page="/answer")
    wordless = await browser.submit(url, {"answer": ["otherwise"], "other": "", "revision": "0"}, page="/answer")
    taken = await browser.submit(
        url, {"answer": ["mail", "otherwise"], "other": "Pigeon", "revision": "0"}, page="/answer"
    )
    shown = await page_of(browser, f"/answer/{assessment.id}/general")
    await browser.become(cast.reviewer)
    staff = (await page_of(browser, f"/assessments/{assessment.id}")).get_text()

    assert (422, 422, 303) == (together.status_code, wordless.status_code, taken.status_code)
    assert "“Not at all” cannot be chosen together with “Mail”" in together.text and 'value="Pigeon"' in together.text
    assert "You chose “Otherwise”: say in the line below it what that is." in wordless.text
    assert {"TA-01": Given(Chosen(("mail", "otherwise"), "Pigeon"))} == await answers_of(assessment.response)
    assert ["mail", "otherwise"] == [one["value"] for one in shown.select("#q-TA-01 [name=answer][checked]")]
    assert "Pigeon" == shown.select_one("#o-TA-01")["value"]  # type: ignore[index]
    assert "Mail, Otherwise: Pigeon" in staff


async def test_vsaq_has_no_place_for_marks_and_the_page_says_so(browser: Browser, cast: Cast) -> None:
    """What is lost is said before the file is downloaded; the file is read again by its own name."""
    await publish(browser, await written(browser, cast))

    said = (await page_of(browser, "/questionnaires/marks/vsaq")).get_text()
    file = await browser.get("/questionnaires/marks/vsaq/file")

    assert "That a choice goes with no other one or asks for words is not kept: TA-01." in said
    assert "filename*=UTF-8''marks.json" in file.headers["content-disposition"]
    assert '"id": "TA-01"' in file.text


async def test_the_preview_takes_words_too(browser: Browser, cast: Cast) -> None:
    """Trying a draft out refuses and keeps what the vendor's form would."""
    base = await written(browser, cast)

    tried = await browser.submit(f"{base}/preview", {"TA-01.answer": ["otherwise"], "TA-01.other": "Pigeon"})
    bare = await browser.submit(f"{base}/preview", {"TA-01.answer": ["otherwise"]})

    assert 'value="Pigeon"' in tried.text and "say in the line below" not in tried.text
    assert "say in the line below" in bare.text
