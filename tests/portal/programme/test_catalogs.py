"""Catalogs come in as requirements once what they change was seen; a newer version moves what it should and nothing else."""

import json
from collections.abc import Sequence
from pathlib import Path

import httpx
import msgspec
import pytest
from click.testing import CliRunner

from portal.core.errors import Conflict, NotAllowed
from portal.core.tables import AuditEntry
from portal.programme.commands import standard
from portal.programme.setting import set_requirement
from portal.programme.tables import Catalog, CatalogReading, Requirement
from portal.programme.taking_in import Choice, hold_catalog, take_catalog
from questionnaires.formats.source import Source
from tests.cast import Cast
from tests.client import Browser
from tests.questionnaires.formats.books import NOT_HERE, SHARED
from tests.questionnaires.formats.oscal_files import CATALOG_XML, Plain, catalog_json, control, of_controls, part

pytestmark = pytest.mark.anyio


def rule(identity: str, text: str, title: str = "") -> Plain:
    """Write a control with one statement."""
    return control(identity, title or f"Rule {identity}", part("statement", text))


FIRST = of_controls(rule("a-1", "Lock doors."), rule("a-2", "Log visits."), rule("a-3", "Shred paper."))
SECOND = of_controls(
    rule("a-1", "Lock doors and windows."), rule("a-2", "Log all visits."), rule("a-4", "Train guards."), version="2.0"
)


async def take(cast: Cast, data: bytes, choice: Choice | None = None) -> None:
    """Read and take a catalog in."""
    reading = await hold_catalog(cast.approver, Source("c.json", data))
    await take_catalog(cast.approver, reading.id, choice or Choice())


async def upload(browser: Browser, data: bytes, name: str = "c.json") -> httpx.Response:
    """Upload a catalog."""
    return await browser.submit("/standard/catalogs", files=[("files", (name, data, "application/octet-stream"))])


async def requirements() -> dict[str, Requirement]:
    """Return the standard by reference."""
    return {row.ref: row for row in await Requirement.objects().order_by(Requirement.position)}


async def test_a_catalog_is_seen_first_and_taken_then(browser: Browser, cast: Cast) -> None:
    """The page says what is new; only the button makes requirements of it, and each step is audited."""
    await browser.become(cast.approver)

    sent = await upload(browser, CATALOG_XML, "rules.xml")
    url = sent.headers["location"]
    page = await browser.get(url)
    before = await Requirement.count()
    taken = await browser.submit(f"{url}/take", _form(page.text, ["Operations", "Access"]))
    shown = (await browser.get("/standard")).text

    assert (303, 0, 303) == (sent.status_code, before, taken.status_code)
    assert "BK-1(1)" in page.text
    assert "1 control marked as withdrawn was left out." in page.text
    assert ["BK-1", "BK-1(1)", "AC-05"] == list(await requirements())
    assert "House Rules for Partners" in shown and "A backup nobody restored is a hope." in shown
    actions = [row.action for row in await AuditEntry.objects().order_by(AuditEntry.id)]
    assert ["catalog.read", "catalog.taken_in"] == [action for action in actions if action.startswith("catalog")]


async def test_only_the_groups_that_are_ticked_come_in(browser: Browser, cast: Cast) -> None:
    """The others are offered again another time, unticked."""
    await browser.become(cast.approver)
    url = (await upload(browser, catalog_json())).headers["location"]

    await browser.submit(f"{url}/take", _form((await browser.get(url)).text, ["Access"]))
    again = (await browser.get((await upload(browser, catalog_json())).headers["location"])).text

    assert ["AC-05"] == list(await requirements())
    assert 'value="Operations"' in again and 'value="Operations" checked' not in again


async def test_a_newer_version_moves_what_it_should(cast: Cast) -> None:
    """Changed words follow, words changed here stay, what is gone is marked and stays required, mappings are kept."""
    await take(cast, FIRST)
    rows = await requirements()
    await set_requirement(cast.approver, "A-1", "Rule a-1", "Lock doors.", ["AC-01"], requirement_id=rows["A-1"].id)
    await set_requirement(cast.approver, "A-2", "Our rule", "We log visits.", (), requirement_id=rows["A-2"].id)

    await take(cast, SECOND)

    rows = await requirements()
    assert ("Lock doors and windows.", '["AC-01"]') == (rows["A-1"].text, rows["A-1"].question_refs)
    assert ("Our rule", "We log visits.") == (rows["A-2"].title, rows["A-2"].text)
    assert (True, True) == (rows["A-3"].active, rows["A-3"].gone_at is not None)
    assert "Train guards." == rows["A-4"].text
    assert [("House Rules for Partners", "2.0")] == [(one.title, one.version) for one in await Catalog.objects()]

    await take(cast, FIRST)

    assert (await requirements())["A-3"].gone_at is None


async def test_the_catalogs_words_are_taken_where_a_person_says_so(browser: Browser, cast: Cast) -> None:
    """The box on the page decides, requirement by requirement."""
    await take(cast, FIRST)
    row = (await requirements())["A-2"]
    await set_requirement(cast.approver, "A-2", "Our rule", "We log visits.", (), requirement_id=row.id)
    await browser.become(cast.administrator)
    url = (await upload(browser, SECOND)).headers["location"]
    page = (await browser.get(url)).text

    await browser.submit(f"{url}/take", {**_form(page, ["Rules"]), "theirs": str(row.id)})

    assert "Take the catalog’s words for A-2" in page
    assert ("Rule a-2", "Log all visits.") == ((await requirements())["A-2"].title, (await requirements())["A-2"].text)


