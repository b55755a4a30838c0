"""Our own format loses nothing on the way out and in, and says where a file is wrong."""

from pathlib import Path

import pytest
from hypothesis import given as over
from hypothesis import settings

from questionnaires.authored import from_json
from questionnaires.bank import KEYS
from questionnaires.bank import questionnaire as from_bank
from questionnaires.errors import QuestionnaireError, UnreadableQuestionnaire
from questionnaires.formats import read as read_file
from questionnaires.formats.native import read, write
from questionnaires.model import Questionnaire
from questionnaires.translating import gaps
from questionnaires.values import Chosen, Given
from tests.questionnaires.samples import HOSTED, SIGNED, SMALL, answered, questionnaire

_TOLD = (
    "key: k\ntitle: T\nsections:\n- {key: s, title: S, area: access, questions: [{ref: A-1, kind: text, text: Why}]}\n"
)
HEAD = "key: k\ntitle: T\nsections:\n- key: s\n  title: S\n  area: access\n  questions:\n"


@pytest.mark.parametrize("key", KEYS)
def test_our_sets_survive_both_ways(key: str) -> None:
    """Writing a set as YAML or JSON and reading it back gives the same set and version."""
    asked = from_bank(key)

    assert asked == read(write(asked)).questionnaire
    assert asked == read(asked.to_json()).questionnaire
    assert asked.version == from_json(asked.to_json()).version


@settings(max_examples=60, deadline=None)
@over(answered())
def test_questionnaire_and_answers_survive(example: tuple[Questionnaire, dict[str, Given]]) -> None:
    """Any questionnaire with any answers comes back the same; only what is not translated is told."""
    asked, answers = example

    imported = read(write(asked, answers))

    assert (asked, answers, tuple(gaps(asked))) == (imported.questionnaire, imported.answers, imported.warnings)


def test_awkward_texts_survive() -> None:
    """Texts that look like other values, and lines and quotes, come back as they were."""
    for text in ("yes", "null", "3.0", "2026-01-01", "a: b # c", "one\n  two\n\nthree", "“ü” 'x' \\n", "- x", "{}"):
        answers = {"SV-01": Given(text, comment=text, reason="")}

        assert answers == read(write(SMALL, answers)).answers


def test_version_changes_with_the_content_only() -> None:
    """The version is the same for the same content and another for any change of it."""
    lite = from_bank("lite")

    assert lite.version == read(write(lite)).questionnaire.version
    assert lite.version != read(write(lite).replace("Lite due", "Light due")).questionnaire.version


