"""Results and plans go out in OSCAL's own structure, with every quote and its place, to those who may read evidence."""

import json
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from litestar import Litestar

from knowledge.tables import Page
from portal.assessments.tables import Assessment
from portal.core.clock import now, today
from portal.core.errors import Conflict, NotAllowed
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.evidence.tables import Evidence
from portal.findings.raising import Shortcoming, raise_finding, raise_free_finding
from portal.findings.settling import accept_risk, remediate_finding
from portal.findings.tables import RiskAcceptance
from portal.oscal.commands import oscal
from portal.oscal.exporting import export_plan, export_results
from portal.oscal.targets import reference_id
from portal.oscal.writing import token
from portal.programme.setting import set_requirement
from portal.programme.tables import Requirement
from portal.programme.taking_in import Choice, hold_catalog, take_catalog
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.review.deciding import agree
from portal.risk.levels import Severity
from questionnaires.controls import parse_reference
from questionnaires.formats.source import Source
from tests.cast import Cast
from tests.client import Browser
from tests.portal.oscal.structure import mappings, problems
from tests.portal.review import story
from tests.questionnaires.formats.oscal_files import control, of_controls, part

pytestmark = pytest.mark.anyio

COMPANY = "Aldgate Bank"
WRONG = Shortcoming("Leavers keep access", Severity.HIGH, today() + timedelta(days=30), "Two of 25\nkept it.")


def written(data: bytes, name: str) -> Any:
    """Read an export; where OSCAL_OUT names a folder it is kept there, for another program to check."""
    if folder := os.environ.get("OSCAL_OUT"):
        (Path(folder) / name).write_bytes(data)
    plain = json.loads(data)
    assert [] == problems(plain)
    return plain


@pytest.fixture
async def assessment(app: Litestar, database: Settings, cast: Cast, tmp_path: Path, browser: Browser) -> Assessment:
    """Submit a questionnaire with a report behind it, map two requirements, agree with one verdict and raise a finding."""
    catalog = of_controls(
        control("ac-17", "Remote access", part("statement", "Use a second factor.")),
        control("ps-4", "Leavers", part("statement", "Remove access.")),
        control("cp-9", "Backups", part("statement", "Back up.")),
    )
    reading = await hold_catalog(cast.approver, Source("c.json", catalog))
    await take_catalog(cast.approver, reading.id, Choice())
    for row, refs in zip(
        await Requirement.objects().order_by(Requirement.position), (["AC-01"], ["AC-02"]), strict=False
    ):
        await set_requirement(cast.approver, row.ref, row.title, row.text, refs, requirement_id=row.id)
    found = await story.reviewed(app, database, cast, tmp_path)
    await agree(cast.reviewer, found.id, await story.seen(found, "AC-01"))
    await raise_finding(cast.reviewer, found.id, "AC-02", WRONG)
    return found


async def test_results_say_what_was_found_and_on_which_page(assessment: Assessment, cast: Cast) -> None:
    """A requirement that is met is satisfied, one that is contradicted is not, one nobody asked about is left out."""
    plain = written((await export_results(cast.auditor, assessment.id, COMPANY)).data, "results.json")

    [result] = plain["assessment-results"]["results"]
    states = {one["target"]["target-id"]: one["target"]["status"]["state"] for one in result["findings"]}
    observed = {one["uuid"]: one for one in result["observations"]}
    met = next(one for one in result["findings"] if one["target"]["target-id"] == "ac-17")
    shown = observed[met["related-observations"][0]["observation-uuid"]]
    assert {"ac-17": "satisfied", "ps-4": "not-satisfied"} == states
    assert ["EXAMINE"] == shown["methods"]
    assert "Supported" in shown["description"] and "Agreed by" in shown["remarks"]
    [selection] = result["reviewed-controls"]["control-selections"]
    assert ["ac-17", "ps-4"] == [one["control-id"] for one in selection["include-controls"]]
    [risk] = result["risks"]
    assert ("open", f"{WRONG.due}T23:59:59+00:00") == (risk["status"], risk["deadline"])


