"""A contact reads a questionnaire in another language; what is answered and what staff read stays the same."""

import pytest
from bs4 import BeautifulSoup

from portal.assessments.choosing import add_questionnaire
from portal.assessments.language_tables import AnswerLanguage
from portal.assessments.offline.copies import make_copy
from portal.assessments.tables import Assessment
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from questionnaires.answering import answers_of
from questionnaires.model import Translation
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.offline.working import edited, id_of
from tests.portal.assessments.sending import answer, sent
from tests.questionnaires.samples import FACTOR, HOSTED, MFA, VOUCHED, questionnaire, with_translation

pytestmark = pytest.mark.anyio
ASKED = questionnaire(MFA, FACTOR, HOSTED, VOUCHED)
GERMAN = Translation(
    "de",
    (
        (("title",), "Klein"),
        (("sections", "one", "title"), "Eins"),
        (("questions", "AC-01", "text"), "Ist ein zweiter Faktor verlangt?"),
        (("questions", "SV-02", "text"), "Wo liegen die Daten?"),
        (("questions", "SV-02", "choices", "eu"), "In der Europäischen Union"),
        (("questions", "SV-02", "choices", "else"), "Anderswo"),
        (("questions", "GV-03", "statement"), "Die Antworten sind vollständig und wahr."),
    ),
)


async def asked_in_german(browser: Browser, settings: Settings, cast: Cast) -> Assessment:
    """Send Helio a questionnaire with a translation, and choose German in its contact's browser."""
    await add_questionnaire(SYSTEM, with_translation(ASKED, GERMAN))
    assessment = await sent(settings, cast, ASKED.key)
    await browser.become(cast.helio.who)
    chosen = await browser.submit(
        f"/answer/{assessment.id}/language", {"language": "de", "at": "one"}, page=f"/answer/{assessment.id}/one"
    )
    assert (303, f"/answer/{assessment.id}/one") == (chosen.status_code, chosen.headers["location"])
    return assessment


async def section(browser: Browser, assessment: Assessment) -> BeautifulSoup:
    """Open the only section."""
    return BeautifulSoup((await browser.get(f"/answer/{assessment.id}/one")).text, "html.parser")


async def test_every_text_says_its_language(
    browser: Browser, settings: Settings, database: Settings, cast: Cast
) -> None:
    """What is translated is marked as German, what is not stays in the original and without a mark."""
    assessment = await asked_in_german(browser, settings, cast)

    page = await section(browser, assessment)

    told = {
        one.get_text(" ", strip=True): one.get("lang")
        for one in page.select("h1, h2, h3.question-text, label.pill, blockquote, q")
    }
    assert (
        "de"
        == told["Ist ein zweiter Faktor verlangt?"]
        == told["Wo liegen die Daten?"]
        == told["Klein"]
        == told["Eins"]
    )
    assert ("de", "de", None) == (told["In der Europäischen Union"], told["Anderswo"], told["The United States"])
    assert ("de", "de") == (told["Ja"], told["Trifft nicht zu"])
    assert ("de", None) == (told["Die Antworten sind vollständig und wahr."], told[VOUCHED.statement])
    pressed = {one["lang"]: one["aria-pressed"] for one in page.select(".languages button")}
    assert {"en": "false", "de": "true"} == pressed


async def test_answers_and_staff_stay_with_the_original(
    browser: Browser, settings: Settings, database: Settings, cast: Cast
) -> None:
    """The same values are kept, the attested words are the original's, and staff read the original."""
    assessment = await asked_in_german(browser, settings, cast)

    await answer(browser, assessment.id, "SV-02", ["eu", "else"], other="Japan")
    await answer(browser, assessment.id, "GV-03", ["Dana", "CISO", "2026-06-01"])
    await browser.become(cast.reviewer)
    staff = (await browser.get(f"/assessments/{assessment.id}")).text

    assert "The European Union, Elsewhere: Japan" in staff and "Anderswo" not in staff
    assert "“The answers are complete and true.” Attested by Dana" in staff
    vouched = (await answers_of(assessment.response))["GV-03"].value
    assert VOUCHED.statement == vouched.statement  # type: ignore[union-attr]


async def test_the_language_is_remembered_for_this_contact_alone(
    browser: Browser, settings: Settings, database: Settings, cast: Cast
) -> None:
    """Choosing again changes it; a language that the questionnaire does not speak is not found."""
    assessment = await asked_in_german(browser, settings, cast)
    url, page = f"/answer/{assessment.id}/language", f"/answer/{assessment.id}/one"

    strange = await browser.submit(url, {"language": "it"}, page=page)
    back = await browser.submit(url, {"language": "en", "at": "//elsewhere"}, page=page)

    rows = await AnswerLanguage.select(AnswerLanguage.language).where(AnswerLanguage.assessment == assessment.id)
    assert (404, f"/answer/{assessment.id}") == (strange.status_code, back.headers["location"])
    assert [{"language": "en"}] == rows
    assert "Is multi-factor authentication required?" in (await section(browser, assessment)).get_text()


async def test_the_workbook_is_in_that_language_and_comes_back(
    browser: Browser, settings: Settings, database: Settings, cast: Cast
) -> None:
    """Words of either language are taken for the choices."""
    assessment = await asked_in_german(browser, settings, cast)
    _, data = await make_copy(cast.helio.who, "Aldgate Bank", assessment.id)
    base = f"/answer/{assessment.id}/offline"
    lines = "In der Europäischen Union\nThe United States\nAnderswo: Japan"
    filled = edited(data, {("SV-02", "answer"): lines, ("AC-01", "answer"): "Yes"})

    brought = await browser.submit(base, files=[("files", ("german.xlsx", filled, "application/octet-stream"))])
    shown = (await browser.get(brought.headers["location"])).text

    assert id_of(brought.headers["location"])
    assert "In der Europäischen Union, The United States, Anderswo: Japan" in shown


async def test_without_translations_there_is_nothing_to_choose(
    browser: Browser, settings: Settings, database: Settings, cast: Cast
) -> None:
    """One language alone offers no other."""
    await add_questionnaire(SYSTEM, ASKED)
    assessment = await sent(settings, cast, ASKED.key)
    await browser.become(cast.helio.who)

    assert not (await section(browser, assessment)).select(".languages")
