"""A small OpenAI-compatible server on loopback that replies as a test scripts it."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = Callable[[str], str]
PIECE = 12


@dataclass
class Scripted:
    """What the server is to say, and what it was asked."""

    reply: Reply
    status: int = 200
    delay: float = 0.0
    breaks_after: int | None = None
    waits_in_stream: Callable[[int], None] = lambda number: None
    prompts: list[str] = field(default_factory=list)
    bodies: list[dict[str, object]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    script: Scripted

    def do_POST(self) -> None:
        """Answer a chat completion."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        prompt = body["messages"][-1]["content"]
        self.script.bodies.append(body)
        self.script.prompts.append(prompt)
        time.sleep(self.script.delay)
        if body.get("stream") and self.script.status == 200:
            self._stream(self.script.reply(prompt))
            return
        message = {"role": "assistant", "content": self.script.reply(prompt)}
        sent = {
            "id": "1", "object": "chat.completion", "created": 1, "model": "small",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }  # fmt: skip
        raw = json.dumps(sent if self.script.status == 200 else {"error": {"message": "broken"}}).encode()
        self.send_response(self.script.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        try:
            self.wfile.write(raw)
        except (BrokenPipeError, ConnectionResetError):
            return

    def _stream(self, reply: str) -> None:
        """Send the reply in pieces of a few letters, and break off where that is scripted."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        pieces = [reply[at : at + PIECE] for at in range(0, len(reply), PIECE)]
        try:
            for number, piece in enumerate(pieces):
                if number == self.script.breaks_after:
                    return
                self.script.waits_in_stream(number)
                self._send({"role": "assistant", "content": piece}, None)
            self._send({}, "stop")
            self.wfile.write(b"data: [DONE]\n\n")
        except (BrokenPipeError, ConnectionResetError):
            return

    def _send(self, delta: dict[str, str], finish: str | None) -> None:
        sent = {
            "id": "1", "object": "chat.completion.chunk", "created": 1, "model": "small",
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        }  # fmt: skip
        self.wfile.write(f"data: {json.dumps(sent)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@contextmanager
def serving(script: Scripted) -> Iterator[str]:
    """Run the server while the block lasts; yields its base address."""
    handler = type("Handler", (_Handler,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(
        target=server.serve_forever, args=[0.01], daemon=True
    )  # so often it looks whether it is to end
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def passage_with(words: str, prompt: str) -> str:
    """Return the id of the passage in the prompt that holds these words."""
    pieces = re.split(r"^--- [0-9a-f]+ (P\d+)$", prompt, flags=re.MULTILINE)
    for key, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if words in " ".join(text.split()):
            return key
    return "P0"


def sentences(*items: tuple[str, str, str]) -> str:
    """Word a reply of (text, passage, quote)."""
    return json.dumps(
        {"sentences": [{"text": text, "passage": passage, "quote": quote} for text, passage, quote in items]}
    )
