"""Invitations over a real mail server: they arrive, their link works once, and no name slips a header in."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.journeys.folder import folder_with_sent
from tests.journeys.server import PATIENCE, Server, wait_for
from tests.ports import free_port

NASTY = "Dana Ortiz\r\nBcc: thief@evil.example\r\n\r\nPlease pay"
ADDRESS = "named@helio.example"


class Postbox:
    """A mail server on the loopback that keeps what it is given."""

    def __init__(self) -> None:
        self.port = free_port()
        self.letters: list[tuple[list[str], EmailMessage]] = []
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=PATIENCE)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take one message."""
        content = envelope.content
        assert isinstance(content, bytes)
        self.letters.append((envelope.rcpt_tos, message_from_bytes(content, policy=policy.default)))
        return "250 kept"

    def __enter__(self) -> "Postbox":
        self._controller.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._controller.stop()

    def wait_for_letters(self, count: int) -> None:
        """Wait until so many have come."""
        wait_for(f"{count} letters", lambda: len(self.letters) >= count)


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    """A running mail server."""
    with Postbox() as running:
        yield running


@pytest.fixture
def server(tmp_path: Path, postbox: Postbox) -> Iterator[Server]:
    """A server that sends mail, with an invitation to a contact of a nasty name on its way."""
    smtp = f"smtp://127.0.0.1:{postbox.port}"
    folder_with_sent(tmp_path / "data", contact_name=NASTY, SURETY_SMTP_URL=smtp)
    running = Server(tmp_path / "data", env={"SURETY_SMTP_URL": smtp}).start()
    yield running
    running.stop()


def test_an_invitation_arrives_and_its_link_works_once(server: Server, postbox: Postbox) -> None:
    """The letter goes to the contact alone, and the link in it opens the questionnaire for the first who uses it."""
    postbox.wait_for_letters(1)
    server.wait_ready()
    recipients, letter = postbox.letters[0]
    code = _code(letter)

    assert [ADDRESS] == recipients
    assert 303 == _use(server, code)
    assert 422 == _use(server, code)


def test_a_contacts_name_puts_nothing_into_the_letters_head(server: Server, postbox: Postbox) -> None:
    """A name with line breaks stays in the text; nobody else gets the letter."""
    postbox.wait_for_letters(1)

    recipients, letter = postbox.letters[0]

    assert [ADDRESS] == recipients
    assert {"from", "to", "subject"} <= {name.lower() for name in letter}
    assert not {"bcc", "cc", "reply-to"} & {name.lower() for name in letter}
    assert "Please pay" not in str(letter["subject"])


def test_a_fresh_code_goes_to_a_known_address_only(server: Server, postbox: Postbox) -> None:
    """Whoever asks is told the same; a letter goes out only where the address is a contact's."""
    postbox.wait_for_letters(1)
    server.wait_ready()

    unknown = httpx.post(f"{server.url}/invitation/fresh", data={"email": "stranger@evil.example"}, timeout=PATIENCE)
    known = httpx.post(f"{server.url}/invitation/fresh", data={"email": ADDRESS}, timeout=PATIENCE)
    postbox.wait_for_letters(2)

    assert (200, 200) == (unknown.status_code, known.status_code)
    assert _words(unknown.text, "stranger@evil.example") == _words(known.text, ADDRESS)
    assert [[ADDRESS], [ADDRESS]] == [recipients for recipients, _ in postbox.letters]
    assert 303 == _use(server, _code(postbox.letters[1][1]))


def _code(letter: EmailMessage) -> str:
    text = letter.get_content()
    found = re.search(r"/invitation#(\S+)", text)
    assert found, text
    return found.group(1)


def _use(server: Server, code: str) -> int:
    return httpx.post(f"{server.url}/invitation", data={"code": code}, timeout=PATIENCE).status_code


def _words(page: str, address: str) -> str:
    return re.sub(r"[0-9a-f]{64}", "", page.replace(address, "ADDRESS"))
