"""Whether a data folder that went through mayhem is as its acknowledgements promised."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.journeys import indexed, losses
from tests.journeys.mayhem import Survived


@dataclass(frozen=True, slots=True)
class Aftermath:
    """A folder whose server and worker have stopped, and what they had been through."""

    data: Path
    scratch: Path
    survived: Survived
    env: Mapping[str, str] = field(default_factory=dict)


def faults(aftermath: Aftermath) -> list[str]:
    """Return one sentence for each thing that is not as the acknowledgements promised."""
    data, documents = aftermath.data, aftermath.survived.acknowledged
    with closing(sqlite3.connect(data / "surety.sqlite")) as database:
        found = [
            *losses.files(database, data, {sha256: document.name for sha256, document in documents.items()}),
            *losses.documents(database),
            *losses.unfinished(database),
            *losses.integrity(database),
            *indexed.words(database),
            *_spoilt(database, aftermath.survived),
            *_orphans(database, data),
        ]
    return [*found, *losses.audit(data, aftermath.env), *indexed.vectors(data, aftermath.env)]


def _spoilt(database: sqlite3.Connection, survived: Survived) -> list[str]:
    """Name the honest files of which not every page was read: a killed reader is not the file's fault."""
    pages = "SELECT sha256, state, page_count, pages_read FROM document"
    read = {sha256: (state, count, count_read) for sha256, state, count, count_read in database.execute(pages)}
    return [
        f"{document.name} is {read.get(sha256)} and has {document.pages} good pages"
        for sha256, document in survived.acknowledged.items()
        if document.pages and read.get(sha256) != ("ready", document.pages, document.pages)
    ]


def _orphans(database: sqlite3.Connection, data: Path) -> list[str]:
    known = {row[0] for row in database.execute("SELECT sha256 FROM evidence")}
    return [f"{path.name} is nobody's" for path in (data / "files").glob("*/*") if path.name not in known]
