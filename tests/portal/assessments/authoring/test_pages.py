"""The pages on which a questionnaire is written, from nothing to its second version, with scripts off."""

import re

import pytest
from bs4 import BeautifulSoup

from portal.assessments.choosing import get_offered
from questionnaires.conditions import Compare, Operator
from questionnaires.formats.native import read
from questionnaires.model import Choice, QuestionKind
from tests.cast import Cast
from tests.client import Browser

pytestmark = pytest.mark.anyio


async def started(browser: Browser, cast: Cast, title: str = "Cloud check", source: str = "") -> str:
    """Start a questionnaire as the reviewer and return the address of its outline."""
    await browser.become(cast.reviewer)
    answer = await browser.submit("/questionnaires/new", {"title": title, "source": source})
    assert 303 == answer.status_code
    return str(answer.headers["location"])


async def page_of(browser: Browser, url: str) -> BeautifulSoup:
    """Open a page that must be there."""
    answer = await browser.get(url.partition("#")[0])
    assert 200 == answer.status_code, answer.text[:300]
    return BeautifulSoup(answer.text, "html.parser")


async def add_question(browser: Browser, base: str, **fields: str | list[str]) -> str:
    """Add a question to the first section, save its fields, and return its address."""
    page = await page_of(browser, base)
    url = next(
        form["action"] for form in page.find_all("form") if re.search(r"/sections/.*/questions$", str(form["action"]))
    )
    added = await browser.submit(str(url))
    one = str(added.headers["location"])
    await save(browser, one, **fields)
    return one


async def save(browser: Browser, url: str, **fields: str | list[str]) -> int:
    """Send the form as it is shown, with these fields changed; returns the status."""
    page = await page_of(browser, url)
    form = page.find("form", attrs={"data-autosave": True})
    assert form is not None
    given = filled(form)
    named = {name.replace("__", "."): value for name, value in fields.items()}
    answer = await browser.submit(url, {**given, **named})
    return answer.status_code


def filled(form: object) -> dict[str, list[str]]:
    """Return what a form holds as it is shown."""
    found: dict[str, list[str]] = {}
    for field in form.find_all(["input", "textarea", "select"]):  # type: ignore[attr-defined]
        name, kind = field.get("name"), field.get("type", "")
        if not name or (kind in ("checkbox", "radio") and not field.has_attr("checked")):
            continue
        if field.name == "select":
            chosen = field.find("option", selected=True) or field.find("option")
            value = chosen["value"]
        else:
            value = field.text if field.name == "textarea" else field.get("value", "")
        found.setdefault(name, []).append(str(value))
    return found


async def publish(browser: Browser, base: str) -> str:
    """Publish a draft and return where that leads."""
    page = await page_of(browser, f"{base}/publish")
    seen = page.find("input", attrs={"name": "seen"})
    assert seen is not None, page.get_text()
    answer = await browser.submit(f"{base}/publish", {"seen": str(seen["value"])})
    assert 303 == answer.status_code, answer.text[:500]
    return str(answer.headers["location"])


async def test_a_questionnaire_is_written_from_nothing(browser: Browser, cast: Cast) -> None:
    """Title, questions, choices and a condition by forms alone; the published one can be sent."""
    base = await started(browser, cast)
    first = await add_question(browser, base, ref="CL-01", text="Do you run in a cloud?", expected=["yes"])
    one = await add_question(browser, base, ref="CL-02", text="In which?", kind="single")
    await save(browser, one, choice__0__label="Ours", choice__0__score="100", choice__1__label="A shared one")
    await save(browser, one, do="when.add.0")
    await save(browser, one, when__0__question=first.rpartition("/")[2], when__0__operator="equals")
    await save(browser, one, when__0__value="yes")

    address = await publish(browser, base)

    assert "/questionnaires/cloud-check" == address
    found = (await get_offered("cloud-check")).questionnaire
    assert [("CL-01", QuestionKind.YES_NO), ("CL-02", QuestionKind.SINGLE)] == [
        (q.ref, q.kind) for q in found.questions
    ]
    assert ("yes",) == found.questions[0].expected
    assert (Choice("ours", "Ours", 100), Choice("a_shared_one", "A shared one")) == found.questions[1].choices
    assert Compare("CL-01", Operator.EQUALS, ("yes",)) == found.questions[1].applies_when


