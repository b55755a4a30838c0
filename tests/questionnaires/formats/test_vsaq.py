"""VSAQ questionnaires come in as they are written: their JSON, HTML, conditions, tips and extensions."""

import json
import re
from collections import Counter

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from questionnaires.branching import applicable_questions, applicable_tips, holds
from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import native, vsaq
from questionnaires.formats.imported import Imported
from questionnaires.formats.source import Source, from_path
from questionnaires.formats.vsaq.expressions import condition_in
from questionnaires.formats.vsaq.html_text import plain_text
from questionnaires.formats.vsaq.items import items_of
from questionnaires.formats.vsaq.lenient import load, strict
from questionnaires.model import ControlArea, QuestionKind, TipSeverity
from questionnaires.values import Given
from tests.questionnaires.formats.books import NOT_HERE, SHARED

TEXT = r"""// A remark, and a "quoted" one
/* another
   of two lines */
{
  "version": 1,
  "questionnaire": [{
    "type": "block", "text": "Sample &amp; test", "items": [
      {"type": "block", "id": "net", "text": "Network", "items": [
        {"type": "info", "text": "<b>Why:</b> it matters.<script>alert(1)</script>"},
        {"type": "radiogroup", "id": "tls", "text": "<p>Do you" + // joined
            " use \x54LS?</p>" + "<ul><li>one</li><li><a href='https://example.org/a'>two</a></li></ul>",
         "defaultChoice": true, "choices": [{"tls_yes": "Yes"}, {"tls_no": "No"}]},
        {"type": "tip", "id": "warn_tls", "cond": "tls_no", "text": "Use it.", "warn": "yes", "severity": "critical",
         "name": "No TLS", "why": "Explain:"},
        {"type": "tip", "id": "advice", "cond": "tls_yes", "text": "Well done."},
        {"type": "checkgroup", "defaultChoice": false,
         "choices": [{"net_a": "A"}, {"net_b": "B"}]},
        {"type": "block", "text": "Inner", "cond": "tls_yes || net_a", "items": [
          {"type": "line", "id": "name", "text": "Name", "cond": "!net_b", "required": true},
          {"type": "yesno", "id": "sure", "text": "Sure?", "yes": "Quite", "no": "Hardly"},
          {"type": "box", "id": "more", "text": "More", "cond": "sure/yes && contains(name, \"x\")"}
        ]},
        {"type": "spacer"},
        {"type": "upload", "id": "file", "text": "Your plan", "cond": "later"}
      ]},
      {"type": "check", "id": "ok", "text": "I declare.", "auth": "readonly"},
      {"type": "line", "id": "secret", "text": "Ours", "auth": "admin"},
    ]
  }]
}
"""


def imported(text: str = TEXT) -> Imported:
    """What the text gives."""
    return vsaq.read(Source("Sample one.json", text.encode()))


def test_every_kind_of_item_is_read() -> None:
    """Groups are choices, lines and boxes texts, uploads documents, a check one choice; texts lose their HTML."""
    asked = imported().questionnaire

    assert ("vsaq-sample-one", "Sample & test") == (asked.key, asked.title)
    assert [
        ("tls", QuestionKind.SINGLE, True),
        ("net", QuestionKind.MULTIPLE, False),
        ("name", QuestionKind.TEXT, True),
        ("sure", QuestionKind.SINGLE, True),
        ("more", QuestionKind.TEXT, False),
        ("file", QuestionKind.FILE, False),
        ("ok", QuestionKind.MULTIPLE, False),
    ] == [(question.ref, question.kind, question.required) for question in asked.questions]
    first = asked.questions[0]
    assert "Do you use TLS?\n\n- one\n- two (https://example.org/a)" == first.text
    assert ["Yes", "No", "None of the above."] == [choice.label for choice in first.choices]
    assert ["Quite", "Hardly"] == [choice.label for choice in asked.questions[3].choices]
    assert ("Why: it matters.", ControlArea.VULNERABILITIES) == (asked.sections[0].summary, asked.sections[0].area)


