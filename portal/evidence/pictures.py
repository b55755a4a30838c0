"""Pictures of pages: made on demand by at most two children, kept on disk, each made once however often it is asked for."""

import asyncio
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import anyio
import anyio.to_thread
import msgspec
from anyio.lowlevel import RunVar

from knowledge.picture_wire import Characters, decode_characters
from knowledge.picturing import PICTURED, NoPicture, is_png, picture_page
from knowledge.tables import Document
from portal.core.settings import Settings
from portal.evidence.files import path_of
from portal.evidence.scan_words import is_set_aside
from portal.evidence.tables import Evidence

_AT_ONCE = 2
_MOST_BYTES = 2 << 30
_DAY = 86_400
_EMPTY = b""
_limit = RunVar[anyio.CapacityLimiter]("children that draw")
_making: dict[Path, "asyncio.Task[PagePicture | None]"] = {}


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture on disk, its size in pixels, and where the page's characters stand on it."""

    path: Path
    width: int
    height: int

    def characters(self) -> Characters:
        """Read the characters' places; none when they are not kept any more."""
        try:
            return decode_characters(self.path.with_suffix(".json").read_bytes())
        except (OSError, msgspec.DecodeError):
            return Characters()


class StillDrawing(Exception):
    """The picture is being made; ask again in a moment."""


def pictures_of(settings: Settings, sha256: str) -> Path:
    """Return the folder with the pictures of one file's pages."""
    return settings.data / "pages" / sha256


async def evidence_picture(
    settings: Settings, row: Evidence, document: Document, number: int, patience: float = 30.0
) -> PagePicture | None:
    """Return the picture of a page as `page_picture` does; None also while the file is closed to everybody."""
    if is_set_aside(row):
        return None
    return await page_picture(settings, row.sha256, document.media, number, patience)


async def page_picture(
    settings: Settings, sha256: str, media: str, number: int, patience: float = 30.0
) -> PagePicture | None:
    """Return the picture of a page, made now if need be; None when there can be none.

    Raises StillDrawing when it is not there within so many seconds; it is made all the same.
    """
    if media not in PICTURED:
        return None
    path = pictures_of(settings, sha256) / f"{number}.png"
    if path.is_file():
        return _kept(path)
    task = _making.get(path)
    if task is None or task.get_loop() is not asyncio.get_running_loop():
        task = _making[path] = asyncio.create_task(_make(path_of(settings, sha256), path, number))
        task.add_done_callback(lambda _: _making.pop(path, None))
    try:
        return await asyncio.wait_for(asyncio.shield(task), patience)
    except TimeoutError:
        raise StillDrawing from None


async def _make(source: Path, path: Path, number: int) -> PagePicture | None:
    """Draw and keep; that a page cannot be drawn is kept as well, as an empty file."""
    try:
        limiter = _limit.get()
    except LookupError:
        limiter = anyio.CapacityLimiter(_AT_ONCE)
        _limit.set(limiter)
    return await anyio.to_thread.run_sync(_draw, source, path, number, limiter=limiter)


def _draw(source: Path, path: Path, number: int) -> PagePicture | None:
    if path.is_file():
        return _kept(path)
    try:
        drawn = picture_page(source, number)
    except FileNotFoundError:
        return None
    except NoPicture:
        _write(path, _EMPTY)
        return None
    _write(path.with_suffix(".json"), drawn.characters)
    _write(path, drawn.png)
    return _kept(path)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    temporary.replace(path)


def _kept(path: Path) -> PagePicture | None:
    """Read a kept picture's size from its head; None for a page that could not be drawn."""
    with path.open("rb") as file:
        head = file.read(64)
    width, height = int.from_bytes(head[16:20]), int.from_bytes(head[20:24])
    return PagePicture(path, width, height) if is_png(head, width, height) else None


def forget_pictures(settings: Settings, sha256: str) -> None:
    """Remove the pictures and characters of a file."""
    shutil.rmtree(pictures_of(settings, sha256), ignore_errors=True)


def kept_hashes(settings: Settings) -> list[str]:
    """Return the hashes of the files of which pictures are kept."""
    folder = settings.data / "pages"
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def sweep_pictures(settings: Settings, most: int = _MOST_BYTES) -> int:
    """Remove the oldest pictures until the rest takes at most so many bytes; returns how many files went.

    That a page cannot be drawn is forgotten after a day, so that it is tried again.
    """
    found = sorted(_sizes(settings.data / "pages"))
    left, gone = sum(size for _, size, _ in found), 0
    for age, size, path in found:
        if left > most or (not size and age < time.time() - _DAY):
            path.unlink(missing_ok=True)
            left, gone = left - size, gone + 1
    return gone


def _sizes(folder: Path) -> Iterator[tuple[float, int, Path]]:
    for path in folder.glob("*/*"):
        with suppress(FileNotFoundError):
            status = path.stat()
            yield status.st_mtime, status.st_size, path