async def test_a_copy_is_word_for_word_the_original(browser: Browser, cast: Cast) -> None:
    """Duplicating a questionnaire and publishing it changes nothing but its name and key."""
    base = await started(browser, cast, "Core, our own", "core")
    page = await page_of(browser, f"{base}/publish")

    assert "Nothing is in the way" in page.get_text()
    (change,) = page.select(".changes > li")
    assert "Title" in change.get_text()
    await publish(browser, base)
    copy, original = (await get_offered("core-our-own")).questionnaire, (await get_offered("core")).questionnaire
    assert original.sections == copy.sections


async def test_the_next_version_shows_what_changes(browser: Browser, cast: Cast) -> None:
    """A published questionnaire is written on as a draft; what changed is shown before and after publishing."""
    base = await started(browser, cast)
    await add_question(browser, base, ref="CL-01", text="Do you run in a cloud?")
    await publish(browser, base)
    before = (await get_offered("cloud-check")).questionnaire.version
    begun = await browser.submit("/questionnaires/cloud-check/next")
    again = await browser.submit("/questionnaires/cloud-check/next")
    second = str(begun.headers["location"])

    await add_question(browser, second, ref="CL-02", text="In which?", kind="text")
    shown = await page_of(browser, f"{second}/publish")
    await publish(browser, second)

    assert second == again.headers["location"]
    assert "Added CL-02 In which?" in " ".join(shown.select_one(".changes").get_text().replace("+", "").split())  # type: ignore[union-attr]
    newest = (await get_offered("cloud-check")).questionnaire
    assert before != newest.version
    history = await page_of(browser, f"/questionnaires/cloud-check/versions/{newest.version}")
    assert "What changed against version 1" in history.get_text()


async def test_what_is_wrong_is_said_at_its_field(browser: Browser, cast: Cast) -> None:
    """Half a question is kept as it was typed, and each field says what it lacks."""
    base = await started(browser, cast)
    one = await add_question(browser, base, ref="CL 01", text="How long?", kind="number", controls="ISO Z.99")
    await save(browser, one, minimum="ten", bound="<=", limit="soon")

    page = await page_of(browser, one)

    said = {note["id"]: note.get_text() for note in page.select(".field-note") if note.get_text()}
    assert {"note-ref", "note-controls", "note-range", "note-expected"} == set(said)
    assert "“ten” is not a number" in said["note-range"]
    assert "ten" == page.find(id="f-minimum")["value"]  # type: ignore[index]
    listed = (await page_of(browser, f"{base}/publish")).get_text()
    assert "4 things to mend first" in listed


async def test_circles_and_what_is_never_asked_are_named(browser: Browser, cast: Cast) -> None:
    """A condition that contradicts itself, one on a later question, and two that wait for each other."""
    base = await started(browser, cast)
    first = await add_question(browser, base, ref="CL-01", text="Is it so?")
    second = await add_question(browser, base, ref="CL-02", text="And that?")
    name = first.rpartition("/")[2]
    test = {"kind": "test", "question": name, "about": name, "operator": "equals", "depth": "1"}
    lines = {"when.0.kind": "all", "when.0.depth": "0"}
    lines |= {f"when.{n}.{field}": value for n in (1, 2) for field, value in test.items()}
    never = await browser.submit(
        second,
        {
            "shown": ["when"],
            "revision": await _revision(browser, second),
            **lines,
            "when.1.value": "yes",
            "when.2.value": "no",
        },
    )
    contradicting = (await page_of(browser, second)).find(id="note-applies_when")

    await save(browser, first, do="when.add.0")
    await save(browser, first, when__0__question=second.rpartition("/")[2])
    await save(browser, first, when__0__operator="answered")
    circle = (await page_of(browser, first)).find(id="note-applies_when")

    assert 303 == never.status_code
    assert "No answers could ever bring this question up" in contradicting.get_text()  # type: ignore[union-attr]
    assert "depends on CL-02, which depends on CL-01 in turn" in circle.get_text()  # type: ignore[union-attr]


async def _revision(browser: Browser, url: str) -> str:
    return str((await page_of(browser, url)).find(id="revision")["value"])  # type: ignore[index]