def test_tips_keep_severity_and_place() -> None:
    """A tip that warns has its severity and what it asks to explain; others are advice; each stands where it stood."""
    warns, advises = imported().questionnaire.sections[0].tips

    assert ("warn_tls", "Use it.", "No TLS", TipSeverity.CRITICAL, "Explain:", "tls") == (
        (warns.ref, warns.text, warns.title, warns.severity, warns.ask, warns.after)
    )
    assert Compare("tls", Operator.EQUALS, ("tls_no",)) == warns.applies_when
    assert (None, "Well done.") == (advises.severity, advises.text)


def test_conditions_decide_what_applies() -> None:
    """Blocks pass their conditions on; choices, texts and functions are looked at as VSAQ does."""
    asked = imported().questionnaire

    def applying(**answers: str | tuple[str, ...]) -> list[str]:
        given = {ref: Given(value) for ref, value in answers.items()}
        return [one.ref for one in applicable_questions(asked, given) if one.ref in ("name", "sure", "more")]

    assert [] == applying(tls="tls_no")
    assert ["name", "sure"] == applying(tls="tls_yes")
    assert ["sure"] == applying(tls="tls_no", net=("net_a", "net_b"))
    assert ["name", "sure", "more"] == applying(tls="tls_yes", sure="yes", name="a x")
    assert ["warn_tls"] == [tip.ref for tip in applicable_tips(asked, {"tls": Given("tls_no")})]


def test_what_is_not_kept_is_said() -> None:
    """Items for the sender alone, and conditions on what comes later, are named."""
    assert (
        "A condition of “file” was left out: “later” names what is not asked before.",
        "“secret” was left out: it is for the sender alone.",
    ) == imported().warnings


def test_our_format_keeps_all_of_it() -> None:
    """What came in goes out in our own format and comes back the same, tips and all."""
    asked = imported().questionnaire

    assert asked == native.read(native.write(asked)).questionnaire


BASE = """{"version": 1, "questionnaire": [{"type": "block", "text": "B", "items": [
  {"type": "block", "id": "one", "text": "One", "items": [{"type": "check", "id": "c", "text": "C"}]}]}]}"""


def extension(**changes: object) -> Source:
    """An extension behind the first block."""
    item = {"type": "block", "text": "Ours", "items": [
        {"type": "line", "id": "l", "text": "L", "cond": "c"},
        {"type": "radiogroup", "text": "R", "choices": [{"r_a": "A"}, {"r_b": "B"}]},
    ]}  # fmt: skip
    plain = {"version": 1, "namespace": "us", "extensions": [{"insertAfter": "one", **item}], **changes}
    return Source("e.json", json.dumps(plain).encode())


