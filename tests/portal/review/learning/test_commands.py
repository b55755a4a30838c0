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


def test_the_chosen_error_rate_is_kept_for_every_process(tmp_path: Path) -> None:
    """It says from where on supports are certain, and the next run counts with it; a rate that holds nothing says so."""
    usual = json.loads(run(tmp_path)[1])["thresholds"]["supported"]

    chosen = json.loads(run(tmp_path, "--error-rate", "10")[1])
    later = json.loads(run(tmp_path)[1])["thresholds"]["supported"]

    assert (5, 10, 10) == tuple(each["wrong_of_100_at_most"] for each in (usual, chosen, later))
    assert chosen["sure_at_least"] == later["sure_at_least"] < usual["sure_at_least"]
    assert json.loads(run(tmp_path, "--error-rate", "1")[1])["sure_at_least"] is None
    assert (2, "") == run(tmp_path, "--error-rate", "50")
    assert (2, "") == run(tmp_path, "--take", "--error-rate", "10")


def test_taking_and_forgetting_at_once_is_refused(tmp_path: Path) -> None:
    """A wrong use says so and prints no result."""
    assert (2, "") == run(tmp_path, "--take", "--forget")
