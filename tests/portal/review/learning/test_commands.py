"""`surety learn`: one line of JSON, a dry run unless told to take, and a way back."""

import json
from pathlib import Path

from click.testing import CliRunner

from portal.review.learning.commands import learn


def run(data: Path, *options: str) -> tuple[int, str]:
    """Run the command in a data folder of its own."""
    done = CliRunner().invoke(learn, ["--data", str(data), *options])
    return done.exit_code, done.stdout


def test_without_decisions_there_is_nothing_to_take(tmp_path: Path) -> None:
    """It says how many decisions there are, and how many a threshold of one's own needs."""
    code, printed = run(tmp_path)

    said = json.loads(printed)
    assert (0, 0, False, []) == (code, said["decisions"], said["taken"], said["questions"])
    assert 19 == said["thresholds"]["supported"]["needed_to_count_alone"]
    assert not json.loads(run(tmp_path, "--take")[1])["taken"]
    assert {"forgotten": ""} == json.loads(run(tmp_path, "--forget")[1])


def test_taking_and_forgetting_at_once_is_refused(tmp_path: Path) -> None:
    """A wrong use says so and prints no result."""
    assert (2, "") == run(tmp_path, "--take", "--forget")