async def test_what_was_not_seen_is_not_taken(browser: Browser, cast: Cast) -> None:
    """Somebody who changed a requirement in between is not gone over, and no file is taken twice."""
    await take(cast, FIRST)
    await browser.become(cast.approver)
    url = (await upload(browser, SECOND)).headers["location"]
    form = _form((await browser.get(url)).text, ["Rules"])
    row = (await requirements())["A-1"]
    await set_requirement(cast.approver, "A-1", "Ours", "Ours too.", (), requirement_id=row.id)

    stale = await browser.submit(f"{url}/take", form)
    await browser.submit(f"{url}/take", _form(stale.text, ["Rules"]))
    twice = await browser.submit(f"{url}/take", form)

    assert (409, 409) == (stale.status_code, twice.status_code)
    assert "The standard has changed since this was shown" in stale.text
    assert ("Ours", "Ours too.") == ((await requirements())["A-1"].title, (await requirements())["A-1"].text)
    assert "taken in already" in twice.text


async def test_two_catalogs_stand_beside_each_other(cast: Cast) -> None:
    """One that only looks like another can be taken as its own; references stay apart."""
    await take(cast, FIRST)
    await take(cast, FIRST, Choice(of="new"))
    await take(cast, of_controls(rule("a-1", "Keep cats out."), title="House Cats", uuid=""))

    assert 3 == await Catalog.count()
    assert ["A-1", "A-2", "A-3", "A-1-2", "A-2-2", "A-3-2", "A-1-3"] == list(await requirements())


async def test_questions_are_mapped_only_when_asked_for(cast: Cast) -> None:
    """By the control references of our own questions, in a catalog that names their framework."""
    csf = of_controls(rule("PR.AA-05", "Access is managed."), title="NIST Cybersecurity Framework 2.0")
    await take(cast, csf)
    await take(cast, csf, Choice(of="new", map_questions=True))

    plain, mapped = [msgspec.json.decode(row.question_refs) for row in (await requirements()).values()]
    assert [] == plain
    assert mapped


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"profile": {}}', "is an OSCAL profile, which is not supported"),
        (b"%PDF-1.7", "This is not YAML we can read"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><catalog>&x;</catalog>', "holds a document type"),
        (b"{" * 100_000, "This is not JSON we can read"),
        (b"", "it has no “catalog” at its top"),
    ],
)
async def test_what_cannot_be_read_gets_its_sentence(browser: Browser, cast: Cast, data: bytes, sentence: str) -> None:
    """The page stays, with one sentence, and nothing is kept."""
    await browser.become(cast.approver)

    answer = await upload(browser, data, "x")

    assert 422 == answer.status_code
    assert sentence in answer.text
    assert 0 == await CatalogReading.count()


async def test_only_those_who_set_the_standard_take_catalogs_in(cast: Cast) -> None:
    """A reviewer can neither read one in nor take what another has read."""
    reading = await hold_catalog(cast.approver, Source("c.json", FIRST))

    with pytest.raises(NotAllowed):
        await hold_catalog(cast.reviewer, Source("c.json", FIRST))
    with pytest.raises(NotAllowed):
        await take_catalog(cast.reviewer, reading.id, Choice())


async def test_of_two_who_take_the_same_file_one_does(cast: Cast) -> None:
    """The second is told."""
    reading = await hold_catalog(cast.approver, Source("c.json", FIRST))
    await take_catalog(cast.approver, reading.id, Choice())

    with pytest.raises(Conflict, match="taken in already"):
        await take_catalog(cast.administrator, reading.id, Choice())

    assert 3 == await Requirement.count()


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
async def test_a_published_catalog_comes_in_whole(browser: Browser, cast: Cast) -> None:
    """All 149 controls of the published baseline become requirements, and again nothing changes."""
    data = (SHARED / "oscal" / "NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json").read_bytes()
    await take(cast, data)
    await browser.become(cast.approver)
    again = await browser.get((await upload(browser, data)).headers["location"])

    rows = await requirements()
    assert (149, "Access Control") == (len(rows), rows["AC-2"].grouped)
    assert "Nothing changes." in again.text


@pytest.mark.anyio(scope="module")
def test_the_command_shows_and_takes(tmp_path: Path) -> None:
    """`--show` changes nothing; without it the same counts are taken in."""
    (tmp_path / "c.json").write_bytes(FIRST)
    (tmp_path / "d.json").write_bytes(SECOND)

    shown = _run(tmp_path, "c.json", "--show")
    taken = _run(tmp_path, "c.json")
    newer = _run(tmp_path, "d.json", "--show")

    assert (["a-1", "a-2", "a-3"], None) == (shown["added"], shown["of"])
    assert (3, 0, 0) == (taken["added"], taken["changed"], taken["gone"])
    assert (["A-1", "A-2"], ["A-3"], ["a-4"]) == (newer["changed"], newer["gone"], newer["added"])


def _run(folder: Path, name: str, *more: str) -> dict[str, object]:
    arguments = ["import", str(folder / name), *more, "--data", str(folder / "data")]
    result = CliRunner().invoke(standard, arguments, catch_exceptions=False)
    assert 0 == result.exit_code, result.output
    found: dict[str, object] = json.loads(result.output)
    return found


def _form(page: str, groups: Sequence[str]) -> dict[str, str | Sequence[str]]:
    """Fill the page's form in: what it hides, and the groups that are ticked."""
    hidden = {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("of", "mark", "by_group")}
    return {**hidden, "groups": groups}
