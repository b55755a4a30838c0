"""`surety check` prints JSON and answers by its exit code."""

import json
from pathlib import Path

import anyio
import pytest
from click.testing import CliRunner

from portal.cli import main
from portal.core.running import opened
from portal.procurement.commands import check
from tests.cast import Cast, make_cast
from tests.portal.procurement.cases import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_json_and_exit_code(case: Case, tmp_path: Path) -> None:
    """The decision is on standard output and in the exit code: 0 allowed, 3 with conditions, 4 not."""
    _arranged(case, tmp_path)
    named = ["--service", case.service] if case.service else []

    answer = CliRunner().invoke(check, ["--vendor", "helio-payments", *named, "--data", str(tmp_path)])

    said = json.loads(answer.stdout)
    assert (case.exit_code, case.decision) == (answer.exit_code, said["decision"])
    assert said["headline"].startswith(case.headline)
    assert {"reasons", "conditions", "valid_until", "rating", "vendor", "service"} <= set(said)


@pytest.mark.parametrize("name", ["allowed", "conditions", "expired"])
def test_the_surety_command_ends_with_the_code(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The code gets through the command's own error handling, where a script looks for it."""
    case = next(case for case in CASES if case.name == name)
    _arranged(case, tmp_path)
    monkeypatch.setattr("sys.argv", ["surety", "check", "--vendor", "helio-payments", "--data", str(tmp_path)])

    try:
        main()
        code: object = 0
    except SystemExit as stopped:
        code = stopped.code

    assert (case.exit_code, case.decision) == (code, json.loads(capsys.readouterr().out)["decision"])


def test_an_unknown_vendor_is_an_error(tmp_path: Path) -> None:
    """Neither a yes nor a no: nothing on standard output, and another exit code."""
    answer = CliRunner().invoke(check, ["--vendor", "nobody", "--data", str(tmp_path)])

    assert ("", 1) == (answer.stdout, answer.exit_code)


def _arranged(case: Case, data: Path) -> None:
    async def arrange() -> Cast:
        async with opened(data):
            cast = await make_cast()
            await case.arrange(cast)
            return cast

    anyio.run(arrange)