def test_answer_that_does_not_fit_is_left_out_with_a_warning() -> None:
    """The rest of the file is kept."""
    text = write(SMALL) + "answers:\n  AC-01: yes\n  IN-01: soon\n  ZZ-01: yes\n  AC-02: [[key]]\n"

    imported = read(text)

    assert {"AC-01": Given("yes")} == imported.answers
    assert (
        "The answer to IN-01 was left out: “soon” is not a number; write for example 72 or 0.5.",
        "An answer to ZZ-01 was left out: there is no such question.",
        "The answer to AC-02 was left out: This question has no answer yet.",
    ) == imported.warnings


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: [", "This is not YAML we can read"),
        ("{", "This is not JSON we can read: it breaks at line 1."),
        ("just words", "it has no “sections”"),
        ("title: T\nsections: []", "The questionnaire needs “key”"),
        ("key: k\ntitle: T\nsections: []", "at least one section"),
        (HEAD + "  - {ref: A-1, kind: essay, text: Why}", "Question A-1 has “essay” as “kind”"),
        (HEAD + "  - {ref: A-1, kind: text, text: Why, wieght: high}", "a key we do not know: “wieght”"),
        (HEAD + "  - {ref: A-1, kind: text}", "Question A-1 needs “text”"),
        (HEAD + "  - {ref: A-1, kind: text, text: Why, required: sure}", "needs true or false as “required”"),
        (HEAD + "  - {ref: A-1, kind: text, text: Why, minimum: few}", "needs a number as “minimum”"),
        (HEAD + "  - {ref: A-1, kind: text, text: Why, choices: all}", "needs a list as “choices”"),
        (HEAD + "  - {ref: A-1, kind: text, text: Why, expected: [[x]]}", "needs a list of texts as “expected”"),
        (
            HEAD + "  - {ref: A-1, kind: text, text: Why, controls: [ABC 1]}",
            "Question A-1: “ABC 1” names no framework",
        ),
        (HEAD + "  - {ref: A-1, kind: text, text: Why, applies_when: yes}", "A condition is a mapping"),
        (HEAD + "  - {ref: A-1, kind: text, text: Why, applies_when: {all: []}}", "at least one condition"),
        (
            HEAD + "  - {ref: A-1, kind: text, text: Why, applies_when: {question: A-2}}",
            "names one question and one of",
        ),
        (
            HEAD + "  - {ref: A-1, kind: text, text: Why, applies_when: {question: A-2, in: x}}",
            "takes a list of values",
        ),
        (HEAD + "  - {ref: A-1, kind: text, text: Why}\nanswers: none", "“answers” is written as a mapping"),
        (_TOLD + "translations: [de]", "“translations” is written as a mapping of languages"),
        (_TOLD + "translations: {de: Warum}", "The translation “de” is written as a mapping"),
        (_TOLD + "translations: {de: {questions: {A-1: {text: 7}}}}", "needs a text at A-1"),
        (
            _TOLD + "translations: {de: {questions: {A-2: {text: Wo}}}}",
            "Deutsch: there is nothing to translate at A-2.",
        ),
        (_TOLD + "translations: {de: {questions: {A-1: {guidance: So}}}}", "nothing to translate at A-1, guidance."),
        (_TOLD + "translations: {German: {title: T}}", "“German” is not the code of a language"),
        (_TOLD + "translations: {en: {title: T}}", "The questionnaire is in English already"),
    ],
)
def test_faulty_file_gets_one_sentence(text: str, sentence: str) -> None:
    """The sentence says what was expected and where."""
    with pytest.raises(QuestionnaireError) as caught:
        read(text)

    assert sentence in caught.value.sentence


def test_aliases_cannot_blow_a_file_up() -> None:
    """A small file that would become huge, or holds itself, is refused at once."""
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))

    for text in (bomb, "sections: &s [*s]"):
        with pytest.raises(UnreadableQuestionnaire, match="more than"):
            read(text)


def test_deep_nesting_is_refused() -> None:
    """Nesting without end is an unreadable file, not a crash."""
    for text in ("[" * 5000, '{"a":' * 200_000):
        with pytest.raises(UnreadableQuestionnaire):
            read(text)


def test_file_is_read_by_its_name(tmp_path: Path) -> None:
    """YAML and JSON files are ours, whatever the case of the ending."""
    for name, text in (("q.YAML", write(SMALL)), ("q.json", SMALL.to_json())):
        (tmp_path / name).write_text(text, encoding="utf-8")

        assert SMALL == read_file(tmp_path / name).questionnaire


def test_foreign_file_is_refused(tmp_path: Path) -> None:
    """A missing file, one that is no text, and one in a format we do not read each get a sentence."""
    (tmp_path / "q.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "q.docx").write_bytes(b"PK")

    for name in ("q.yaml", "q.docx", "missing.yaml"):
        with pytest.raises(UnreadableQuestionnaire, match=name):
            read_file(tmp_path / name)
    with pytest.raises(UnreadableQuestionnaire):
        read_file(tmp_path / "q.yaml", format="morse")


def test_marks_of_choices_survive() -> None:
    """A choice that goes with no other, one that asks for words, and those words come back as they were."""
    asked, answers = questionnaire(HOSTED, SIGNED), {"SV-02": Given(Chosen(("us", "else"), "Japan: 東京"), "Soon.")}

    text = write(asked, answers)

    assert "exclusive: true" in text and "other: true" in text
    assert (asked, answers) == (read(text).questionnaire, read(text).answers)


def test_version_is_the_same_for_ever() -> None:
    """A change of the model must not give another version to questionnaires that were sent before it."""
    assert "affab433befc3c1824730213e16b152b71b58276aabde9e99dbe3b8221eae103" == SMALL.version