async def test_two_people_do_not_overwrite_each_other(browser: Browser, cast: Cast) -> None:
    """The second one is shown what the first one wrote, keeps what was typed, and decides."""
    base = await started(browser, cast)
    one = await add_question(browser, base, ref="CL-01", text="Is it so?")
    seen = await _revision(browser, one)
    await browser.become(cast.approver)
    await save(browser, one, text="Is it really so?")

    await browser.become(cast.reviewer)
    refused = await browser.submit(one, {"text": "Is it thus?", "revision": seen})
    page = BeautifulSoup(refused.text, "html.parser")
    over = page.find("button", attrs={"name": "over"})
    kept = await browser.submit(one, {"text": "Is it thus?", "revision": seen, "over": str(over["value"])})  # type: ignore[index]

    assert 409 == refused.status_code
    assert "Miriam Okafor changed this question" in page.get_text() and "Is it really so?" in page.get_text()
    assert "Is it thus?" == page.find(id="f-text").get_text()  # type: ignore[union-attr]
    assert 303 == kept.status_code
    assert "Is it thus?" == (await page_of(browser, one)).find(id="f-text").get_text()  # type: ignore[union-attr]


async def test_questions_and_sections_are_moved_removed_and_put_back(browser: Browser, cast: Cast) -> None:
    """Buttons reorder across sections; what is removed waits at the end of the page."""
    base = await started(browser, cast)
    a = await add_question(browser, base, ref="A-01", text="One?")
    b = await add_question(browser, base, ref="A-02", text="Two?")
    await browser.submit(f"{base}/sections", {"title": "Second", "area": "people"})

    await browser.submit(f"{a}/arrange", {"how": "down"})
    assert [["A-02", "A-01"], []] == await _outline(browser, base)
    await browser.submit(f"{a}/arrange", {"how": "down"})
    assert [["A-02"], ["A-01"]] == await _outline(browser, base)
    await browser.submit(f"{b}/arrange", {"how": "remove"})
    assert [[], ["A-01"]] == await _outline(browser, base)
    await browser.submit(f"{b}/arrange", {"how": "restore"})
    await browser.submit(f"{b}/arrange", {"how": "copy"})
    assert [["A-02", "A-03"], ["A-01"]] == await _outline(browser, base)


async def _outline(browser: Browser, base: str) -> list[list[str]]:
    page = await page_of(browser, base)
    sections = page.select("section[id^=section-]")
    return [[b.get_text() for b in section.select("li a > b")] for section in sections]


async def test_a_draft_is_thrown_away_and_taken_back(browser: Browser, cast: Cast) -> None:
    """Nothing is lost by throwing a draft away, and meanwhile nobody writes on it."""
    base = await started(browser, cast)
    one = await add_question(browser, base, ref="CL-01", text="Is it so?")
    await browser.submit(f"{base}/discard")
    refused = await browser.submit(one, {"text": "Is it thus?", "revision": "2"})
    await browser.submit(f"{base}/take-back")

    assert 409 == refused.status_code
    assert "Is it so?" == (await page_of(browser, one)).find(id="f-text").get_text()  # type: ignore[union-attr]


async def test_what_changed_since_it_was_looked_at_is_not_published(browser: Browser, cast: Cast) -> None:
    """Whoever publishes, publishes what they saw."""
    base = await started(browser, cast)
    one = await add_question(browser, base, ref="CL-01", text="Is it so?")
    seen = (await page_of(browser, f"{base}/publish")).find("input", attrs={"name": "seen"})["value"]  # type: ignore[index]
    await save(browser, one, text="Is it thus?")

    refused = await browser.submit(f"{base}/publish", {"seen": str(seen)})

    assert 409 == refused.status_code
    assert "changed since you looked at it" in refused.text


