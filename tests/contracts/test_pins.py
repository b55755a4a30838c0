"""The image's requirements are pinned with hashes, name no download address, and satisfy the project's own bounds."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PINNED = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
VERSIONS = dict(re.findall(r"^([a-z0-9.-]+)(?:\[[^]]*])?==(\S+)", PINNED, re.MULTILINE))
# Releases below these have known holes; see the changelogs of the projects.
FLOORS = {"litestar": "2.25", "piccolo": "1.38", "pypdf": "7.1", "chromadb": "1.5.9", "langchain-core": "1.3.3"}


def test_every_pin_has_a_hash_and_no_address() -> None:
    """Nothing but the very files that were looked at is installed, from wherever the operator's registry is."""
    assert len(VERSIONS) == len(re.findall(r"==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", PINNED))
    assert "://" not in PINNED


def test_the_pins_satisfy_what_the_project_asks_for() -> None:
    """A dependency added to the project is pinned too, within its bounds."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    for line in project["dependencies"]:
        wanted = Requirement(line)
        assert wanted.specifier.contains(VERSIONS[canonicalize_name(wanted.name)]), line


def test_no_pin_is_below_a_release_with_a_known_hole() -> None:
    """Floors are kept by a check, not by memory."""
    assert all(Requirement(f"x>={floor}").specifier.contains(VERSIONS[name]) for name, floor in FLOORS.items())