def test_extension_is_put_in_its_place() -> None:
    """Its items stand behind the one it names, under its own names, and look at the answers before them."""
    found = vsaq.read(Source("b.json", BASE.encode()), [extension()])

    assert (["One", "Ours"], ()) == ([section.title for section in found.questionnaire.sections], found.warnings)
    line, group = found.questionnaire.sections[1].questions
    assert ("us:l", ["us:r_a", "us:r_b"]) == (line.ref, [choice.value for choice in group.choices])
    assert Compare("c", Operator.CONTAINS, ("checked",)) == line.applies_when


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"version": 2}, "for another version"),
        ({"extensions": [{"type": "info", "text": "x"}]}, "neither or both"),
        ({"extensions": [{"insertBefore": "two", "type": "info"}]}, "stands by “two”, which is not there"),
        ({"extensions": ["x"]}, "no item"),
        ({"extensions": None}, "no list called “extensions”"),
    ],
)
def test_extension_that_does_not_fit_gets_a_sentence(changes: dict[str, object], sentence: str) -> None:
    """The sentence says what is wrong with it."""
    with pytest.raises(UnreadableQuestionnaire, match=sentence):
        vsaq.read(Source("b.json", BASE.encode()), [extension(**changes)])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"extensions": []}', "it is an extension; give it together with"),
        ('{"a": 1}', "no list called “questionnaire”"),
        ('{"questionnaire": []}', "it asks nothing"),
        ('{"questionnaire": [{"type": "poem"}]}', "item 1 is of the type “poem”"),
        ('{"questionnaire": [{"type": "radiogroup", "choices": ["a"]}]}', "no list of one name and text each"),
        ('{"questionnaire": [\n{"type": "line" "text": "x"}]}', "it breaks at line 2"),
        ('{"questionnaire": [{"type": "line", "text": "x", "cond": "(a"}]}', "the condition “(a” is not complete"),
        ('{"questionnaire": [{"type": "line", "text": "x", "cond": "a &"}]}', "is not complete"),
        ('{"questionnaire": [{"type": "line", "text": "x", "cond": "' + "!" * 900 + 'a"}]}', "is not complete"),
        ('{"questionnaire": ' + '[{"type": "block", "items": ' * 60, "it breaks at line 1"),
    ],
)
def test_broken_file_gets_one_sentence(text: str, sentence: str) -> None:
    """The sentence says what was expected and where it broke."""
    with pytest.raises(UnreadableQuestionnaire, match=re.escape(sentence)):
        imported(text)


def test_blocks_without_end_are_refused() -> None:
    """Nesting that is deeper than any questionnaire's is an unreadable file, not a crash."""
    text = '{"questionnaire": ' + '[{"type": "block", "items": ' * 60 + "[]" + "}]" * 60 + "}"

    with pytest.raises(UnreadableQuestionnaire, match="nest too deeply"):
        imported(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"\x41\u0042\'\"\/"', "AB'\"/"),
        (r"'it\'s \"x\"'", 'it\'s "x"'),
        ('"a,]" + "//b"', "a,]//b"),
        ("[1, 2, /* x */ ]", [1, 2]),
        ('{"a": "b" + \n "c", }', {"a": "bc"}),
        (r'"\ud83d\ude00 \ud83d"', "😀 \ufffd"),
        (")]}'\n[]", []),
    ],
)
def test_its_json_is_read(text: str, value: object) -> None:
    """Escapes, joins, remarks and commas too many are read; what stands inside texts is left alone."""
    assert value == load(text)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@over(_JSON)
def test_json_proper_is_read_as_it_is(plain: object) -> None:
    """What is JSON already means the same, and every line stays where it was."""
    text = json.dumps(plain, indent=1)

    assert plain == load(text)
    assert text.count("\n") == strict(text).count("\n")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain  text", "plain text"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<p>one</p><p>two &lt;b&gt;</p>", "one\n\ntwo <b>"),
        ("<a href='javascript:alert(1)'>x</a>", "x"),
        ("<a href='https://e.org'>https://e.org</a>", "https://e.org"),
        ("<style>p{}</style><img src=x onerror=alert(1)>y", "y"),
        ("a < b & c", "a < b & c"),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    """Nothing that a browser would run or load is left; what a reader sees is."""
    assert text == plain_text(html)


@over(st.text("<>ab/ script&;='\"", max_size=40))
def test_no_html_survives_twice(html: str) -> None:
    """What came out is text: shown as text it is what was meant, whatever was written."""
    assert "<script" not in plain_text(f"<script>x</script>{html}<script>").replace(html, "")


_NAMES = st.sampled_from(["a", "b", "c"])
_EXPRESSIONS = st.recursive(
    _NAMES,
    lambda inner: st.one_of(
        inner.map(lambda text: f"!({text})"),
        st.lists(inner, min_size=2, max_size=4).flatmap(
            lambda parts: st.lists(st.sampled_from(["&&", "||"]), min_size=len(parts), max_size=len(parts)).map(
                lambda signs: (
                    "(" + " ".join(f"{part} {sign}" for part, sign in zip(parts, signs, strict=True))[:-3] + ")"
                )
            )
        ),
    ),
    max_leaves=6,
)


