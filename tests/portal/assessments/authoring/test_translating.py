"""A draft is translated in the browser; its texts follow their questions, and nobody overwrites another."""

import re

import pytest

from portal.assessments.choosing import get_offered
from questionnaires.model import Translation
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.authoring.test_pages import add_question, page_of, publish, save, started

pytestmark = pytest.mark.anyio


async def written(browser: Browser, cast: Cast) -> tuple[str, str]:
    """Write a question of choices; returns the addresses of its draft and of itself."""
    base = await started(browser, cast, "Spoken")
    one = await add_question(browser, base, ref="LG-01", text="How do you talk?", kind="single")
    await save(browser, one, choice__0__label="Mail", choice__1__label="Chat")
    return base, one


async def translate(browser: Browser, base: str, old: str, new: str, seen: str | None = None) -> int:
    """Change the text of the German page as a person does; returns the status."""
    page = await page_of(browser, f"{base}/translations/de")
    text = page.select_one("#f-text")
    mark = page.select_one("[name=seen]")
    assert text is not None and mark is not None
    changed = text.get_text().replace(old, new)
    assert changed != text.get_text()
    form = {"text": changed, "seen": str(mark["value"]) if seen is None else seen}
    return (await browser.submit(f"{base}/translations/de", form)).status_code


def under(original: str, text: str) -> tuple[str, str]:
    """What stands under an original while it is not translated, and with its translation."""
    return f'# {original}\n    text: ""', f'# {original}\n    text: "{text}"'


async def test_texts_follow_their_questions(browser: Browser, cast: Cast) -> None:
    """A question may get another reference and a choice other words: their translations stay theirs, and are published."""
    base, one = await written(browser, cast)
    await translate(browser, base, *under("How do you talk?", "Wie sprechen Sie?"))
    await translate(browser, base, '# Mail\n      mail: ""', '# Mail\n      mail: "Post"')
    await save(browser, one, ref="LG-09", choice__0__label="Letters")
    await publish(browser, base)

    (german,) = (await get_offered("spoken")).questionnaire.translations

    question = (await get_offered("spoken")).questionnaire.questions[0]
    assert ("LG-09", "letters") == (question.ref, question.choices[0].value)
    expected = (
        (("questions", "LG-09", "text"), "Wie sprechen Sie?"),
        (("questions", "LG-09", "choices", "letters"), "Post"),
    )
    assert Translation("de", expected) == german


async def test_a_removed_question_takes_its_texts_along_and_brings_them_back(browser: Browser, cast: Cast) -> None:
    """Also when somebody saves other texts of the language in between."""
    base, one = await written(browser, cast)
    await add_question(browser, base, ref="LG-02", text="How often?", kind="text")
    await translate(browser, base, *under("How do you talk?", "Wie sprechen Sie?"))
    await browser.submit(f"{one}/arrange", {"how": "remove"}, page=base)
    await translate(browser, base, *under("How often?", "Wie oft?"))
    gone = (await page_of(browser, f"{base}/translations/de")).get_text()
    await browser.submit(f"{one}/arrange", {"how": "restore"}, page=base)

    back = (await page_of(browser, f"{base}/translations/de")).get_text()

    assert "Wie sprechen Sie?" not in gone and "Wie oft?" in gone
    assert "Wie sprechen Sie?" in back and "Wie oft?" in back


async def test_what_fell_behind_is_said(browser: Browser, cast: Cast) -> None:
    """In the next version, where the original was changed and its translation was not."""
    base, _ = await written(browser, cast)
    await translate(browser, base, *under("How do you talk?", "Wie sprechen Sie?"))
    await publish(browser, base)
    again = str((await browser.submit("/questionnaires/spoken/next")).headers["location"])
    one = str((await page_of(browser, again)).select_one("ol.outline a")["href"])  # type: ignore[index]

    await save(browser, one, text="How do you write?")
    listed = (await page_of(browser, f"{again}/translations")).get_text()
    opened = (await page_of(browser, f"{again}/translations/de")).get_text()
    check = (await page_of(browser, f"{again}/publish")).get_text()

    assert "1 original changed since" in listed
    assert re.search(r"The original was changed, this text was not:\s*LG-01", opened)
    assert "Some translations fell behind:" in check and "Deutsch" in check


async def test_two_people_and_bad_texts(browser: Browser, cast: Cast) -> None:
    """A page that is out of date, and a text without a place, are refused with everything that was typed."""
    base, _ = await written(browser, cast)
    url = f"{base}/translations/de"
    await translate(browser, base, *under("How do you talk?", "Wie sprechen Sie?"))

    late = await browser.submit(url, {"text": 'title: "Anders"', "seen": ""})
    lost = await browser.submit(url, {"text": 'questions: {"LG-77": {text: "Wo?"}}', "seen": ""})
    strange = await browser.get(f"{base}/translations/en")
    kept = (await page_of(browser, url)).get_text()

    assert (409, 422) == (late.status_code, lost.status_code)
    assert "Somebody else changed this translation" in late.text and "Anders" in late.text
    assert "There is nothing to translate at LG-77." in lost.text and "Wo?" in lost.text
    assert 422 == strange.status_code
    assert "Wie sprechen Sie?" in kept and "Anders" not in kept


async def test_our_translations_come_with_a_copy(browser: Browser, cast: Cast) -> None:
    """Duplicating the event set keeps what it says in other languages."""
    base = await started(browser, cast, "Again", "event")
    await publish(browser, base)

    copy, original = (await get_offered("again")).questionnaire, (await get_offered("event")).questionnaire

    texts = [{pair for pair in one.texts if pair[0] != ("title",)} for one in original.translations]
    assert texts == [{pair for pair in one.texts if pair[0] != ("title",)} for one in copy.translations]


async def test_choices_of_a_column_are_translated_and_previewed(browser: Browser, cast: Cast) -> None:
    """They have a place in the text, follow their column, and the preview shows every language."""
    base = await started(browser, cast, "Tabled")
    one = await add_question(browser, base, ref="SU-01", text="Who are they?", kind="table")
    await save(browser, one, column__0__label="Role", column__0__kind="single", column__0__choices="Hosting\nSupport")
    await translate(browser, base, *under("Who are they?", "Wer sind sie?"))
    await translate(browser, base, '# Hosting\n        Hosting: ""', '# Hosting\n        Hosting: "Betrieb"')
    await save(browser, one, column__0__label="Its role")

    german = await page_of(browser, f"{base}/preview?language=de")
    original = await page_of(browser, f"{base}/preview")
    unknown = await page_of(browser, f"{base}/preview?language=xx")
    tried = await browser.submit(f"{base}/preview", {"SU-01.answer": ["Hosting"], "language": "de"})

    assert ["", "Betrieb", "Support"] == [one.get_text() for one in german.select("[data-row]")[0].select("option")]
    assert ["", "Hosting", "Support"] == [str(one["value"]) for one in german.select("[data-row]")[0].select("option")]
    assert "Wer sind sie?" in german.get_text() and "de" == german.select_one("h3")["lang"]  # type: ignore[index]
    assert "Who are they?" in original.get_text() and "Who are they?" in unknown.get_text()
    assert ["English", "Deutsch"] == [one.get_text() for one in original.select("nav.languages a")]
    assert "Wer sind sie?" in tried.text and "1 answered" in tried.text
