"""A team's own questionnaire keeps its key when a set of ours with the same one comes with an upgrade."""

import json
from dataclasses import replace
from pathlib import Path

import anyio
import pytest
from click.testing import CliRunner

from portal.assessments.authoring.starting import start_version
from portal.assessments.choosing import add_questionnaire, get_offered, questionnaire_titles, versions_of
from portal.assessments.commands import questionnaire as command
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.running import opened
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from questionnaires.bank import LATER, shipped
from questionnaires.bank import questionnaire as ours
from questionnaires.formats import native
from questionnaires.model import Questionnaire
from questionnaires.storing import get_questionnaire, store_questionnaire
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import sent
from tests.questionnaires.samples import SMALL

pytestmark = pytest.mark.anyio
THEIRS = replace(SMALL, key="privacy", title="Our privacy questions")


async def before_the_upgrade(asked: Questionnaire = THEIRS) -> None:
    """Take a questionnaire in as the program did when it had no set under this key."""
    async with transaction():
        stored = await store_questionnaire(asked, now())
        await audit.record(SYSTEM, "questionnaire.imported", stored, {"key": asked.key, "version": asked.version})


@pytest.mark.parametrize("key", LATER)
def test_every_version_that_is_given_out_is_on_the_list(key: str) -> None:
    """What is missing there would be taken for a team's own questionnaire; add it to `shipped.tsv`."""
    assert ours(key).version in shipped(key)


def test_an_upgraded_folder_shows_both(tmp_path: Path) -> None:
    """Theirs under its key, ours under another; a newer version of theirs comes in, and ours can be told from it."""

    async def upgraded() -> None:
        async with opened(tmp_path / "data"):
            await before_the_upgrade()

    anyio.run(upgraded)
    newer = replace(THEIRS, summary="Now with an introduction.")
    (tmp_path / "newer.yaml").write_text(native.write(newer), encoding="utf-8")

    imported = run(tmp_path, "import", str(tmp_path / "newer.yaml"))
    listed = {line["questionnaire"]: line for line in run(tmp_path, "list")}

    assert newer.version == imported[0]["version"]
    assert (newer.version, True) == (listed["privacy"]["version"], listed["privacy"]["imported"])
    assert (ours("privacy").title, False) == (listed["_privacy"]["title"], listed["_privacy"]["imported"])
    assert not listed["pci"]["imported"]


def run(folder: Path, *arguments: str) -> list[dict[str, object]]:
    """Run a command in a data folder and return its lines."""
    result = CliRunner().invoke(command, [*arguments, "--data", str(folder / "data")], catch_exceptions=False)
    assert 0 == result.exit_code, result.output
    return [json.loads(line) for line in result.output.splitlines()]


async def test_what_refers_to_a_key_goes_on_meaning_theirs(settings: Settings, database: Settings, cast: Cast) -> None:
    """Sending by the key sends theirs, also after ours was sent under the same key in between."""
    await before_the_upgrade()
    await store_questionnaire(ours("privacy"), now())

    theirs = await sent(settings, cast, "privacy")
    mine = await sent(settings, cast, "_privacy")

    assert THEIRS == await get_questionnaire(theirs.questionnaire)
    assert ours("privacy").sections == (await get_questionnaire(mine.questionnaire)).sections
    assert [THEIRS.version] == [row.version for row in await versions_of("privacy")]
    titles = await questionnaire_titles()
    assert (THEIRS.title, ours("privacy").title) == (titles["privacy"], titles["_privacy"])


async def test_theirs_has_versions_and_ours_has_none(database: Settings, cast: Cast) -> None:
    """The next version of theirs can be written; ours can only be duplicated, under whichever key."""
    await before_the_upgrade()

    draft = await start_version(cast.reviewer, "privacy")

    assert ("privacy", THEIRS.version) == (draft.key, draft.origin_version)
    with pytest.raises(Conflict, match="duplicate it instead"):
        await start_version(cast.reviewer, "_privacy")


async def test_a_fresh_folder_knows_no_other_keys(database: Settings, cast: Cast) -> None:
    """Without a questionnaire of theirs our keys are ours, and nothing else can be taken in under them."""
    assert (await get_offered("privacy")).own
    for asked in (THEIRS, replace(THEIRS, key="_privacy")):
        with pytest.raises(Conflict):
            await add_questionnaire(SYSTEM, asked)
    await add_questionnaire(SYSTEM, ours("privacy"))

    assert (await get_offered("privacy")).own


async def test_the_page_of_ours_says_where_theirs_is(browser: Browser, cast: Cast) -> None:
    """A person who looks for one of the two finds both."""
    await before_the_upgrade()
    await browser.become(cast.reviewer)

    moved, kept = await browser.get("/questionnaires/_privacy"), await browser.get("/questionnaires/privacy")
    listed = (await browser.get("/questionnaires")).text

    assert "Your team had a questionnaire under the key “privacy” before this set came." in moved.text
    assert THEIRS.title in kept.text and "under another key" not in kept.text
    assert 'href="/questionnaires/privacy"' in listed and 'href="/questionnaires/_privacy"' in listed