@over(_EXPRESSIONS, st.sets(_NAMES))
def test_conditions_agree_with_a_plain_reading(text: str, taken: set[str]) -> None:
    """Operators bind from left to right, as VSAQ's own reader takes them."""
    found = condition_in(text, lambda name, arguments: Compare(name, Operator.ANSWERED, ("true",)))

    assert found is not None
    assert _plainly(text, taken) == holds(found, {name: Given("x") for name in taken})


def test_chains_are_not_nested() -> None:
    """A long chain of one operator is one list."""

    def name(text: str, arguments: tuple[str, ...]) -> Condition:
        return Compare(text, Operator.ANSWERED, ("true",))

    a, b, c = (name(text, ()) for text in "abc")
    assert AllOf((AnyOf((a, b)), c)) == condition_in("a||b && c", name)
    assert AnyOf((a, b, Not(c))) == condition_in("a || b || !c", name)
    assert condition_in("a || unknown", lambda text, arguments: name(text, ()) if text == "a" else None) is None


def _plainly(text: str, taken: set[str]) -> bool:
    """Work the expression out term by term, with no precedence."""
    tokens = re.findall(r"&&|\|\||[!()]|\w+", text)

    def term() -> bool:
        token = tokens.pop(0)
        if token == "!":
            return not term()
        if token == "(":
            value = chain()
            tokens.pop(0)
            return value
        return token in taken

    def chain() -> bool:
        value = term()
        while tokens and tokens[0] in ("&&", "||"):
            sign, other = tokens.pop(0), term()
            value = (value and other) if sign == "&&" else (value or other)
        return value

    return chain()


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
def test_real_webapp_questionnaire_is_read_whole() -> None:
    """The web application questionnaire: 37 radio groups, 55 tips, 96 conditions, and nothing left out."""
    source = from_path(SHARED / "vsaq" / "webapp.json")
    items = items_of(load(source.text))
    blocks = {block.number for item in items for block in item.blocks}

    found = vsaq.read(source)

    kinds = Counter(question.kind for question in found.questionnaire.questions)
    tips = [tip for section in found.questionnaire.sections for tip in section.tips]
    assert (37, 26, 10) == (kinds[QuestionKind.SINGLE], kinds[QuestionKind.TEXT], kinds[QuestionKind.MULTIPLE])
    assert (55, 31, ()) == (len(tips), len(blocks), found.warnings)
    assert all(tip.applies_when is not None for tip in tips)
    assert {TipSeverity.CRITICAL: 1, TipSeverity.HIGH: 16, TipSeverity.MEDIUM: 25, None: 13} == Counter(
        tip.severity for tip in tips
    )
    assert 96 == load_conditions(source.text)
    texts = [question.text for question in found.questionnaire.questions] + [tip.text for tip in tips]
    assert not any(tag in text for text in texts for tag in ("<p>", "<li>", "<code>", "<b>", "<a href", "&amp;"))


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
def test_real_extension_is_put_in() -> None:
    """The template takes its extension, and the other questionnaire comes without warnings."""
    folder = SHARED / "vsaq"

    template = vsaq.read(from_path(folder / "test_template.json"), [from_path(folder / "test_template_extension.json")])
    other = vsaq.read(from_path(folder / "physical_and_datacenter.json"))

    assert template.questionnaire.find_question("mycompany:company_specific") is not None
    assert (30, 16, ()) == (
        len(other.questionnaire.questions),
        sum(len(section.tips) for section in other.questionnaire.sections),
        other.warnings,
    )


def load_conditions(text: str) -> int:
    """Count the conditions that items and blocks have of their own, each of which was read."""

    def count(plain: object) -> int:
        if isinstance(plain, dict):
            return bool(plain.get("cond")) + sum(map(count, plain.values()))
        return sum(map(count, plain)) if isinstance(plain, list) else 0

    return count(load(text))
