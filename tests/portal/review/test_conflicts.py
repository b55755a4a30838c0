"""What differs between a vendor's answers and documents is found, shown with both sides, and never more than a reason to look."""

from pathlib import Path

import pytest
import yaml
from fpdf import FPDF
from litestar import Litestar

from knowledge.tables import Page
from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.core.dates import date_long
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.receiving import remove
from portal.evidence.tables import Evidence
from portal.review.completing import complete_review
from portal.review.deciding import agree, seen_of
from portal.review.sides import ConflictKind
from portal.review.standing import Standing, review_of
from portal.review.tables import Conflict
from portal.risk.levels import VerdictState
from questionnaires.authored import from_plain
from questionnaires.model import Questionnaire
from questionnaires.values import Given
from tests.cast import Cast
from tests.client import Browser
from tests.portal.review import story

pytestmark = pytest.mark.anyio
QUESTIONS = """
key: differing
title: Differing
sections:
- key: one
  title: One
  area: incidents
  questions:
  - ref: IN-01
    kind: yes_no
    text: Is there a plan?
    expected: ["yes"]
    claim: There is a written incident response plan.
  - ref: IN-03
    kind: number
    unit: hours
    text: Within how many hours do you tell us of a breach?
    claim: Customers are notified of a breach that affects their data within {answer}.
  - ref: BC-03
    kind: number
    unit: hours
    text: What is the recovery time objective?
    claim: The recovery time objective of the service is {answer}.
  - ref: LG-02
    kind: number
    unit: days
    text: For how many days are security logs kept?
    claim: Security logs are kept for {answer}.
  - ref: DP-04
    kind: multiple
    required: false
    text: In which regions is our data processed?
    choices: [{value: eea, label: European Economic Area}, {value: asia, label: Other Asia and Pacific}]
    claim: "Customer data is stored and processed in these regions only: {answer}."
  - ref: SP-01
    kind: yes_no
    required: false
    text: Do other companies process our data?
    claim: Other companies store, process or have access to customer data on the vendor's behalf.
"""
ANSWERS = {"IN-01": Given("yes"), "IN-03": Given(24.0), "BC-03": Given(4.0), "LG-02": Given(395.0)}
POLICY = "Information security policy\n\nVersion 3, effective {day}. Owner: Ines Amaro. This policy applies to all staff.\n\n"
AGREEMENT = (
    "Data Processing Agreement\n\nbetween Aldgate Bank (the Controller) and Helio Payments Ltd (the Processor), "
    "effective {day}.\n\n"
)


def questionnaire() -> Questionnaire:
    """Return the questionnaire of these tests."""
    return from_plain(yaml.safe_load(QUESTIONS))


async def reviewed(
    app: Litestar,
    settings: Settings,
    cast: Cast,
    folder: Path,
    papers: dict[str, str],
    answers: dict[str, Given] | None = None,
) -> Assessment:
    """Submit the answers with papers of this text behind them, and work everything off."""
    for name, text in papers.items():
        await story.give(settings, cast.helio, story.note(folder / f"{name}.pdf", text.format(day=date_long(today()))))
    row = await story.submitted(settings, cast, asked=questionnaire(), answers={**ANSWERS, **(answers or {})})
    await story.work_off(app, settings)
    return row


def told(review: Standing) -> list[tuple[str, str]]:
    """Return about which question what kind of conflict stands."""
    return sorted((min(one.refs), one.kind.value) for one in review.conflicts)


