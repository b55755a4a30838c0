"""Speaks to a ClamAV daemon over its socket: a file is streamed to it and its verdict comes back; no policy here."""

import re
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from portal.core.errors import PortalError

_CONNECT, _SEND, _ANSWER = 5.0, 30.0, 180.0  # seconds; clamd itself gives a file up after 120
_CHUNK = 1 << 16
_LONGEST_REPLY = 4096
_FOUND = re.compile(r"stream: (.+) FOUND")


class ScanMode(StrEnum):
    """What an installation asks of its virus scanner."""

    REQUIRED = "required"
    BEST_EFFORT = "best-effort"
    OFF = "off"


class ScannerAway(PortalError):
    """No scanner answers at its address; the file is not to blame."""

    def __init__(self) -> None:
        super().__init__("The virus scanner does not answer.")


class ScanFailed(PortalError):
    """The scanner is there and could not examine this file."""


class TooLargeToScan(ScanFailed):
    """The file is longer than the scanner takes."""

    def __init__(self) -> None:
        super().__init__("This file is larger than the virus scanner takes.")


@dataclass(frozen=True, slots=True)
class Version:
    """What a scanner says of itself; `signatures_at` is None when it names no dated signatures."""

    name: str
    signatures_at: datetime | None


def scan(address: str, path: Path, answer_within: float = _ANSWER) -> str:
    """Return the name of what was found in the file, or nothing; blocking, so call it in a thread.

    Raises ScannerAway when no scanner answers, ScanFailed when one does but cannot examine this file.
    """
    with path.open("rb") as file:
        return scan_stream(address, file, answer_within)


def scan_stream(address: str, file: BinaryIO, answer_within: float = _ANSWER) -> str:
    """Return the name of what was found in the bytes, or nothing; blocking, with the errors of `scan`."""
    with _connected(address, _CONNECT) as connection:
        reply = _reply_to_stream(address, connection, file, answer_within)
    if found := _FOUND.fullmatch(reply):
        return found.group(1)
    if reply == "stream: OK":
        return ""
    if "size limit exceeded" in reply:
        raise TooLargeToScan
    raise ScanFailed(f"The virus scanner could not examine this file ({reply[:200] or 'no reply'}).")


def version(address: str, within: float = _CONNECT) -> Version:
    """Ask the scanner for its version and the date of its signatures; blocking. Raises ScannerAway."""
    return parse_version(_ask(address, b"zVERSION\0", within))


def parse_version(reply: str) -> Version:
    """Read "ClamAV 1.4.6/27500/Mon Nov 24 09:00:00 2026"; clamd names no zone, and UTC is what servers keep."""
    name, *rest = reply.split("/")
    moment = None
    with suppress(ValueError, IndexError):
        moment = datetime.strptime(rest[1], "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    return Version(name, moment)


def _reply_to_stream(address: str, connection: socket.socket, file: BinaryIO, answer_within: float) -> str:
    try:
        with suppress(ConnectionError):  # clamd closes early when it has had enough; its reply says why
            _send(connection, file)
        connection.settimeout(answer_within)
        return _receive(connection)
    except TimeoutError:
        _ask(address, b"zPING\0", _CONNECT)  # raises when nobody is there at all
        raise ScanFailed("The virus scanner took too long over this file.") from None
    except ConnectionError:
        raise ScanFailed("The virus scanner broke off while it examined this file.") from None


def _send(connection: socket.socket, file: BinaryIO) -> None:
    connection.settimeout(_SEND)
    connection.sendall(b"zINSTREAM\0")
    while chunk := file.read(_CHUNK):
        connection.sendall(struct.pack(">I", len(chunk)) + chunk)
    connection.sendall(struct.pack(">I", 0))


def _receive(connection: socket.socket) -> str:
    reply = b""
    while b"\0" not in reply and len(reply) < _LONGEST_REPLY and (piece := connection.recv(_LONGEST_REPLY)):
        reply += piece
    return reply.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _ask(address: str, command: bytes, within: float) -> str:
    with _connected(address, within) as connection:
        try:
            connection.sendall(command)
            return _receive(connection)
        except OSError:
            raise ScannerAway from None


@contextmanager
def _connected(address: str, within: float) -> Iterator[socket.socket]:
    kind, _, place = address.partition(":")
    local = kind == "unix"
    with socket.socket(socket.AF_UNIX) if local else socket.socket() as connection:
        connection.settimeout(within)
        host, _, port = address.rpartition(":")
        try:
            connection.connect(place if local else (host, int(port)))
        except OSError:
            raise ScannerAway from None
        yield connection


def is_address(text: str) -> bool:
    """Whether the text names a socket: unix:/path or host:port."""
    return bool(re.fullmatch(r"unix:/.+|(?!unix:)[^\s:/]+:\d{1,5}", text))
