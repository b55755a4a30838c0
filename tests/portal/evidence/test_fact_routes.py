"""The pages on which facts are reviewed: what they show, what they take, and that no mistake costs what was typed."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from litestar import Litestar

from knowledge.facts import Fact, facts_from_json, facts_to_json
from knowledge.tables import Document
from portal.core.clock import today
from portal.core.settings import Settings
from portal.evidence.tables import Evidence
from tests.cast import Cast
from tests.client import Browser
from tests.portal.review import story

pytestmark = pytest.mark.anyio


async def given(app: Litestar, settings: Settings, cast: Cast, folder: Path) -> Evidence:
    """Take a report in and read it; its auditor's name was not read for certain."""
    row = await story.give(settings, cast.helio, story.report(folder / "Report.pdf", today() - timedelta(days=30)))
    await story.work_off(app, settings)
    document = await Document.objects().where(Document.id == row.document).first()
    assert document is not None
    facts = facts_from_json(document.facts)
    words = "Independent service auditor: Marlow & Finch LLP"
    object.__setattr__(facts, "issuer", Fact("Marlow & Finch LLP", words, 1, 0.4))
    await Document.update({Document.facts: facts_to_json(facts), Document.read_facts: facts_to_json(facts)}).where(
        Document.id == document.id
    )
    return row


async def test_a_fact_is_confirmed_beside_its_page(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, tmp_path: Path
) -> None:
    """What was not read for certain asks to be checked until somebody has confirmed it."""
    row = await given(app, settings, cast, tmp_path)
    await browser.become(cast.reviewer)
    shown = (await browser.get(f"/documents/{row.id}")).text
    fact = re.search(r'name="fact" value="(\w+)"', shown)
    assert fact is not None

    done = await browser.submit(f"/documents/{row.id}/facts/confirm", {"fact": fact[1], "back": "viewer"})
    after = (await browser.get(f"/documents/{row.id}")).text

    assert "Please check" in shown
    assert (303, f"/documents/{row.id}") == (done.status_code, done.headers["location"])
    assert "Please check" not in after
    assert "Confirmed by Rosa Lindqvist" in after


async def test_a_mistake_keeps_what_was_typed(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, tmp_path: Path
) -> None:
    """Each field has its sentence, and every value stands in the form again."""
    row = await given(app, settings, cast, tmp_path)
    await browser.become(cast.reviewer)
    form = {"key": "rto", "value": "soon", "page": "1", "quote": "words that are not there", "reason": "I asked them."}

    answer = await browser.submit(f"/documents/{row.id}/facts/new", {**form, "part-kind": "target"})

    assert 422 == answer.status_code
    assert "please write a number and its unit" in answer.text
    assert "These words are not on page 1" in answer.text
    for typed in ("soon", "words that are not there", "I asked them."):
        assert typed in answer.text
    assert '<option value="target" selected>' in answer.text


async def test_a_correction_is_shown_with_its_history(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, tmp_path: Path
) -> None:
    """The page says what it was, what it is, who said so and why, and lets that be taken back."""
    row = await given(app, settings, cast, tmp_path)
    await browser.become(cast.reviewer)
    page = (await browser.get(f"/documents/{row.id}/facts")).text
    link = re.search(r'facts/edit\?fact=(\w+)" aria-label="Correct Issued by', page)
    assert link is not None
    form = (await browser.get(f"/documents/{row.id}/facts/edit?fact={link[1]}")).text

    await browser.submit(
        f"/documents/{row.id}/facts/edit", {"fact": link[1], "value": "Holt & Bray LLP", "reason": "They merged."}
    )
    after = (await browser.get(f"/documents/{row.id}/facts")).text

    assert 'value="Marlow &amp; Finch LLP"' in form
    assert "<del>Marlow &amp; Finch LLP</del> → Holt &amp; Bray LLP" in after
    assert "Stated by Rosa Lindqvist" in after
    assert "They merged." in after
    assert "Take back" in after


async def test_who_only_reads_sees_no_buttons(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, tmp_path: Path
) -> None:
    """The auditor sees facts and history and nothing to press."""
    row = await given(app, settings, cast, tmp_path)
    await browser.become(cast.auditor)

    page = await browser.get(f"/documents/{row.id}/facts")

    assert 200 == page.status_code
    assert "Marlow &amp; Finch LLP" in page.text
    for word in ("Confirm<", "Correct<", "Add a fact", "Change the kind"):
        assert word not in page.text