async def test_two_documents_that_differ_are_shown_with_the_stronger_first(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A contract counts more than a policy, whichever was uploaded first; every quote stands on its page."""
    papers = {
        "Policy": POLICY + "Customers are informed of a security breach within 48 hours.",
        "Agreement": AGREEMENT + "The Processor notifies the Controller of a personal data breach within 24 hours.",
    }

    review = await review_of(await reviewed(app, settings, cast, tmp_path, papers))

    assert ("IN-03", "documents") in told(review)
    conflict = next(one for one in review.conflicts if one.kind is ConflictKind.documents)
    assert ["Agreement p. 1", "Policy p. 1"] == [side.label for side in conflict.sides]
    assert "24 hours" in conflict.why
    for side in conflict.sides:
        assert side.quote is not None
        page = await Page.objects().get(Page.document == side.quote.document_id)
        assert page is not None
        assert side.text == page.text[side.quote.start : side.quote.end]


async def test_a_document_that_falls_short_of_an_answer_is_a_conflict(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Both sides are there, and the question is still contradicted: a conflict never makes a verdict better."""
    papers = {"Policy": POLICY + "Customers are informed of a security breach within 72 hours."}

    one = (await review_of(await reviewed(app, settings, cast, tmp_path, papers))).find("IN-03")

    assert one is not None
    assert [ConflictKind.answer_document] == [each.kind for each in one.conflicts]
    assert {"Policy p. 1", "Answer to IN-03, Differing"} == {side.label for side in one.conflicts[0].sides}
    assert one.state is not None
    assert "contradicted" == one.state.value


@pytest.mark.parametrize(
    "sentence",
    [
        "Customers are informed of a security breach within one day.",
        "The recovery time objective for the reporting service is 24 hours.",
        "Our sub-processors notify us of a breach within 72 hours.",
        "Security logs are kept for thirteen months.",
        "Security logs are kept for at least 12 months.",
        "The supervisory authority is notified of a breach within 72 hours.",
        "We plan to inform customers of a breach within 36 hours.",
        "In the test of the spring a recovery time objective of 4 hours was missed and 6 hours were reached.",
    ],
)
async def test_a_near_miss_is_no_conflict(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path, sentence: str
) -> None:
    """The same in another unit, of another service, by somebody else, or planned: nobody is bothered with it."""
    review = await review_of(await reviewed(app, settings, cast, tmp_path, {"Policy": POLICY + sentence}))

    assert [] == told(review)


def annex(path: Path) -> Path:
    """Write an agreement with a table of sub-processors."""
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    pdf.multi_cell(0, 6, AGREEMENT.format(day=date_long(today())) + "Annex 1 - Sub-processors")
    pdf.ln(10)
    with pdf.table() as table:
        for row in (
            ("Sub-processor", "Service", "Place of processing"),
            ("Acme Hosting GmbH", "Hosting", "Frankfurt, Germany"),
            ("Bolt Support Ltd", "Support", "Cork, Ireland; nights from Cebu, Philippines"),
        ):
            table.row(row)
    pdf.output(str(path))
    return path


@pytest.mark.parametrize(("regions", "expected"), [(("eea",), ["DP-04"]), (("eea", "asia"), [])])
async def test_a_list_of_processors_may_name_a_place_outside_the_regions_answered(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path, regions: tuple[str, ...], expected: list[str]
) -> None:
    """The row that names the country is the other side; a country inside the regions is none."""
    await story.give(settings, cast.helio, annex(tmp_path / "Annex.pdf"))

    review = await review_of(await reviewed(app, settings, cast, tmp_path, {}, {"DP-04": Given(regions)}))

    verdict = next(one.verdict for one in review.reviewed if one.ref == "DP-04")
    assert expected == [ref for ref, _ in told(review)]
    assert all("Philippines" in side.text for one in review.conflicts for side in one.sides if side.quote)
    assert verdict is not None
    assert bool(expected) is (verdict.state is VerdictState.CONTRADICTED)


@pytest.mark.parametrize(("answer", "expected"), [("no", [("SP-01", "answer_document")]), ("yes", [])])
async def test_nobody_else_and_yet_a_document_lists_somebody(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path, answer: str, expected: list[tuple[str, str]]
) -> None:
    """A list of sub-processors stands against the answer that there are none."""
    await story.give(settings, cast.helio, annex(tmp_path / "Annex.pdf"))

    review = await review_of(await reviewed(app, settings, cast, tmp_path, {}, {"SP-01": Given(answer)}))

    assert expected == told(review)


async def test_a_comment_that_breaks_another_answer_is_a_conflict(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """What is written beside one question is held against the number given to another; it stands at both."""
    plan = Given("yes", "Customers are told of a breach of their data within 72 hours.")

    review = await review_of(await reviewed(app, settings, cast, tmp_path, {}, {"IN-01": plan}))

    assert [frozenset({"IN-01", "IN-03"})] == [one.refs for one in review.conflicts]
    assert ["answers"] == [one.kind.value for one in review.conflicts]


async def test_an_answer_that_was_another_one_last_time_is_a_conflict(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """This year stands against last, the newest first; what did not change, or got better, is not listed."""
    first = await reviewed(app, settings, cast, tmp_path, {}, {"IN-01": Given("no")})
    for one in (await review_of(first)).reviewed:
        if one.open:
            await agree(cast.reviewer, first.id, seen_of(one))
    await complete_review(cast.reviewer, first.id)

    again = await reviewed(app, settings, cast, tmp_path, {}, {"BC-03": Given(8.0)})

    conflicts = (await review_of(again)).conflicts
    assert [("BC-03", "earlier")] == told(await review_of(again))
    assert ["8 hours", "4 hours"] == [side.text for side in conflicts[0].sides]
    assert not await Conflict.exists().where(Conflict.assessment == first.id)


async def test_a_conflict_goes_when_its_document_goes(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Conflicts are worked out with the verdicts; one that still stands keeps its row."""
    policy = POLICY + "Customers are informed of a security breach within 72 hours."
    row = await reviewed(app, settings, cast, tmp_path, {"Policy": policy})
    before = await Conflict.objects().where(Conflict.assessment == row.id)
    await story.give(settings, cast.helio, story.note(tmp_path / "Other.pdf", "Menu of the canteen, week 12."))
    await story.work_off(app, settings)
    same = await Conflict.objects().where(Conflict.assessment == row.id)

    await _remove_all(app, settings, cast)
    await story.work_off(app, settings)

    assert [one.id for one in before] == [one.id for one in same]
    assert [] == told(await review_of(row))


async def test_the_pages_show_both_sides(
    browser: Browser, app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The question has a part on conflicts, the list narrows to them, and the review has a page of its own."""
    papers = {"Policy": POLICY + "Customers are informed of a security breach within 72 hours."}
    row = await reviewed(app, settings, cast, tmp_path, papers)
    await browser.become(cast.auditor)

    bench = (await browser.get(f"/reviews/{row.id}?ref=IN-03&filter=conflict")).text
    page = (await browser.get(f"/reviews/{row.id}/conflicts")).text

    for text in (bench, page):
        assert "Answer and document differ" in text
        assert "within 72 hours" in text
    assert "Conflicts · 1" in bench
    assert "BC-03" not in bench.split('class="bench-side"')[0].split('class="bench-list"')[1]


async def _remove_all(app: Litestar, settings: Settings, cast: Cast) -> None:
    engines: Engines = app.state.engines
    for evidence in await Evidence.objects().where(Evidence.vendor == cast.helio.vendor.id):
        await remove(cast.reviewer, evidence.id, settings, engines)


async def test_a_comment_may_be_wrong_beside_a_right_answer(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The answer keeps what it is worth, with an exception; the comment's words stand against the document's."""
    said = "Security logs are kept for 395 days. Alerts raised from security logs are answered within 60 minutes."
    answers = {"LG-02": Given(395.0, comment="Alerts raised from security logs are answered within 10 minutes.")}

    row = await reviewed(app, settings, cast, tmp_path, {"Policy": POLICY + said}, answers)
    review = await review_of(row)

    logs = next(one for one in review.reviewed if one.ref == "LG-02")
    assert logs.verdict is not None
    assert VerdictState.SUPPORTED_WITH_EXCEPTION is logs.verdict.state
    assert [("LG-02", ConflictKind.answer_document)] == [(min(one.refs), one.kind) for one in review.conflicts]
    assert any("within 10 minutes" in side.text for side in review.conflicts[0].sides)
    assert any("60 minutes" in side.text for side in review.conflicts[0].sides if side.quote)
