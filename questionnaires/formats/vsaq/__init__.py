"""Google's VSAQ questionnaires: its own kind of JSON, HTML in texts, conditions on choices, tips, extensions."""

from collections.abc import Sequence

from questionnaires.formats.imported import Imported
from questionnaires.formats.source import Source
from questionnaires.formats.vsaq.extending import extended
from questionnaires.formats.vsaq.items import items_of
from questionnaires.formats.vsaq.lenient import load
from questionnaires.formats.vsaq.questions import questionnaire_of
from questionnaires.formats.vsaq.writing import Written, write
from questionnaires.validating import validate

__all__ = ["Written", "is_vsaq", "read", "write"]


def is_vsaq(plain: object) -> bool:
    """Tell whether this is what a VSAQ file holds."""
    return isinstance(plain, dict) and any(isinstance(plain.get(key), list) for key in ("questionnaire", "extensions"))


def read(source: Source, extensions: Sequence[Source] = ()) -> Imported:
    """Read a questionnaire, with the extensions that go with it put in at their places."""
    plain = load(source.text)
    for extension in extensions:
        plain = extended(plain, load(extension.text))
    items = items_of(plain)
    asked, warnings = questionnaire_of(items, source.name)
    validate(asked)
    return Imported(asked, {}, tuple(warnings))
