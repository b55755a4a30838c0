"""The ClamAV client against a real daemon with a signature of our own."""

import socket
import threading
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from portal.core import clamav
from portal.core.clamav import ScanFailed, ScannerAway, TooLargeToScan, is_address, parse_version, scan, version
from portal.core.scanner import scanner_status, status_words
from portal.core.settings import Settings
from tests.clamd import HARMFUL, LONGEST, PROGRAM, SIGNATURE, Clamd
from tests.knowledge.pdfs import make_pdf

needs_clamd = pytest.mark.skipif(not PROGRAM, reason="clamd is not installed here")


@pytest.fixture
def clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clamd]:
    """The daemon, answering."""
    daemon = Clamd(tmp_path_factory.mktemp("av"))
    yield daemon.start()
    daemon.kill()


def file(folder: Path, content: bytes) -> Path:
    """Write a file."""
    path = folder / "file"
    path.write_bytes(content)
    return path


@needs_clamd
def test_harm_is_named_and_its_absence_is_silence(clamd: Clamd, tmp_path: Path) -> None:
    """The signature is found in plain bytes and inside a PDF's compressed stream; an empty or ordinary file is clean."""
    packed = make_pdf(tmp_path / "packed.pdf", [f"Policy. {HARMFUL}"])
    assert HARMFUL.encode() not in packed.read_bytes()

    assert SIGNATURE == scan(clamd.address, file(tmp_path, b"x" * 200_000 + HARMFUL.encode()))
    assert SIGNATURE == scan(clamd.address, packed)
    assert "" == scan(clamd.address, make_pdf(tmp_path / "clean.pdf", ["Policy."]))
    assert "" == scan(clamd.address, file(tmp_path, b""))


@needs_clamd
@pytest.mark.parametrize("size", [LONGEST + 1, 30 * LONGEST])
def test_a_file_beyond_the_scanners_limit_is_told_apart(clamd: Clamd, tmp_path: Path, size: int) -> None:
    """The daemon breaks such a stream off; its reason is heard all the same."""
    with pytest.raises(TooLargeToScan):
        scan(clamd.address, file(tmp_path, bytes(size)))


@needs_clamd
def test_a_scanner_that_hangs_or_is_gone_is_away(clamd: Clamd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither is a verdict on the file."""
    monkeypatch.setattr(clamav, "_CONNECT", 0.3)
    clamd.suspend()
    with pytest.raises(ScannerAway):
        scan(clamd.address, file(tmp_path, b"x"), answer_within=0.3)

    clamd.kill()
    with pytest.raises(ScannerAway):
        scan(clamd.address, file(tmp_path, b"x"))
    with pytest.raises(ScannerAway):
        version(clamd.address)


def test_a_scanner_that_breaks_off_has_failed(tmp_path: Path) -> None:
    """A connection that ends in the middle of a file is held against the scan, so that it cannot go on for ever."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: server.accept()[0].close()).start()

        with pytest.raises(ScanFailed):
            scan(f"127.0.0.1:{server.getsockname()[1]}", file(tmp_path, zlib.compress(bytes(1000))))


def test_an_address_is_a_socket_or_a_port() -> None:
    """Anything else stops the start."""
    assert all(map(is_address, ["unix:/run/clamav/clamd.ctl", "clamav:3310", "10.0.0.7:3310"]))
    assert not any(map(is_address, ["unix:", "unix:clamd.ctl", "clamav", "http://clamav:3310", "/run/clamd.ctl"]))


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ("ClamAV 1.4.6/27500/Mon Nov 23 09:00:00 2026", "warning: its signatures are of 2026-11-23 09:00 UTC"),
        ("ClamAV 1.4.6/27501/Tue Nov 24 13:00:00 2026", "answers; its signatures are of 2026-11-24 13:00 UTC"),
        ("ClamAV 1.4.6", "answers; ClamAV 1.4.6 does not say how old"),
        ("ClamAV 1.4.6/x/y", "answers; ClamAV 1.4.6 does not say how old"),
    ],
)
def test_signatures_older_than_two_days_are_a_warning(reply: str, words: str) -> None:
    """A scanner that is not kept up to date finds little, and the operator is told."""
    assert status_words(parse_version(reply), datetime(2026, 11, 25, 12, tzinfo=UTC)).startswith(words)


@pytest.mark.anyio
async def test_the_status_says_what_a_missing_scanner_means(tmp_path: Path) -> None:
    """Files wait for a required scanner and are read without a wanted one."""
    nowhere = f"unix:{tmp_path}/nowhere"

    required = await scanner_status(Settings(clamav=nowhere))
    wanted = await scanner_status(Settings(clamav=nowhere, clamav_mode="best-effort"))

    assert ["off", True, True] == [await scanner_status(Settings()), "wait for it" in required, "unscanned" in wanted]
