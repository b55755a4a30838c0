"""An OpenAI-compatible server in a process of its own, that misbehaves as a test tells it to, and can be killed.

Run as `python -m tests.journeys.provider PORT FILE`: the file holds the word that says how to reply, read at each request.
"""

import json
import subprocess
import sys
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

import httpx

from tests.journeys.server import ROOT, environment, wait_for
from tests.knowledge.model_server import passage_with, sentences
from tests.portal.assistant.shelf import LEAVERS
from tests.ports import free_port

WRITTEN = "Access of leavers is removed within one business day."
HALF_WRITTEN = "Leavers are taken off the lists within one business"
FOR_EVER = 3600.0


class Provider:
    """The server, started, told how to behave, and killed."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/v1"
        self._word = folder / "behaviour"
        self._process: subprocess.Popen[bytes] | None = None
        self.behave("honest")

    def start(self) -> Self:
        """Start the process and wait until it listens."""
        words = [sys.executable, "-m", "tests.journeys.provider", str(self.port), str(self._word)]
        self._process = subprocess.Popen(words, cwd=ROOT, env=environment(), start_new_session=True)
        wait_for("the provider", self._listens)
        return self

    def behave(self, word: str) -> None:
        """Say how the next requests are answered."""
        self._word.write_text(word, encoding="utf-8")

    @property
    def asked(self) -> int:
        """How many requests have come in since the process started."""
        return int(httpx.get(f"{self.url}/asked", timeout=10).text)

    def kill(self) -> None:
        """Kill it without a word of warning."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def _listens(self) -> bool:
        with suppress(httpx.TransportError):
            return httpx.get(f"{self.url}/asked", timeout=10).status_code == 200
        return False


def written(prompt: str) -> str:
    """Write what an honest model writes for the prompts of these tests."""
    if '"says_it"' in prompt:
        return '{"says_it": "yes"}'
    return sentences((WRITTEN, passage_with(LEAVERS, prompt), LEAVERS))


def half_written(prompt: str) -> str:
    """Write one whole sentence, and break off in the middle of the next."""
    return written(prompt).removesuffix("]}") + f', {{"text": "{HALF_WRITTEN}'


class _Handler(BaseHTTPRequestHandler):
    word: Path
    asked = 0
    _streams = False

    def do_GET(self) -> None:
        """Say how many requests came in."""
        self._send(200, str(_Handler.asked).encode(), "text/plain")

    def do_POST(self) -> None:
        """Answer a chat completion as told."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        _Handler.asked += 1
        self._streams = bool(body.get("stream"))
        behaviour = getattr(self, f"_{self.word.read_text(encoding='utf-8')}")
        with suppress(BrokenPipeError, ConnectionResetError):
            behaviour(body["messages"][-1]["content"])

    def _honest(self, prompt: str) -> None:
        self._say(written(prompt))

    def _slow(self, prompt: str) -> None:
        time.sleep(1.5)
        self._honest(prompt)

    def _silent(self, prompt: str) -> None:
        """Take the question and say nothing."""
        time.sleep(FOR_EVER)

    def _dripping(self, prompt: str) -> None:
        """Send a blank now and then, so that no single wait is long."""
        self._begin(200, "application/json")
        while True:
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.2)

    def _half(self, prompt: str) -> None:
        """Promise a whole answer and close the connection in the middle of it."""
        kind, raw = _completion(written(prompt), streams=self._streams)
        self._begin(200, kind, len(raw))
        self.wfile.write(raw[: len(raw) // 2])

    def _dying(self, prompt: str) -> None:
        """Send half an answer and wait for the end."""
        self._half(prompt)
        self.wfile.flush()
        time.sleep(FOR_EVER)

    def _cut(self, prompt: str) -> None:
        """Send an answer whose text ran into the model's limit."""
        self._say(half_written(prompt), "length")

    def _garbage(self, prompt: str) -> None:
        self._send(200, b"<html><body>Welcome to nginx!</body></html>", "text/html")

    def _chatty(self, prompt: str) -> None:
        self._say("I am sure that leavers lose access at once. Trust me!")

    def _empty(self, prompt: str) -> None:
        self._send(200, json.dumps({"id": "1", "object": "chat.completion", "model": "m", "choices": []}).encode())

    def _busy(self, prompt: str) -> None:
        self._send(429, b'{"error": {"message": "slow down"}}', retry_after="30")

    def _broken(self, prompt: str) -> None:
        self._send(500, b'{"error": {"message": "boom"}}')

    def _locked(self, prompt: str) -> None:
        self._send(401, b'{"error": {"message": "wrong key sk-secret-7731"}}')

    def _say(self, text: str, finish: str = "stop") -> None:
        kind, raw = _completion(text, finish, streams=self._streams)
        self._send(200, raw, kind)

    def _send(self, status: int, raw: bytes, kind: str = "application/json", retry_after: str = "") -> None:
        self._begin(status, kind, len(raw), retry_after)
        self.wfile.write(raw)

    def _begin(self, status: int, kind: str, length: int = -1, retry_after: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length >= 0:
            self.send_header("Content-Length", str(length))
        if retry_after:
            self.send_header("Retry-After", retry_after)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def _completion(text: str, finish: str = "stop", *, streams: bool = False) -> tuple[str, bytes]:
    """Return the kind and the body of a reply; streamed, it comes in one piece."""
    said = {"role": "assistant", "content": text}
    sent = {
        "id": "1", "object": "chat.completion.chunk" if streams else "chat.completion", "created": 1, "model": "small",
        "choices": [{"index": 0, "delta" if streams else "message": said, "finish_reason": finish}],
    }  # fmt: skip
    raw = json.dumps(sent)
    return (
        ("text/event-stream", f"data: {raw}\n\ndata: [DONE]\n\n".encode())
        if streams
        else ("application/json", raw.encode())
    )


def _serve(port: int, word: Path) -> None:
    handler = type("Handler", (_Handler,), {"word": word})
    ThreadingHTTPServer(("127.0.0.1", port), handler).serve_forever()


if __name__ == "__main__":
    _serve(int(sys.argv[1]), Path(sys.argv[2]))
