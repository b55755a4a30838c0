"""Files that no evidence names any more: removed for good, never while somebody is taking the same bytes in."""

from collections.abc import Sequence
from pathlib import Path

import anyio.to_thread

from portal.core.database import is_postgres, run_sql, transaction
from portal.core.settings import Settings
from portal.evidence.files import old_files
from portal.evidence.pictures import forget_pictures, kept_hashes, sweep_pictures
from portal.evidence.tables import Evidence

_FILES_LOCK = 7_301_965


async def hold_files() -> None:
    """Let nobody remove or take in a file until the open transaction ends; SQLite's one writer does so by itself."""
    if is_postgres():
        await run_sql("SELECT pg_advisory_xact_lock({})", _FILES_LOCK)


async def drop_unused(paths: Sequence[Path]) -> int:
    """Remove those of the files that no evidence names; returns how many."""
    dropped = 0
    for path in paths:
        async with transaction():
            await hold_files()
            if not await Evidence.exists().where((Evidence.sha256 == path.name) & Evidence.removed_at.is_null()):
                path.unlink(missing_ok=True)
                dropped += 1
    return dropped


async def sweep_files(settings: Settings) -> int:
    """Remove what interrupted uploads and crashes left behind more than an hour ago; returns how many files.

    Pictures of pages go with their files, and the oldest ones when all together take too much room.
    """
    pictured = kept_hashes(settings)
    for sha256 in set(pictured) - await _used(pictured):
        forget_pictures(settings, sha256)
    await anyio.to_thread.run_sync(sweep_pictures, settings)
    return await drop_unused(await _unused(old_files(settings)))


async def _unused(paths: Sequence[Path]) -> list[Path]:
    used = await _used([path.name for path in paths])
    return [path for path in paths if path.name not in used]


async def _used(hashes: Sequence[str]) -> set[str]:
    """Return those of the hashes that evidence names."""
    used: set[str] = set()
    for start in range(0, len(hashes), 500):
        chunk = Evidence.sha256.is_in(list(hashes[start : start + 500])) & Evidence.removed_at.is_null()
        used |= {row["sha256"] for row in await Evidence.select(Evidence.sha256).where(chunk)}
    return used
