"""A follow-up asks the last question again; the vendors of a conversation stay, are shown, and can be changed."""

from datetime import timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from litestar import Litestar

from portal.assistant.keeping import Cited, cited_from_json
from portal.assistant.records.naming import Named
from portal.assistant.records.telling import told_from_json
from portal.assistant.tables import Turn
from portal.assistant.threads import Earlier, ids_from_json, placed
from portal.core.clock import today
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assistant.records.rows import certificate, finding
from tests.portal.assistant.shelf import ask, follow, links, waiting_turn, words

HELIO = Named(UUID(int=1), "helio-payments", "Helio Payments")
NORTHPINE = Named(UUID(int=2), "northpine-cloud", "Northpine Cloud")
CORVID = Named(UUID(int=3), "corvid-analytics", "Corvid Analytics")
VENDORS = (HELIO, NORTHPINE, CORVID)
COMPARED = "Compare Helio and Northpine on backups"


@pytest.mark.parametrize(
    ("before", "question", "read_as", "vendors"),
    [
        ("What is overdue at Helio?", "and Northpine?", "What is overdue at Northpine?", (NORTHPINE,)),
        (
            "What is overdue at Helio?",
            "What about Northpine Cloud?",
            "What is overdue at Northpine Cloud?",
            (NORTHPINE,),
        ),
        ("What did Helio answer about MFA?", "Corvid?", "What did Corvid answer about MFA?", (CORVID,)),
        ("What is overdue?", "and for Northpine?", "What is overdue at Northpine?", (NORTHPINE,)),
        ("What is overdue at Helio?", "and all vendors?", "What is overdue at all vendors?", None),
        ("What is overdue at Helio?", "and Zephyr?", "What is overdue at Zephyr?", (HELIO,)),
        (COMPARED, "and Corvid?", "Compare Helio and Northpine and Corvid on backups", VENDORS),
        ("What is overdue at Helio?", "Which findings are open?", "", (HELIO,)),
        ("What is overdue at Helio?", "Which findings of Corvid are open?", "", (CORVID,)),
        ("What is overdue at Helio?", "Which findings are open at all vendors?", "", None),
        ("What is overdue at Helio?", "and how are backups kept?", "", (HELIO,)),
        ("What is overdue at Helio?", "And MFA?", "", (HELIO,)),
    ],
)
def test_a_follow_up_keeps_or_changes_the_vendors(
    before: str, question: str, read_as: str, vendors: tuple[Named, ...] | None
) -> None:
    """Names alone ask the last question again about them; any other question stays with the vendors until it names some."""
    inside = (HELIO.id, NORTHPINE.id) if before == COMPARED else (HELIO.id,)

    found = placed(question, VENDORS, "", Earlier(before, inside))

    wanted = None if vendors is None else {one.id for one in vendors}
    assert (read_as, wanted) == (found.read_as, None if found.vendors is None else set(found.vendors))


@pytest.mark.parametrize(
    ("chosen", "vendors"),
    [("all", None), ("corvid-analytics", (CORVID.id,)), ("helio-payments,corvid-analytics", (HELIO.id, CORVID.id)),
     ("nobody", None), ("", (NORTHPINE.id,))],
)  # fmt: skip
def test_the_vendors_chosen_count_unless_others_are_named(chosen: str, vendors: tuple[UUID, ...] | None) -> None:
    """A choice changes what the conversation is about; a slug that is nobody's chooses nobody."""
    found = placed("Which findings are open?", VENDORS, chosen, Earlier("What is overdue?", (NORTHPINE.id,)))
    named = placed("Which findings of Helio are open?", VENDORS, chosen, None)

    assert vendors == found.vendors
    assert (HELIO.id,) == named.vendors


