"""What rows answer is exact, quoted from its page, and never of a vendor that was not asked about or may not be read."""

from datetime import timedelta

import pytest
from litestar import Litestar

from knowledge.tables import Page
from portal.assistant.looking_up import looked_up_among
from portal.assistant.records.naming import vendors_for
from portal.assistant.records.telling import Told, line_text
from portal.core.clock import now, today
from portal.core.errors import NotFound
from portal.core.settings import Settings
from portal.evidence.tables import Evidence, Succession
from portal.vendors.editing import archive_vendor
from tests.cast import Cast
from tests.portal.assistant.records.rows import certificate, finding, insurance, soc_report
from tests.portal.assistant.shelf import BREACH, SOC2, hand_in

pytestmark = pytest.mark.anyio
MFA = ("Multi-factor authentication is required of administrators.", "for 3 of 25 administrators it was not enforced.")
LEAVERS = ("Access of leavers is removed within a day.", "for 2 of 25 it was late.")


async def tell(app: Litestar, cast: Cast, question: str, only: str = "") -> Told:
    """Ask as the reviewer, across all vendors or among one."""
    readable = await vendors_for(cast.reviewer)
    inside = [one for one in readable if one.slug == only] if only else None
    found = await looked_up_among(question, cast.reviewer, readable, app.state.engines.tools, inside)
    assert found is not None
    return found[0]


def told(answer: Told) -> list[str]:
    """Return the lines of an answer."""
    return [line_text(line) for line in answer.lines]


async def test_what_ends_is_told_with_the_words_of_its_page(app: Litestar, cast: Cast) -> None:
    """A certificate that ends within the time is told, one that ends later is not; the quote stands on the page."""
    soon, later = today() + timedelta(days=40), today() + timedelta(days=400)
    row = await certificate(cast.helio, "soon.pdf", soon)
    await certificate(cast.corvid, "later.pdf", later)

    answer = await tell(app, cast, "Which certificates expire within 90 days?")

    assert 1 == len(answer.lines)
    line = answer.lines[0]
    assert answer.asked.endswith("at Corvid Analytics and Helio Payments: 1")
    assert ("Helio Payments", "soon.pdf") == line.cells[:2]
    assert line.quote is not None
    page = await Page.objects().where(Page.document == row.document).first()
    assert page is not None
    assert page.text[line.quote.start : line.quote.end] == line.quote.text == f"Valid until {soon.isoformat()}"


async def test_a_quote_that_left_its_page_is_not_shown(app: Litestar, cast: Cast) -> None:
    """The row stays and leads to the document's facts."""
    row = await certificate(cast.helio, "soon.pdf", today() + timedelta(days=40))
    await Page.update({Page.text: "Another text."}).where(Page.document == row.document)

    line = (await tell(app, cast, "Which certificates expire within 90 days?")).lines[0]

    assert line.quote is None
    assert f"/documents/{row.id}/facts" == line.link


async def test_exceptions_are_told_by_what_their_control_is_about(app: Litestar, cast: Cast) -> None:
    """An exception that does not say MFA itself is found by the control that stands before it; others are counted."""
    await soc_report(cast.helio, "unqualified", LEAVERS, MFA)
    await soc_report(cast.corvid, "unqualified", LEAVERS)

    answer = await tell(app, cast, "Who has MFA exceptions in their SOC 2?")

    assert [f"Helio Payments · CC6.2 · Exception: {MFA[1]}"] == told(answer)
    assert "2 exceptions about other matters are left out." in answer.notes


async def test_who_has_a_qualified_opinion(app: Litestar, cast: Cast) -> None:
    """An adverse one is not clean either."""
    await soc_report(cast.helio, "adverse")
    await soc_report(cast.corvid, "unqualified")

    assert ["Helio Payments · soc2.pdf · Adverse"] == told(await tell(app, cast, "Who has a qualified opinion?"))


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Who is insured for less than 5 million?", ["Helio Payments"]),
        ("Who is insured for at least EUR 5 million?", ["Corvid Analytics"]),
        ("Who is insured for less than 5 million dollars?", []),
    ],
)
async def test_limits_are_compared_in_their_own_currency(
    app: Litestar, cast: Cast, question: str, who: list[str]
) -> None:
    """A sum in another currency is not converted, and so does not count."""
    await insurance(cast.helio, "EUR 2000000")
    await insurance(cast.corvid, "EUR 5000000")

    assert who == [line.cells[0] for line in (await tell(app, cast, question)).lines]


async def test_findings_are_counted_by_severity(app: Litestar, cast: Cast) -> None:
    """Closed ones do not count among the open."""
    await finding(cast.helio, "No backups", "high", late=3)
    await finding(cast.helio, "Old keys", "low")
    await finding(cast.corvid, "Was closed", "high", "remediated")

    answer = await tell(app, cast, "How many findings are open, by severity?")

    assert answer.asked.endswith("2")
    assert [("Critical", "0"), ("High", "1"), ("Medium", "0"), ("Low", "1")] == [
        line.cells for line in answer.blocks[0].lines
    ]
    assert ["F-1", "F-2"] == [line.cells[0] for line in answer.blocks[1].lines]
    assert ["F-1"] == [line.cells[0] for line in (await tell(app, cast, "Which findings are overdue?")).lines]