async def test_every_quote_stands_on_its_page(assessment: Assessment, cast: Cast) -> None:
    """Page and span lead to the very words; the document is named with the hash of its bytes."""
    plain = written((await export_results(cast.reviewer, assessment.id, COMPANY)).data, "quotes.json")

    resources = {one["uuid"]: one for one in plain["assessment-results"]["back-matter"]["resources"]}
    evidence = await Evidence.objects().first()
    assert evidence is not None
    cited = [one for one in mappings(plain) if "relevant-evidence" in one]
    quotes: list[Any] = [quote for one in cited for quote in one["relevant-evidence"]]  # type: ignore[attr-defined]
    assert len(quotes) >= 3
    for quote in quotes:
        place = {one["name"]: one["value"] for one in quote["props"]}
        page = await Page.objects().where(Page.document == evidence.document, Page.number == int(place["page"])).first()
        assert page is not None
        words = page.text[int(place["start"]) : int(place["end"])]
        assert f"“{words}” (Helio SOC 2.pdf, p. {place['page']})" == quote["description"]
        [link] = resources[quote["href"][1:]]["rlinks"]
        assert evidence.sha256 == link["hashes"][0]["value"]


@pytest.mark.invented_quotes
async def test_a_quote_that_no_longer_stands_is_left_out(assessment: Assessment, cast: Cast) -> None:
    """What is not on the page today is not given out as evidence."""
    await Page.update({Page.text: "Nothing of the kind."}, force=True)

    plain = written((await export_results(cast.reviewer, assessment.id, COMPANY)).data, "gone.json")

    assert [] == [one for one in mappings(plain) if "relevant-evidence" in one]


async def test_the_same_things_have_the_same_ids(assessment: Assessment, cast: Cast) -> None:
    """Twice the same is the same document; a change gives the document another id and leaves those inside."""
    first, again = [json.loads((await export_results(cast.reviewer, assessment.id, COMPANY)).data) for _ in range(2)]
    await raise_finding(cast.reviewer, assessment.id, "CR-02", Shortcoming("No own keys", Severity.LOW))
    later = json.loads((await export_results(cast.reviewer, assessment.id, COMPANY)).data)

    root = "assessment-results"
    ids = [{one["uuid"] for one in mappings(plain[root]["results"]) if "uuid" in one} for plain in (first, later)]
    assert first[root]["uuid"] == again[root]["uuid"] != later[root]["uuid"]
    assert ids[0] < ids[1]


async def test_an_approved_rating_goes_along(assessment: Assessment, cast: Cast) -> None:
    """Grade and residual risk with the two who signed; a draft is nobody's business yet."""
    row = RatingRecord(
        number=7, vendor=assessment.vendor, assessment=assessment.id, state=RatingState.draft.value, grade="B",
        residual="medium", method_version="3", drafted_by_name="Rita", approved_by_name="Anna", approved_at=now(),
        record_hash="ab" * 32, valid_until=today() + timedelta(days=300),
    )  # fmt: skip
    await row.save()
    before = (await export_results(cast.reviewer, assessment.id, COMPANY)).data.decode()
    await RatingRecord.update({RatingRecord.state: RatingState.published.value}).where(RatingRecord.id == row.id)

    plain = written((await export_results(cast.reviewer, assessment.id, COMPANY)).data, "rated.json")

    [result] = plain["assessment-results"]["results"]
    told = {one["name"]: one["value"] for one in result["props"]}
    assert "Rita" not in before and '"grade"' not in before
    assert ("B", "medium") == (told["grade"], told["residual-risk"])
    assert "Drafted by Rita, approved by Anna" in result["attestations"][-1]["parts"][0]["prose"]


