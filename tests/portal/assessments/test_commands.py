"""`surety questionnaire`: JSON lines on standard output, one sentence on standard error when it fails."""

import json
from pathlib import Path

import anyio
import pytest
from click.testing import CliRunner

from portal.assessments.commands import questionnaire
from portal.core.errors import Conflict
from questionnaires.bank import KEYS
from questionnaires.bank import questionnaire as ours
from questionnaires.formats import native

OWN = """
key: cloud-check
title: Cloud check
sections:
- key: cloud
  title: Cloud
  area: governance
  questions:
  - {ref: CL-01, kind: yes_no, text: Is a cloud provider used, expected: [yes], claim: A cloud provider is used.}
answers: {CL-01: yes, CL-99: no}
"""


def run(folder: Path, *arguments: str) -> list[dict[str, object]]:
    """Run a command in a data folder and return its lines."""
    result = CliRunner().invoke(questionnaire, [*arguments, "--data", str(folder / "data")], catch_exceptions=False)
    assert 0 == result.exit_code, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def test_a_questionnaire_comes_in_from_a_file_and_is_listed(tmp_path: Path) -> None:
    """What was imported is told in one line, with a warning for what was left out, and stands in the list."""
    file = tmp_path / "cloud.yaml"
    file.write_text(OWN)

    (imported,) = run(tmp_path, "import", str(file))
    listed = run(tmp_path, "list")

    assert ("cloud-check", 1, 1, 1) == tuple(imported[k] for k in ("questionnaire", "sections", "questions", "answers"))
    assert 1 == len(imported["warnings"])  # type: ignore[arg-type]
    assert [*KEYS, "cloud-check"] == [line["questionnaire"] for line in listed]
    assert [*(False for _ in KEYS), True] == [line["imported"] for line in listed]


def test_our_own_keys_are_not_taken_over(tmp_path: Path) -> None:
    """A file that calls itself “core” but asks something else is refused."""
    file = tmp_path / "core.yaml"
    file.write_text(OWN.replace("cloud-check", "core"))

    with pytest.raises(Conflict, match="give yours another key"):
        run(tmp_path, "import", str(file))


def test_our_own_set_may_come_in_as_it_is(tmp_path: Path) -> None:
    """Importing what we wrote ourselves changes nothing."""
    file = tmp_path / "lite.yaml"
    file.write_text(native.write(ours("lite")))

    (imported,) = run(tmp_path, "import", str(file))

    assert ours("lite").version == imported["version"]
    assert len(KEYS) == len(run(tmp_path, "list"))


def test_answers_go_out_and_come_back(tmp_path: Path) -> None:
    """An exported assessment reads back as the same questionnaire."""
    assessment = anyio.run(_sent, tmp_path / "data")
    file = tmp_path / "out.yaml"

    (exported,) = run(tmp_path, "export", assessment, str(file))

    read = native.read(file.read_text())
    assert ours("lite").version == exported["version"] == read.questionnaire.version


async def _sent(data: Path) -> str:
    from portal.core.running import opened
    from tests.cast import make_cast
    from tests.portal.assessments.sending import sent

    async with opened(data) as settings:
        return str((await sent(settings, await make_cast())).id)
