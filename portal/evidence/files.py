"""Files as they came: streamed to disk with a byte count, kept under their SHA-256, never changed and never opened here."""

import hashlib
import os
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import anyio.to_thread

from knowledge.media import ACCEPTED, HEAD, Media, media_of
from portal.core.clock import now
from portal.core.dates import size_words
from portal.core.errors import InvalidForm, NotFound, TooLarge
from portal.core.settings import Settings
from portal.core.workers import is_gone, own_mark


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes that are safely on disk."""

    sha256: str
    size: int
    path: Path
    media: Media


def path_of(settings: Settings, sha256: str) -> Path:
    """Return where the bytes of this hash are kept."""
    return settings.files / sha256[:2] / sha256


def existing_path(settings: Settings, sha256: str) -> Path:
    """Return the path of kept bytes; raises NotFound when they are gone."""
    path = path_of(settings, sha256)
    if not path.is_file():
        raise NotFound("This file is not here any more.")
    return path


async def write_stream(settings: Settings, name: str, stream: AsyncIterator[bytes]) -> StoredFile:
    """Write a stream to disk and return its hash once it would survive a power cut.

    Counted while it comes in: over the limit raises TooLarge, a kind of file that cannot be read raises InvalidForm, and
    nothing is left behind.
    """
    incoming = settings.files / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    temporary = incoming / f"{own_mark()}~{secrets.token_hex(16)}"
    try:
        digest, size, media = await _copy(stream, name, temporary, settings.upload_limit)
        target = path_of(settings, digest)
        await anyio.to_thread.run_sync(_settle, temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    return StoredFile(digest, size, target, media)


async def _copy(stream: AsyncIterator[bytes], name: str, path: Path, limit: int) -> tuple[str, int, Media]:
    digest, size, head = hashlib.sha256(), 0, b""
    async with await anyio.open_file(path, "xb") as file:
        async for chunk in stream:
            size += len(chunk)
            if size > limit:
                raise TooLarge(f"This file is larger than {size_words(limit)}. Please split it or export it smaller.")
            if len(head) < HEAD:
                head += chunk[: HEAD - len(head)]
            digest.update(chunk)
            await file.write(chunk)
    return digest.hexdigest(), size, _media(head, name)


def _media(head: bytes, name: str) -> Media:
    if not head:
        raise InvalidForm({"files": "This file is empty. Please choose the finished document."})
    media = media_of(head, name)
    if media is None:
        raise InvalidForm({"files": f"This kind of file cannot be read here. Please upload it as {ACCEPTED}."})
    return media


def _settle(temporary: Path, target: Path) -> None:
    descriptor = os.open(temporary, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
    temporary.chmod(0o600)
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary.replace(target)
    for folder in (target.parent, target.parent.parent):
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def old_files(settings: Settings, older_than: timedelta = timedelta(hours=1)) -> list[Path]:
    """Return kept files and interrupted uploads that nobody has touched for a while."""
    before = (now() - older_than).timestamp()
    return [path for path in settings.files.glob("*/*") if path.is_file() and path.stat().st_mtime < before]


def sweep_incoming(settings: Settings) -> int:
    """Remove what uploads had written when their process died; one that is still coming in is left alone."""
    left = [path for path in (settings.files / "incoming").glob("*") if is_gone(path.name)]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