async def test_a_plan_says_what_is_to_be_done_until_when(assessment: Assessment, cast: Cast) -> None:
    """Open, accepted, accepted once and remediated findings, each with its state, due date and history."""
    vendor, service = cast.helio.vendor.id, cast.helio.service.id
    accepted, lapsed, done = [
        await raise_free_finding(cast.reviewer, vendor, service, Shortcoming(title, Severity.LOW))
        for title in ("Lived with", "Lived with once", "Put right")
    ]
    for one in (accepted, lapsed):
        await accept_risk(cast.approver, one.id, "Small.", today() + timedelta(days=9))
    await RiskAcceptance.update({RiskAcceptance.until: today() - timedelta(days=1)}).where(
        RiskAcceptance.finding == lapsed.id
    )
    await remediate_finding(cast.reviewer, done.id, "Seen on site.")

    plain = written((await export_plan(cast.auditor, cast.helio.vendor.slug, COMPANY)).data, "poam.json")

    found = plain["plan-of-action-and-milestones"]
    risks = {one["title"]: one for one in found["risks"]}
    assert {
        "Leavers keep access": "open",
        "Lived with": "deviation-approved",
        "Lived with once": "open",
        "Put right": "closed",
    } == {title: one["status"] for title, one in risks.items()}
    assert 4 == len(found["poam-items"])
    assert ["planned"] == [one["lifecycle"] for one in risks["Leavers keep access"]["remediations"]]
    assert ["Seen on site."] == [one["description"] for one in risks["Put right"]["remediations"]]
    assert ["Raised", "Remediated"] == [one["title"] for one in risks["Put right"]["risk-log"]["entries"]]
    assert "relevant-evidence" in found["observations"][0]


async def test_who_may_not_read_evidence_gets_nothing(assessment: Assessment, cast: Cast, browser: Browser) -> None:
    """Procurement is refused, a vendor's contact finds nothing there, and no export goes unrecorded."""
    slug = cast.helio.vendor.slug
    for who, status in ((cast.procurement, 403), (cast.helio.who, 404), (cast.auditor, 200)):
        await browser.become(who)
        answers = [
            await browser.submit(f"/assessments/{assessment.id}/oscal"),
            await browser.submit(f"/vendors/{slug}/oscal"),
        ]
        assert [status, status] == [answer.status_code for answer in answers]
    with pytest.raises(NotAllowed):
        await export_plan(cast.procurement, slug, COMPANY)
    with pytest.raises(Conflict, match="has no findings"):
        await export_plan(cast.auditor, cast.corvid.vendor.slug, COMPANY)

    actions = [row.action for row in await AuditEntry.objects().order_by(AuditEntry.id)]
    exported = [action for action in actions if action.endswith("_exported")]
    assert ["assessment.results_exported", "vendor.plan_exported"] == exported


async def test_the_pages_offer_both(assessment: Assessment, cast: Cast, browser: Browser) -> None:
    """Results stand beside an assessment's other exports, the plan on the list of a vendor's findings."""
    await browser.become(cast.reviewer)
    offered = (await browser.get(f"/assessments/{assessment.id}/export")).text
    listed = (await browser.get(f"/findings?vendor={cast.helio.vendor.slug}")).text

    assert f'action="/assessments/{assessment.id}/oscal"' in offered
    assert f'action="/vendors/{cast.helio.vendor.slug}/oscal"' in listed


def test_a_command_without_its_vendor_says_so(tmp_path: Path) -> None:
    """Nothing is written for a vendor that does not exist."""
    arguments = ["poam", "--vendor", "nobody", str(tmp_path / "p.json"), "--data", str(tmp_path / "data")]

    result = CliRunner().invoke(oscal, arguments)

    assert "There is nothing here" in str(result.exception)
    assert not (tmp_path / "p.json").exists()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("AC-2 (1)", "AC-2_1"), ("164.312(a)", "_164.312_a"), ("Art. 32", "Art._32"), ("é", "é"), ("***", "unnamed")],
)
def test_any_name_becomes_a_token(text: str, expected: str) -> None:
    """OSCAL's tokens begin with a letter or an underscore and hold no blanks or brackets."""
    assert expected == token(text)


def test_controls_are_named_as_their_publishers_name_them() -> None:
    """The Cybersecurity Framework's as they are; others with the framework before, so that none is taken for another."""
    assert "PR.AA-05" == reference_id(parse_reference("CSF PR.AA-05"))
    assert "hipaa_164.312_a" == reference_id(parse_reference("HIPAA 164.312(a)"))
