"""`surety vendor add` prints the slug and nothing else."""

from pathlib import Path

from click.testing import CliRunner

from portal.vendors.commands import vendor


def test_adding_prints_the_slug_alone(tmp_path: Path) -> None:
    """The slug is all there is on standard output; the same name again is one sentence and exit 1."""
    arguments = ["add", "Northpine Cloud", "--website", "northpine.example", "--data", str(tmp_path / "data")]

    first = CliRunner().invoke(vendor, arguments)
    second = CliRunner().invoke(vendor, arguments)

    assert (first.exit_code, first.stdout) == (0, "northpine-cloud\n")
    assert (second.exit_code, second.stdout) == (1, "")
    assert "is in the register already" in second.stderr
