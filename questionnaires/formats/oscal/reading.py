"""Reading a catalog: its controls and those inside them, in order, with what they ask for in plain text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.oscal.catalog import Catalog, Control
from questionnaires.formats.oscal.documents import catalog_in
from questionnaires.formats.oscal.parameters import Parameters
from questionnaires.formats.oscal.plain import Plain, line_of, listed, mapping_of, prop_of
from questionnaires.formats.oscal.prose import asked, guidance, plain_words
from questionnaires.formats.source import Source

MOST_CONTROLS = 5000
DEEPEST = 20
LONGEST_TITLE, LONGEST_TEXT = 200, 8000
_ID = re.compile(r"[^\W\d][\w.\-]{0,119}")
_LABEL = re.compile(r"[^\s<>\"]{1,20}")


def read_catalog(source: Source) -> Catalog:
    """Read an OSCAL 1 catalog in JSON, YAML or XML; raises UnreadableQuestionnaire with the one sentence to show."""
    plain = catalog_in(source)
    metadata = mapping_of(plain, "metadata")
    title, oscal_version = plain_words(line_of(metadata, "title")), line_of(metadata, "oscal-version").lstrip("v")
    if not title or not oscal_version:
        missing = "title" if not title else "oscal-version"
        raise UnreadableQuestionnaire(f"{source.name} is no whole OSCAL catalog: its metadata has no “{missing}”.")
    if not oscal_version.startswith("1."):
        raise UnreadableQuestionnaire(f"{source.name} is in OSCAL {oscal_version[:20]}; only OSCAL 1 is read.")
    found = _Reading(Parameters(_parameters(plain, 0)))
    found.take(plain, "", 0)
    if not found.controls:
        raise UnreadableQuestionnaire(f"{source.name} holds no control that could be taken in.")
    return Catalog(
        uuid=line_of(plain, "uuid")[:60],
        title=title[:300],
        version=line_of(metadata, "version")[:100],
        oscal_version=oscal_version[:20],
        modified=line_of(metadata, "last-modified")[:40],
        controls=tuple(found.controls.values()),
        warnings=tuple(found.warnings()),
    )


def _parameters(holder: Plain, depth: int) -> Iterator[Plain]:
    yield from listed(holder, "params")
    for inner in _inside(holder, depth):
        yield from _parameters(inner, depth + 1)


def _inside(holder: Plain, depth: int) -> Iterator[Plain]:
    if depth >= DEEPEST:
        raise UnreadableQuestionnaire("This catalog nests its groups and controls too deeply.")
    yield from listed(holder, "groups")
    yield from listed(holder, "controls")


@dataclass(slots=True)
class _Reading:
    """The controls found so far, and how many were left out for which reason."""

    parameters: Parameters
    controls: dict[str, Control] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    def take(self, holder: Plain, group: str, depth: int) -> None:
        """Take the controls inside; a control stands in the outermost group around it."""
        for inner in listed(holder, "groups"):
            self.take(inner, group or _title(inner), depth + 1)
        for inner in listed(holder, "controls"):
            self._keep(inner, group)
            self.take(inner, group, depth + 1)

    def _keep(self, plain: Plain, group: str) -> None:
        identity = line_of(plain, "id")
        if _withdrawn(plain):
            self.left_out["marked as withdrawn"] += 1
        elif not _ID.fullmatch(identity):
            self.left_out["without an id that OSCAL allows"] += 1
        elif identity in self.controls:
            self.left_out["with an id that another has"] += 1
        else:
            self._check_number()
            self.controls[identity] = self._control(plain, identity, group)

    def _check_number(self) -> None:
        if len(self.controls) >= MOST_CONTROLS:
            raise UnreadableQuestionnaire(f"This catalog holds more than {MOST_CONTROLS:,} controls.")

    def _control(self, plain: Plain, identity: str, group: str) -> Control:
        label, title = prop_of(plain, "label"), self.parameters.inserted(_title(plain))
        label = label if _LABEL.fullmatch(label) else identity
        text = asked(plain, self.parameters) or title
        if title.casefold() in ("", label.casefold(), identity.casefold()):
            title = text.partition("\n")[0]
        return Control(
            identity, label, self._cut(title, LONGEST_TITLE), group[:LONGEST_TITLE],
            self._cut(text, LONGEST_TEXT), guidance(plain, self.parameters)[:LONGEST_TEXT],
        )  # fmt: skip

    def _cut(self, text: str, longest: int) -> str:
        if len(text) <= longest:
            return text
        self.left_out["cut"] += 1
        return text[: longest - 1].rstrip() + "…"

    def warnings(self) -> Iterator[str]:
        """Say what was left out."""
        for reason, number in self.left_out.items():
            if reason == "cut":
                yield f"{_counted(number, 'title or text was', 'titles or texts were')} too long and cut."
            else:
                yield f"{_counted(number, 'control', 'controls')} {reason} {'was' if number == 1 else 'were'} left out."


def _title(plain: Plain) -> str:
    return plain_words(line_of(plain, "title"))


def _withdrawn(plain: Plain) -> bool:
    return prop_of(plain, "status").casefold() == "withdrawn"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
