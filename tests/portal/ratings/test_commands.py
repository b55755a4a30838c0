"""`surety rating` as a script uses it: JSON on standard output, one sentence and exit 1 otherwise."""

import json
import os
import subprocess
import sys
from pathlib import Path

import anyio
import pytest
from litestar import Litestar

from portal.core.settings import Settings
from portal.ratings.approving import approve_rating
from portal.ratings.proposing import propose_rating
from portal.ratings.tables import RatingRecord
from tests.cast import Cast
from tests.portal.review import story

pytestmark = pytest.mark.anyio


async def surety(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command on the test's data."""
    environ = {**os.environ, "SURETY_DATABASE_URL": settings.database_url, "SURETY_SECRET_KEY": settings.secret_key}
    command = [sys.executable, "-m", "portal.cli", "rating", *arguments, "--data", str(settings.data)]
    return await anyio.run_process(command, env=environ, check=False)


async def test_draft_show_and_replay_print_json(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """A draft from the command line is approved by a person, then shown and replayed."""
    await story.reviewed(app, settings, cast, tmp_path)

    drafted = await surety(settings, "draft", "--vendor", "helio-payments")
    row = await RatingRecord.objects().first()
    assert row is not None, drafted.stderr.decode()
    await propose_rating(cast.reviewer, row.id)
    await approve_rating(cast.approver, row.id)
    shown = await surety(settings, "show", "--vendor", "helio-payments")
    replayed = await surety(settings, "replay", str(row.id))

    assert (0, 0, 0) == (drafted.returncode, shown.returncode, replayed.returncode)
    draft, show, replay = (json.loads(done.stdout) for done in (drafted, shown, replayed))
    assert ("draft", "published") == (draft["state"], show["state"])
    assert {"document", "page", "quote"} == draft["citations"][0].keys()
    assert draft["grade"] == show["grade"] == replay["grade"]
    assert replay["same"]


async def test_what_is_missing_is_one_sentence(settings: Settings, cast: Cast, database: Settings) -> None:
    """A vendor without a rating, and a rating that does not exist."""
    shown = await surety(settings, "show", "--vendor", "corvid-analytics")
    replayed = await surety(settings, "replay", "00000000-0000-0000-0000-000000000000")

    assert (1, 1) == (shown.returncode, replayed.returncode)
    assert b"" == shown.stdout
    assert b"Corvid Analytics has no rating yet" in shown.stderr
    assert b"no published rating" in replayed.stderr
