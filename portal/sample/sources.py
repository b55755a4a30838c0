"""Reading a document's source: a head of settings, then its text, with the dates written out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import yaml

from portal.sample.markup import Block, blocks
from portal.sample.moments import moments, with_dates

FOLDER = Path(__file__).parent / "documents"


class Layout(StrEnum):
    """How a sample document is drawn."""

    report = "report"
    policy = "policy"
    certificate = "certificate"
    scan = "scan"


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text for one day, ready to be drawn."""

    layout: Layout
    title: str
    subtitle: str
    author: str
    head: str
    accent: str
    face: str
    size: float
    issued: date
    cover: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]


def source(name: str, today: date) -> Source:
    """Read the source of this name as it stands on this day."""
    _, head, body = (FOLDER / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    known = moments(yaml.safe_load(head)["dates"], today)
    settings = yaml.safe_load(with_dates(head, today, known))
    return Source(
        layout=Layout(settings["layout"]),
        title=settings["title"],
        subtitle=settings.get("subtitle", ""),
        author=settings["author"],
        head=settings.get("head", settings["title"]),
        accent=settings.get("accent", "#1f3a5f"),
        face=settings.get("face", "Helvetica"),
        size=float(settings.get("size", 10)),
        issued=known["issued"],
        cover=tuple((label, str(text)) for label, text in settings.get("cover", {}).items()),
        blocks=tuple(blocks(with_dates(body, today, known))),
    )