@pytest.mark.anyio
async def test_a_conversation_shows_rows_and_keeps_its_vendors(cast: Cast, browser: Browser) -> None:
    """The answer is a table with links, the follow-up is told as it was taken, and the form has the vendor chosen."""
    await certificate(cast.helio, "helio.pdf", today() + timedelta(days=30))
    await certificate(cast.corvid, "corvid.pdf", today() + timedelta(days=40))
    await browser.become(cast.reviewer)

    first = await ask(browser, "Which certificates of Helio expire within 90 days?")
    second = await ask(browser, "and Corvid?", conversation=str(first.conversation))
    page = (await browser.get(f"/assistant/{first.conversation}")).text

    assert "helio.pdf" in first.answer
    assert "corvid.pdf" not in first.answer
    assert "Which certificates of Corvid expire within 90 days?" == second.read_as
    assert "corvid.pdf" in second.answer
    assert "helio.pdf" not in second.answer
    shown = words(page)
    assert "Taken as: Which certificates of Corvid expire within 90 days?" in shown
    assert "Among: Corvid Analytics" in shown
    assert any(link.startswith("/documents/of/") for link in links(page))
    chosen = BeautifulSoup(page, "html.parser").select_one("select[name=among] option[selected]")
    assert chosen is not None
    assert "corvid-analytics" == chosen["value"]
    for link in links(page):
        assert 200 == (await browser.get(link)).status_code, link


@pytest.mark.anyio
async def test_the_vendors_can_be_changed_by_the_form(cast: Cast, browser: Browser) -> None:
    """What is chosen under the box is what the next question is about."""
    await finding(cast.helio, "Helio is late", "high")
    await finding(cast.corvid, "Corvid is late", "low")
    await browser.become(cast.reviewer)

    first = await ask(browser, "Which findings are open?", among="corvid-analytics")
    again = await ask(browser, "Which findings are open?", conversation=str(first.conversation), among="all")

    assert [(cast.corvid.vendor.id,), None] == [ids_from_json(turn.vendors) for turn in (first, again)]
    assert "Helio is late" not in first.answer
    assert "Helio is late" in again.answer


@pytest.mark.anyio
async def test_a_vendors_conversation_stays_with_it(cast: Cast, browser: Browser) -> None:
    """Naming another vendor there tells nothing of it, and says where to ask."""
    await finding(cast.corvid, "Corvid is late", "low")
    await browser.become(cast.reviewer)

    first = await ask(browser, "Which findings are open?", vendor="helio-payments", among="corvid-analytics")
    second = await ask(browser, "and Corvid?", conversation=str(first.conversation))
    third = await ask(browser, "Which findings of Corvid are open?", conversation=str(first.conversation))

    for turn in (first, second, third):
        assert "Corvid is late" not in turn.answer
    for turn in (second, third):
        assert turn.answer.startswith("This conversation is about Helio Payments alone.")
        told = told_from_json(turn.records)
        assert told is not None
        assert told.lines[0].link.startswith("/vendors/corvid-analytics/assistant?q=")


@pytest.mark.anyio
async def test_rows_come_whole_at_the_end_of_the_stream(app: Litestar, cast: Cast, browser: Browser) -> None:
    """A page that waits gets the table once, as it is kept."""
    await finding(cast.helio, "Helio is late", "high")
    await browser.become(cast.reviewer)

    stream = await follow(browser, await waiting_turn(browser, "Which findings are open?", vendor="helio-payments"))

    assert ["done"] == [name for name in stream.names if name in ("text", "cannot", "failed", "done")]
    assert "Helio is late" in words(stream.data("done")[0])


@pytest.mark.anyio
@pytest.mark.invented_quotes
async def test_a_turn_that_was_kept_before_is_still_shown(cast: Cast, browser: Browser) -> None:
    """Citations of old have a quote and no row."""
    old = (
        '[{"number":1,"at":20,"vendor":"","quote":{"document_id":"00000000-0000-0000-0000-000000000001",'
        '"document":"a.pdf","page":2,"label":"","start":0,"end":4,"text":"Kept","recognised":false}}]'
    )
    await browser.become(cast.reviewer)
    turn = await ask(browser, "Which colour are the carpets?", vendor="helio-payments")
    await Turn.update({Turn.answer: "Found in 1 document: Kept", Turn.answered: True, Turn.citations: old}).where(
        Turn.id == turn.id
    )

    page = await browser.get(f"/assistant/{turn.conversation}")

    assert [Cited] == [type(one) for one in cited_from_json(old)]
    assert "Kept" in words(page.text)
