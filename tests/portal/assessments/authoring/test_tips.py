"""Tips are written in the browser: their words, severity, place and condition; imported ones stay as they came in."""

import pytest

from portal.assessments.choosing import add_questionnaire, get_offered
from portal.core.scope import SYSTEM
from questionnaires.conditions import Compare, Operator
from questionnaires.model import Tip, TipSeverity
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.authoring.test_pages import add_question, filled, page_of, publish, save, started
from tests.questionnaires.formats.test_vsaq import imported

pytestmark = pytest.mark.anyio


async def with_tip(browser: Browser, cast: Cast) -> tuple[str, str, str]:
    """Write a question and a tip behind it; returns the addresses of the draft, of the question and of the tip."""
    base = await started(browser, cast, "Advice")
    one = await add_question(browser, base, ref="AD-01", text="Do you use TLS?")
    section = next(str(a["href"]) for a in (await page_of(browser, base)).select("a") if a.get_text() == "Edit section")
    added = await browser.submit(f"{section}/tips")
    return base, one, str(added.headers["location"])


async def send(browser: Browser, url: str, **fields: str | list[str]) -> int:
    """Send the tip's form as it is shown, with these fields changed; returns the status."""
    form = (await page_of(browser, url)).find("form", attrs={"action": url})
    given = {name.replace("__", "."): value for name, value in fields.items()}
    return (await browser.submit(url, {**filled(form), "do": "", **given})).status_code


async def test_a_tip_is_written_by_forms(browser: Browser, cast: Cast) -> None:
    """Words, severity, place and a condition come out as they were entered."""
    base, one, tip = await with_tip(browser, cast)
    question = one.rpartition("/")[2]

    await send(browser, tip, text="Use TLS.", title="No TLS", severity="high", ask="Say why.", do="when.add.0")
    await send(browser, tip, when__0__question=question)
    await send(browser, tip, when__0__operator="in", when__0__value=["no", "in_part"])
    await publish(browser, base)

    (found,) = (await get_offered("advice")).questionnaire.sections[0].tips
    condition = Compare("AD-01", Operator.IN, ("no", "in_part"))
    assert Tip("T-01", "Use TLS.", "No TLS", TipSeverity.HIGH, "Say why.", "AD-01", condition) == found


async def test_what_is_not_finished_is_told_and_kept(browser: Browser, cast: Cast) -> None:
    """An empty tip and a condition without an answer keep the questionnaire from being published; nothing is lost."""
    base, _, tip = await with_tip(browser, cast)

    empty = (await page_of(browser, f"{base}/publish")).get_text()
    await send(browser, tip, text="Use TLS.", do="when.add.0")
    half = (await page_of(browser, f"{base}/publish")).get_text()
    form = await page_of(browser, tip)

    assert "Tip T-01 needs a text" in empty
    assert "Tip T-01: This condition is not finished" in half
    assert "Use TLS." == form.select_one("#f-text").get_text().strip()  # type: ignore[union-attr]
    assert form.select_one("#when-0-question") is not None


async def test_two_people_at_one_tip(browser: Browser, cast: Cast) -> None:
    """The later one is told, with what was typed still in the fields, and may save again."""
    _, _, tip = await with_tip(browser, cast)
    form = filled((await page_of(browser, tip)).find("form", attrs={"action": tip}))
    await send(browser, tip, text="First.")

    late = await browser.submit(tip, {**form, "text": ["Second."], "do": ""})
    gone = await browser.submit(tip, {**form, "do": "remove"})
    kept = await page_of(browser, tip)

    assert (409, 409) == (late.status_code, gone.status_code)
    assert "changed this section while you were writing" in late.text and "Second." in late.text
    assert "First." == kept.select_one("#f-text").get_text().strip()  # type: ignore[union-attr]


async def test_a_removed_tip_is_gone(browser: Browser, cast: Cast) -> None:
    """And its address with it."""
    base, _, tip = await with_tip(browser, cast)

    await send(browser, tip, do="remove")
    await publish(browser, base)

    assert () == (await get_offered("advice")).questionnaire.sections[0].tips
    assert 404 == (await browser.get(tip)).status_code


async def test_imported_tips_are_edited_without_loss(browser: Browser, cast: Cast) -> None:
    """A copy of a VSAQ questionnaire has the same tips; one of them is reworded and keeps its severity and condition."""
    asked = imported().questionnaire
    await add_questionnaire(SYSTEM, asked)
    base = await started(browser, cast, "Copy", asked.key)
    section = next(str(a["href"]) for a in (await page_of(browser, base)).select("a") if a.get_text() == "Edit section")

    await send(browser, f"{section}/tips/0", text="Please use it.")
    await publish(browser, base)

    before, after = asked.sections[0].tips, (await get_offered("copy")).questionnaire.sections[0].tips
    assert before[1:] == after[1:]
    assert ("Please use it.", before[0].severity, before[0].applies_when, before[0].after) == (
        after[0].text, after[0].severity, after[0].applies_when, after[0].after,
    )  # fmt: skip


async def test_tips_follow_choices_that_are_new(browser: Browser, cast: Cast) -> None:
    """A condition on a choice that has no value yet follows it when its words are changed."""
    base, one, tip = await with_tip(browser, cast)
    question = one.rpartition("/")[2]
    await save(browser, one, kind="multiple")
    await save(browser, one, choice__0__label="Mail", choice__1__label="Chat")
    await send(browser, tip, text="Mind.", do="when.add.0")
    await send(browser, tip, when__0__question=question)
    options = (await page_of(browser, tip)).select("#when-0-value option")
    mark = next(str(one["value"]) for one in options if one.get_text() == "Mail")
    await send(browser, tip, when__0__value=mark)
    await save(browser, one, choice__0__label="Letters")
    await publish(browser, base)

    (found,) = (await get_offered("advice")).questionnaire.sections[0].tips
    assert Compare("AD-01", Operator.CONTAINS, ("letters",)) == found.applies_when
