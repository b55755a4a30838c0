"""The form on paper: everything that applies on one page, filled in or to be written on, and nothing it must not show."""

import re

import pytest
from bs4 import BeautifulSoup

from portal.assessments.answering import save_answer
from portal.core.settings import Settings
from questionnaires.model import QuestionKind
from questionnaires.storing import get_questionnaire
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import question_of, sent

pytestmark = pytest.mark.anyio


async def test_what_applies_is_on_one_page_answered_or_with_lines(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """An answer stands marked with its comment, an open text has lines, and there is no script or weight in it."""
    assessment = await sent(database, cast)
    yes_no, text = [await question_of(assessment, kind) for kind in (QuestionKind.YES_NO, QuestionKind.TEXT)]
    await save_answer(cast.helio.who, assessment.id, yes_no.ref, {"answer": ["yes"], "comment": ["Since 2019."]}, 0)
    await browser.become(cast.helio.who)

    page = BeautifulSoup((await browser.get(f"/answer/{assessment.id}/print")).text, "html.parser")

    blocks = {str(block.get("id")).removeprefix("p-"): block for block in page.select(".printed-question")}
    assert ["Yes (chosen)"] == [chosen.text.strip("✕ \n") for chosen in blocks[yes_no.ref].select(".chosen")]
    assert "Comment: Since 2019." in blocks[yes_no.ref].text
    assert "Dana Ortiz" in blocks[yes_no.ref].text
    assert 4 == len(blocks[text.ref].select(".write-line"))
    assert [] == page.select("main script")
    words = page.main.text.lower() if page.main else ""
    assert [] == [word for word in ("weight", "score", "expected", "verdict") if word in words]


async def test_with_every_question_each_says_when_it_is_asked(database: Settings, cast: Cast, browser: Browser) -> None:
    """The blank form has all questions; what an answer opens says which one."""
    assessment = await sent(database, cast)
    asked = await get_questionnaire(assessment.questionnaire)
    await browser.become(cast.helio.who)

    few = (await browser.get(f"/answer/{assessment.id}/print")).text
    every = (await browser.get(f"/answer/{assessment.id}/print?all=yes")).text

    branched = [question for question in asked.questions if question.applies_when is not None]
    assert len(asked.questions) == every.count('class="printed-question"')
    assert len(asked.questions) > few.count('class="printed-question"')
    assert len(re.findall("only asked when", every)) >= 1
    assert branched[-1].text in " ".join(BeautifulSoup(every, "html.parser").text.split())


async def test_another_vendor_prints_nothing(database: Settings, cast: Cast, browser: Browser) -> None:
    """A foreign questionnaire is not found."""
    assessment = await sent(database, cast)
    await browser.become(cast.corvid.who)

    assert 404 == (await browser.get(f"/answer/{assessment.id}/print")).status_code
