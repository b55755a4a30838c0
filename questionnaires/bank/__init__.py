"""Our own question sets, kept as data."""

from functools import cache
from pathlib import Path

from questionnaires.authored import from_plain
from questionnaires.branching import validate
from questionnaires.errors import NotFound
from questionnaires.model import Questionnaire
from questionnaires.written import load_yaml

KEYS = ("core", "lite", "privacy", "hipaa", "pci", "continuity", "event")


@cache
def questionnaire(key: str) -> Questionnaire:
    """Load one of our sets by its key, checked."""
    if key not in KEYS:
        raise NotFound(f"We have no question set called “{key}”.")
    found = from_plain(load_yaml((Path(__file__).parent / f"{key}.yaml").read_text(encoding="utf-8")))
    validate(found)
    return found
