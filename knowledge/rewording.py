"""Lets a language model word the sentences of a draft; one that says more, less or other than it was given falls back."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.bearing import adds_marks
from knowledge.language import Json, Language, LanguageUnavailable
from knowledge.polarity import denials, modality
from knowledge.prompting import Prompt, prompt
from knowledge.specifics import values
from knowledge.terms import essential, fills, names, terms

PLACEHOLDERS = frozenset({"nonce", "sentences", "ids"})
SAID_AGAIN = 0.7
LONGEST_PART, MOST_PARTS = 1600, 6  # characters of a part, whose reply has to fit into the model's tokens
_ROOM = 60
_QUOTED = re.compile(r"“[^”]*”")
_CAPITAL = re.compile(r"\b[A-Z][\w&.-]*")
_QUOTATION = re.compile(r"[“”\"„«»\n\r<>]")


@dataclass(frozen=True, slots=True)
class Reworded:
    """Each sentence as it is to stand; `written_by` is empty where no sentence is the model's."""

    texts: tuple[str, ...]
    written_by: str = ""
    prompt_version: str = ""
    note: str = ""


async def reworded(sentences: Sequence[str], language: Language | None) -> Reworded:
    """Return the sentences as a model words them, each only if it says the same; without a model as they are.

    A long draft goes to the model in parts; what is beyond the last part stays as it is.
    """
    if language is None or not sentences:
        return Reworded(tuple(sentences))
    asked, kept, trouble = prompt("reword_draft", PLACEHOLDERS), dict[int, str](), ""
    for part in _parts(sentences):
        try:
            given = _given(await language.structured(_filled(asked, sentences, part)))
        except LanguageUnavailable as error:
            trouble = str(error)
            break
        kept |= {n: given[f"S{n}"] for n in part if f"S{n}" in given and says_the_same(sentences[n], given[f"S{n}"])}
    texts = tuple(kept.get(number, text) for number, text in enumerate(sentences))
    fallen = len(sentences) - len(kept)
    note = f"{fallen} of {len(sentences)} sentences are worded by our own templates." if fallen else ""
    return Reworded(
        texts, language.name if kept else "", asked.version if kept else "", f"{trouble} {note}".strip()
    )  # fmt: skip


def _parts(sentences: Sequence[str]) -> list[range]:
    """Cut the sentences into parts that a reply has room for."""
    parts, start, size = list[range](), 0, 0
    for number, text in enumerate(sentences):
        if number > start and size + len(text) > LONGEST_PART:
            parts.append(range(start, number))
            start, size = number, 0
        size += len(text)
    return [*parts, range(start, len(sentences))][:MOST_PARTS]


def _filled(asked: Prompt, sentences: Sequence[str], part: range) -> str:
    nonce = secrets.token_hex(8)
    fenced = "\n".join(f"--- {nonce} S{number}\n{sentences[number]}" for number in part)
    ids = ", ".join(f"S{number}" for number in part)
    return asked.filled({"nonce": nonce, "sentences": f"{fenced}\n--- {nonce} end", "ids": ids})


def says_the_same(given: str, worded: str) -> bool:
    """Check quotes, values, names, denials and ideas: nothing may come, and nothing that counts may go."""
    quotes = _QUOTED.findall(given)
    bare, own = _QUOTED.sub(" ", given), worded
    for quote in quotes:
        if own.count(quote) < quotes.count(quote):
            return False
        own = own.replace(quote, " ", 1)
    if not own.strip() or _QUOTATION.search(own) or len(worded) > len(given) + _ROOM:
        return False
    return _same_specifics(bare, own) and _same_ideas(bare, own)


def _same_specifics(bare: str, own: str) -> bool:
    said, again = {value.text.lower() for value in values(bare)}, {value.text.lower() for value in values(own)}
    if said != again or adds_marks(own, bare) or adds_marks(bare, own):
        return False
    known = bare.lower()
    first = own.lstrip()[:1]
    strange = [word for word in _CAPITAL.findall(own) if word.strip(".-").lower() not in known]
    opening = [own.split()[0]] if first.isupper() else []
    return not [word for word in strange if word not in opening]


def _same_ideas(bare: str, own: str) -> bool:
    if len(denials(bare)) != len(denials(own)) or modality(bare) is not modality(own):
        return False
    before, after = names(bare), names(own)
    told = [term.name for term in essential(bare)]
    if not all(fills(term.name, before) for term in terms(own)):
        return False
    return sum(fills(idea, after) for idea in told) >= SAID_AGAIN * len(told)


def _given(reply: Mapping[str, Json]) -> dict[str, str]:
    written = reply.get("sentences")
    items = written if isinstance(written, list) else []
    found: dict[str, str] = {}
    for item in items:
        if isinstance(item, dict) and isinstance(item.get("id"), str) and isinstance(item.get("text"), str):
            found.setdefault(str(item["id"]), " ".join(str(item["text"]).split()))
    return found
