"""One language of a questionnaire as YAML to be filled in: every text under its original, which stands as a comment."""

import json
import re
from collections.abc import Iterator

import yaml

from questionnaires.errors import InvalidQuestionnaire, UnreadableQuestionnaire
from questionnaires.languages import language_name
from questionnaires.model import Questionnaire, Translation
from questionnaires.translating import arranged, find_translation, places
from questionnaires.translations import Place, place_words, translation_from_plain
from questionnaires.written import load_yaml

_GROUPS = ("title", "summary", "sections", "questions", "tips")
_PLAIN = re.compile(r"(?!(?:null|true|false)$)[A-Za-z][A-Za-z0-9_-]*", re.IGNORECASE)
_AWKWARD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def write(asked: Questionnaire, language: str) -> str:
    """Write every text that can be translated, with what it is in this language or nothing."""
    found = find_translation(asked, language)
    texts = dict(found.texts) if found else {}
    return "\n".join(_lines(asked, language_name(language), texts)) + "\n"


def _lines(asked: Questionnaire, name: str, texts: dict[Place, str]) -> Iterator[str]:
    yield f"# {name}. Write each text between the marks under its original; what stays empty is shown in the original."
    above: Place = ()
    for place, original in sorted(places(asked), key=lambda pair: _GROUPS.index(pair[0][0])):
        for depth, key in enumerate(place[:-1]):
            if above[: depth + 1] != place[: depth + 1]:
                yield f"{'  ' * depth}{_key(key)}:"
        indent = "  " * (len(place) - 1)
        yield from (f"{indent}# {line}" for line in _AWKWARD.sub(" ", original).split("\n"))
        yield f"{indent}{_key(place[-1])}: {_text(texts.get(place, ''))}"
        above = place


def _key(key: str) -> str:
    return key if _PLAIN.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    if not _AWKWARD.search(text):
        return json.dumps(text, ensure_ascii=False)
    return yaml.safe_dump([text], default_style='"', allow_unicode=True, width=10**9)[2:].strip()


def read(asked: Questionnaire, language: str, text: str) -> Translation:
    """Read what `write` wrote and a person filled in; raises a QuestionnaireError for what has no place."""
    plain = load_yaml(text) or {}
    if isinstance(plain, dict) and isinstance(plain.get("translations"), dict):
        plain = plain["translations"].get(language, {})
    if not isinstance(plain, dict):
        raise UnreadableQuestionnaire("A translation is written as places and texts, such as “title: …”.")
    found = translation_from_plain(language, plain)
    filled = Translation(language, tuple(pair for pair in found.texts if pair[1]))
    known = {place for place, _ in places(asked)}
    for place, _ in filled.texts:
        if place not in known:
            raise InvalidQuestionnaire(f"There is nothing to translate at {place_words(place)}.")
    return arranged(asked, filled)