QUESTIONS = (
    "Which certificates expire within 90 days?",
    "Who has exceptions in their SOC 2?",
    "Which SOC 2 reports have an unqualified opinion?",
    "Which findings are open, by severity?",
    "Who is insured for less than 50 million?",
    "Who sent a certificate?",
    "What is overdue?",
    "What changed since last year?",
    "Which vendors are not rated?",
    "Which vendors have no penetration test?",
)


@pytest.mark.parametrize("question", QUESTIONS)
async def test_rows_of_a_vendor_out_of_scope_never_appear(app: Litestar, cast: Cast, question: str) -> None:
    """Narrowed to one vendor, or when the other is archived, nothing of the other one is told."""
    for side in (cast.helio, cast.corvid):
        await certificate(side, f"{side.vendor.slug}.pdf", today() + timedelta(days=40))
        await soc_report(side, "unqualified", MFA)
        await insurance(side, "EUR 2000000")
        await finding(side, f"{side.vendor.name} is late", "high", late=5)

    both = await tell(app, cast, question)
    narrowed = await tell(app, cast, question, only="helio-payments")
    await archive_vendor(cast.administrator, cast.corvid.vendor)
    alone = await tell(app, cast, question)

    assert "corvid" in _said(both)
    for answer in (narrowed, alone):
        assert "corvid" not in _said(answer)
        assert answer.lines


async def test_vendors_are_compared_by_their_documents_where_nothing_was_answered(
    app: Litestar, settings: Settings, cast: Cast
) -> None:
    """Each vendor stands alone: its own page's words, or plainly nothing."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)

    answer = await tell(app, cast, "Compare Helio and Corvid on customers notified of a personal data breach")

    helio, corvid = answer.blocks
    assert answer.beside
    assert "No answer about it. Its documents say:" == helio.note
    assert any(BREACH in line.cells[0] and line.quote is not None for line in helio.lines)
    assert ("No answer about it, and no documents to look in.", ()) == (corvid.note, corvid.lines)


async def test_what_changed_tells_what_took_whose_place_and_what_was_found(app: Litestar, cast: Cast) -> None:
    """A newer version leads to its differences, with the facts that changed; a finding tells that it was raised."""
    older = await certificate(cast.helio, "2025.pdf", today() - timedelta(days=5))
    await Evidence.update({Evidence.uploaded_at: now() - timedelta(days=500)}).where(Evidence.id == older.id)
    newer = await certificate(cast.helio, "2026.pdf", today() + timedelta(days=360))
    await Succession(newer=newer.id, older=older.id, state="standing", why="", reason="", by_name="").save()
    await finding(cast.helio, "Keys are old", "low")
    await finding(cast.corvid, "Another's", "low")

    answer = await tell(app, cast, "What changed at Helio since last year?")
    expiring = await tell(app, cast, "Which certificates of Helio expire?")

    document, raised = answer.lines
    assert f"/documents/{newer.id}/changes?since={older.id}" == document.link
    assert "Takes the place of 2025.pdf." in document.cells[1]
    assert "Expires:" in document.cells[1]
    assert ("F-1", "Keys are old", "Raised, low.") == raised.cells
    assert ["2026.pdf"] == [line.cells[0] for line in expiring.lines]


async def test_nothing_to_compare_a_rating_with_is_said(app: Litestar, cast: Cast) -> None:
    """A vendor that was never rated has no last rating."""
    answer = await tell(app, cast, "What changed at Helio since the last rating?")

    assert ("Helio Payments: not rated yet, so there is nothing to compare with.",) == answer.notes


async def test_a_contact_and_procurement_read_no_rows(cast: Cast) -> None:
    """Whoever may not read evidence may not ask over rows."""
    for who in (cast.helio.who, cast.procurement):
        with pytest.raises(NotFound):
            await vendors_for(who)


async def test_an_unknown_name_is_said(app: Litestar, cast: Cast) -> None:
    """Nothing is told of anybody else instead; one with a like name is offered."""
    answer = await tell(app, cast, "What is overdue at Corvit?")

    assert "There is no vendor named “Corvit” among the 2 you may read." == answer.asked
    assert ["Corvid Analytics"] == told(answer)


def _said(answer: Told) -> str:
    quotes = [f"{line.quote.document} {line.quote.text}" for line in answer.lines if line.quote]
    links = [line.link for line in answer.lines]
    titles = [block.title for block in answer.blocks]
    return " ".join((answer.asked, *titles, *told(answer), *answer.notes, *links, *quotes)).lower()