async def test_branching_is_tried_out_on_the_preview(browser: Browser, cast: Cast) -> None:
    """What shows follows the answers tried, with the score they would bring; nothing of it is kept."""
    base = await started(browser, cast)
    first = await add_question(browser, base, ref="CL-01", text="Do you run in a cloud?", expected=["yes"])
    second = await add_question(browser, base, ref="CL-02", text="In which?", kind="text")
    await save(browser, second, do="when.add.0")
    await save(browser, second, when__0__question=first.rpartition("/")[2])
    await save(browser, second, when__0__value="yes")

    untouched = await page_of(browser, f"{base}/preview")
    tried = BeautifulSoup((await browser.submit(f"{base}/preview", {"CL-01.answer": "yes"})).text, "html.parser")

    assert ["CL-01"] == [str(card["id"])[2:] for card in untouched.select("section.question")]
    assert ["CL-01", "CL-02"] == [str(card["id"])[2:] for card in tried.select("section.question")]
    assert "100 of 100" in tried.get_text()
    assert tried.find("input", attrs={"name": "CL-01.answer", "value": "yes"}).has_attr("checked")  # type: ignore[union-attr]


async def test_half_a_questionnaire_can_be_previewed(browser: Browser, cast: Cast) -> None:
    """Whatever is not finished yet is shown with a remark, and breaks nothing."""
    base = await started(browser, cast)
    first = await add_question(browser, base, ref="CL-01", text="How many?", kind="number", bound="<=", limit="some")
    second = await add_question(browser, base, ref="CL-01", text="", kind="single")
    await save(browser, second, do="when.add.0")
    test = {"when__0__question": first.rpartition("/")[2], "when__0__operator": "greater_than"}
    await save(browser, second, **test)
    await save(browser, second, when__0__value="many")

    page = BeautifulSoup((await browser.submit(f"{base}/preview", {"CL-01.answer": "12"})).text, "html.parser")

    assert "always shown here" in page.get_text()
    assert "mended" in page.select_one("#trial-side").get_text()  # type: ignore[union-attr]


async def test_a_questionnaire_goes_out_as_a_file_and_comes_in_again(browser: Browser, cast: Cast) -> None:
    """The file holds all of it: taken in again it is the same version."""
    await browser.become(cast.reviewer)

    file = await browser.get("/questionnaires/lite/file")

    assert "lite.yaml" in file.headers["content-disposition"]
    assert (await get_offered("lite")).questionnaire == read(file.text).questionnaire


async def test_what_is_typed_into_a_closed_draft_is_refused_with_a_sentence(browser: Browser, cast: Cast) -> None:
    """Autosave after somebody threw the draft away says why nothing is saved."""
    base = await started(browser, cast)
    one = await add_question(browser, base, ref="CL-01", text="Is it so?")
    token = await browser.token(one)
    await browser.submit(f"{base}/discard")

    headers = {"x-csrftoken": token, "sec-fetch-site": "same-origin", "hx-request": "true"}
    refused = await browser.client.post(one, data={"text": "Is it thus?", "revision": "2"}, headers=headers)

    assert 409 == refused.status_code
    assert "Not saved." in refused.text and "thrown away" in refused.text
    assert "disabled" in str((await page_of(browser, one)).select_one("fieldset.whole-form"))[:60]


async def test_what_only_waits_to_be_filled_in_is_not_said_in_red(browser: Browser, cast: Cast) -> None:
    """Choices without words wait; a score that is no number is wrong. The tab counts both as they are typed."""
    base = await started(browser, cast)
    one = await add_question(browser, base, ref="CL-01", text="Which cloud?", kind="single", weight="high")
    await save(browser, one, choice__0__label="Ours", choice__0__score="many")

    waiting = await page_of(browser, one)
    headers = {"x-csrftoken": await browser.token(one), "sec-fetch-site": "same-origin", "hx-request": "true"}
    given = {**filled(waiting.find("form", attrs={"data-autosave": True})), "choice.0.score": "100"}
    saved = BeautifulSoup((await browser.client.post(one, data=given, headers=headers)).text, "html.parser")

    note = waiting.select_one("#note-choices")
    assert note is not None
    assert ["Choice 2 has no words: write them, or remove it."] == [line.text for line in note.select(".field-help")]
    assert ["Choice 1: a score is a whole number from 0 to 100, or nothing."] == [
        line.text for line in note.select(".field-error")
    ]
    counts = [" ".join(page.select_one("#to-mend").get_text().split()) for page in (waiting, saved)]  # type: ignore[union-attr]
    assert ["2 to mend", "1 to mend"] == counts
    await save(browser, one, choice__1__label="Theirs")
    assert "weight high, each choice has its score" in (await page_of(browser, base)).get_text()
