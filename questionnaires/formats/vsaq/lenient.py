"""JSON as VSAQ files are written: comments, texts joined by `+`, `\\x` escapes, commas too many."""

import json
import re
from collections.abc import Iterator

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.json_text import load_json

_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<remark>//[^\n]*|/\*.*?\*/)|(?P<space>\s+)|(?P<other>[^"'/\s+,]+|.)""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(\r\n|.))", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "", "\n": "", "\r\n": ""}


def load(text: str) -> object:
    """Read such a file, or say at which line it breaks."""
    return load_json(strict(text.removeprefix(")]}'")))


def strict(text: str) -> str:
    """Write it as JSON proper, with every line where it was."""
    out: list[str] = []
    for kind, token in _pieces(text):
        if kind == "other" and token[0] in "]}":
            _drop_comma(out)
        out.append(token)
    return "".join(out)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the tokens with remarks gone and texts joined; line ends inside either follow behind it."""
    joining: list[str] = []
    lines, plus = "", False
    for found in _TOKEN.finditer(text):
        kind, token = str(found.lastgroup), found[0]
        if kind in ("remark", "space"):
            lines += "\n" * token.count("\n")
        elif kind == "text" and (plus or not joining):
            joining.append(_decoded(token[1:-1]))
            lines, plus = lines + "\n" * token.count("\n"), False
        elif token[0] == "+" and joining and not plus:
            plus = True
        else:
            yield from _ended(joining, lines, plus)
            lines, plus = "", False
            joining = [_decoded(token[1:-1])] if kind == "text" else []
            if kind == "other":
                yield kind, token
    yield from _ended(joining, lines, plus)


def _ended(joining: list[str], lines: str, plus: bool) -> Iterator[tuple[str, str]]:
    if joining:
        yield "text", json.dumps("".join(joining))
    if lines:
        yield "space", lines
    if plus:
        yield "other", "+"


def _drop_comma(out: list[str]) -> None:
    """Take back a comma that nothing followed."""
    at = next((at for at in range(len(out) - 1, -1, -1) if out[at].strip()), -1)
    if at >= 0 and out[at] == ",":
        del out[at]


def _decoded(text: str) -> str:
    return _ESCAPE.sub(_character, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _PLAIN.get(found[3], found[3])


def unreadable(sentence: str) -> UnreadableQuestionnaire:
    """Say what is wrong with a VSAQ file."""
    return UnreadableQuestionnaire(f"This VSAQ questionnaire cannot be read: {sentence}")
