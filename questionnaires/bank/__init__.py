"""Our own question sets, kept as data."""

from functools import cache
from pathlib import Path

from questionnaires.authored import from_plain
from questionnaires.branching import validate
from questionnaires.errors import NotFound
from questionnaires.model import Questionnaire
from questionnaires.written import load_yaml

KEYS = ("core", "lite", "privacy", "hipaa", "pci", "continuity", "event")
LATER = KEYS[2:]  # a team may have had a questionnaire of its own under one of these before ours came


@cache
def questionnaire(key: str) -> Questionnaire:
    """Load one of our sets by its key, checked."""
    if key not in KEYS:
        raise NotFound(f"We have no question set called “{key}”.")
    found = from_plain(load_yaml((Path(__file__).parent / f"{key}.yaml").read_text(encoding="utf-8")))
    validate(found)
    return found


@cache
def shipped(key: str) -> frozenset[str]:
    """Return every version of one of the later sets that we ever gave out."""
    lines = (Path(__file__).parent / "shipped.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return frozenset(version for name, version in pairs if name == key)
