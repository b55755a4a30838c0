"""Small questionnaires that tests are about, and random ones for property tests."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.controls import parse_reference
from questionnaires.model import (
    Choice,
    Column,
    ColumnKind,
    ControlArea,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
    Tip,
    TipSeverity,
    Translation,
    Weight,
)
from questionnaires.structured import STRUCTURED
from questionnaires.translating import arranged, places
from questionnaires.values import Attested, Chosen, Given, Period, Rows


def with_translation(asked: Questionnaire, translation: Translation) -> Questionnaire:
    """Put a translation into the questionnaire in place of the one of the same language; one without texts takes it out."""
    others = [one for one in asked.translations if one.language != translation.language]
    mine = [arranged(asked, translation)] if translation.texts else []
    return replace(asked, translations=tuple(sorted([*others, *mine], key=lambda one: one.language)))


MFA = Question(
    ref="AC-01",
    kind=QuestionKind.YES_NO,
    text="Is multi-factor authentication required?",
    claim="Multi-factor authentication is required.",
    expected=("yes",),
    weight=Weight.CRITICAL,
    controls=(parse_reference("CSF PR.AA-03"), parse_reference("ISO A.8.5")),
)
FACTOR = Question(
    ref="AC-02",
    kind=QuestionKind.SINGLE,
    text="Which factor?",
    claim="The second factor is {answer}.",
    choices=(Choice("key", "Security key", 100), Choice("sms", "Text message", 20)),
    applies_when=Compare("AC-01", Operator.IN, ("yes", "in_part")),
)
LOGGED = Question(
    ref="LG-01",
    kind=QuestionKind.MULTIPLE,
    text="Which events?",
    claim="These events are logged: {answer}.",
    choices=(Choice("a", "Sign-ins", 60), Choice("b", "Changes", 60), Choice("none", "None", 0)),
)
HOURS = Question(
    ref="IN-01",
    kind=QuestionKind.NUMBER,
    text="Within how many hours?",
    claim="Notice is given within {answer}.",
    unit="hours",
    minimum=0,
    maximum=720,
    expected=("<= 48",),
    weight=Weight.HIGH,
)
TESTED = Question(
    ref="BC-01",
    kind=QuestionKind.DATE,
    text="When tested?",
    claim="The last test was on {answer}.",
    expected=("within 365 days",),
    required=False,
)
NOTES = Question(ref="SV-01", kind=QuestionKind.TEXT, text="Describe.", claim="In short: {answer}", required=False)
PERIOD = Question(
    ref="GV-02",
    kind=QuestionKind.DATE_RANGE,
    text="Which period does the report cover?",
    claim="The report covers {answer}.",
    expected=("within 365 days", "lasting 180 days"),
    required=False,
)
TABLED = Question(
    ref="SU-01",
    kind=QuestionKind.TABLE,
    text="Who are your sub-processors?",
    columns=(
        Column("name", "Name"),
        Column("since", "Since", ColumnKind.DATE, required=False),
        Column("eu", "In the EU", ColumnKind.YES_NO),
        Column("role", "Role", ColumnKind.SINGLE, required=False, choices=("Hosting", "Support")),
        Column("people", "People", ColumnKind.NUMBER, required=False),
    ),
    required=False,
)
VOUCHED = Question(
    ref="GV-03",
    kind=QuestionKind.ATTESTATION,
    text="Please attest this.",
    statement="The answers are complete and true.",
    claim="An officer vouches for the answers.",
    expected=("attested",),
    required=False,
)
REPORT = Question(ref="GV-01", kind=QuestionKind.FILE, text="Your report.", claim="A report exists.", required=False)


def questionnaire(*questions: Question) -> Questionnaire:
    """A questionnaire of one section."""
    return Questionnaire("small", "Small", (Section("one", "One", ControlArea.ACCESS, questions),))


SMALL = questionnaire(MFA, FACTOR, LOGGED, HOURS, TESTED, NOTES, REPORT)

HOSTED = Question(
    ref="SV-02",
    kind=QuestionKind.MULTIPLE,
    text="Where is data kept?",
    claim="Data is kept in {answer}.",
    choices=(
        Choice("eu", "The European Union", 100),
        Choice("us", "The United States", 50),
        Choice("else", "Elsewhere", other=True),
        Choice("none", "Nowhere", 0, exclusive=True),
    ),
)
SIGNED = Question(
    ref="SV-03",
    kind=QuestionKind.SINGLE,
    text="How do people sign in?",
    choices=(Choice("sso", "Single sign-on", 100), Choice("else", "In another way", other=True)),
    required=False,
)

_CHOICES = (Choice("a", "A", 100), Choice("b", "B", 30), Choice("c", "C", None), Choice("o", "Other", other=True))
_ALONE = Choice("n", "None", 0, exclusive=True)


_CELLS = {
    ColumnKind.TEXT: ("", "yes", "A, “b”: c"),
    ColumnKind.NUMBER: ("", "7", "0.50"),
    ColumnKind.DATE: ("", "2026-01-01"),
    ColumnKind.YES_NO: ("", "no"),
    ColumnKind.SINGLE: ("", "Hosting"),
}


@st.composite
def _questions(draw: st.DrawFn, number: int, earlier: tuple[Question, ...]) -> Question:
    kind = draw(st.sampled_from(list(QuestionKind)))
    expected = {
        QuestionKind.YES_NO: ("yes",), QuestionKind.NUMBER: (">= 10",), QuestionKind.DATE: ("within 30 days",),
        QuestionKind.DATE_RANGE: ("within 30 days", "lasting 100 days"), QuestionKind.ATTESTATION: ("attested",),
    }  # fmt: skip
    return Question(
        ref=f"Q-{number:02}",
        kind=kind,
        text="Is it so?",
        required=draw(st.booleans()),
        weight=draw(st.sampled_from(list(Weight))),
        expected=expected.get(kind, ()) if draw(st.booleans()) else (),
        choices=_choices_of(kind),
        applies_when=draw(st.none() | _conditions(earlier)) if earlier else None,
        columns=tuple(draw(st.permutations(TABLED.columns))[:3]) if kind is QuestionKind.TABLE else (),
        statement="It is so." if kind is QuestionKind.ATTESTATION else "",
    )


def _choices_of(kind: QuestionKind) -> tuple[Choice, ...]:
    return {QuestionKind.SINGLE: _CHOICES, QuestionKind.MULTIPLE: (*_CHOICES, _ALONE)}.get(kind, ())


def _conditions(earlier: tuple[Question, ...]) -> st.SearchStrategy[Condition]:
    simple = st.sampled_from(earlier).flatmap(_comparisons)
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(tuple(parts))),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
            inner.map(Not),
        ),
        max_leaves=4,
    )


def _comparisons(target: Question) -> st.SearchStrategy[Condition]:
    answered = st.sampled_from(["true", "false"]).map(lambda flag: Compare(target.ref, Operator.ANSWERED, (flag,)))
    if target.kind in STRUCTURED:
        return answered
    value = {
        QuestionKind.YES_NO: st.sampled_from(["yes", "no", "in_part"]),
        QuestionKind.SINGLE: st.sampled_from("abco"),
        QuestionKind.MULTIPLE: st.sampled_from("abcon"),
        QuestionKind.NUMBER: st.sampled_from(["5", "10", "20"]),
        QuestionKind.DATE: st.sampled_from(["2026-01-01", "2026-06-01"]),
        QuestionKind.TEXT: st.sampled_from(["x", "y"]),
        QuestionKind.FILE: st.sampled_from(["x", "y"]),
    }[target.kind]
    operators = [Operator.EQUALS]
    if target.kind in (QuestionKind.MULTIPLE, QuestionKind.TEXT, QuestionKind.FILE):
        operators.append(Operator.CONTAINS)
    if target.kind in (QuestionKind.NUMBER, QuestionKind.DATE):
        operators.append(Operator.GREATER_THAN)
    return st.one_of(
        st.builds(lambda op, one: Compare(target.ref, op, (one,)), st.sampled_from(operators), value),
        st.builds(lambda many: Compare(target.ref, Operator.IN, tuple(many)), st.lists(value, min_size=1, max_size=3)),
        answered,
    )


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Random valid questionnaires of one to eight questions in one to three sections."""
    questions: tuple[Question, ...] = ()
    for number in range(draw(st.integers(1, 8))):
        questions = (*questions, draw(_questions(number, questions)))
    cut = draw(st.integers(1, len(questions)))
    parts = [part for part in (questions[:cut], questions[cut:]) if part]
    areas = draw(st.lists(st.sampled_from(list(ControlArea)), min_size=len(parts), max_size=len(parts)))
    sections = enumerate(zip(areas, parts, strict=True))
    asked = Questionnaire(
        "random",
        "Random",
        tuple(Section(f"s{number}", "S", *pair, tips=draw(_tips(number, pair[1]))) for number, pair in sections),
    )
    for translation in draw(_translations(asked)):
        asked = with_translation(asked, translation)
    return asked


def _translations(asked: Questionnaire) -> st.SearchStrategy[list[Translation]]:
    pairs = [(place, f"{text} :: ja, “so”") for place, text in places(asked)]
    texts = st.lists(st.sampled_from(pairs), unique=True, min_size=1).map(tuple)
    one = st.builds(Translation, st.sampled_from(["de", "fr", "pt-BR"]), texts)
    return st.lists(one, max_size=2, unique_by=lambda translation: translation.language)


@st.composite
def _tips(draw: st.DrawFn, number: int, asked: tuple[Question, ...]) -> tuple[Tip, ...]:
    after = draw(st.sampled_from(["", *(question.ref for question in asked)]))
    refs = [question.ref for question in asked]
    before = asked[: refs.index(after) + 1] if after else ()
    condition = draw(st.none() | _conditions(before)) if before else None
    tip = Tip(
        f"T-{number}", "Mind.", draw(st.sampled_from(["", "Weak"])), draw(st.none() | st.sampled_from(TipSeverity))
    )
    return draw(st.sampled_from([(), (replace(tip, after=after, applies_when=condition),)]))


_WORDS = st.sampled_from(["x", "a", "In part: a; b", "Zürich, “nowhere else”"])


def _several(drawn: tuple[set[str], str]) -> Given:
    chosen = tuple(sorted(drawn[0]))
    return Given(Chosen(chosen, drawn[1]) if "o" in chosen else chosen)


def _givens(question: Question) -> st.SearchStrategy[Given]:
    match question.kind:
        case QuestionKind.YES_NO:
            return st.sampled_from(["yes", "no", "in_part"]).map(Given) | st.just(
                Given("not_applicable", reason="We have none.")
            )
        case QuestionKind.SINGLE:
            return st.sampled_from("abc").map(Given) | _WORDS.map(lambda words: Given(Chosen(("o",), words)))
        case QuestionKind.MULTIPLE:
            together = st.tuples(st.sets(st.sampled_from("abco"), min_size=1), _WORDS).map(_several)
            return together | st.just(Given(("n",)))
        case QuestionKind.NUMBER:
            return st.sampled_from([0.0, 0.5, 5.0, 10.0, 20.0]).map(Given)
        case QuestionKind.DATE:
            return st.sampled_from([date(2026, 1, 1), date(2026, 6, 1), date(2026, 7, 1)]).map(Given)
        case QuestionKind.FILE:
            return st.sampled_from([("x",), ("x", "y")]).map(Given)
        case QuestionKind.DATE_RANGE:
            return st.sampled_from([date(2025, 7, 1), date(2026, 6, 1)]).map(
                lambda day: Given(Period(day, date(2026, 6, 2)))
            )
        case QuestionKind.TABLE:
            row = st.tuples(*(st.sampled_from(_CELLS[column.kind]) for column in question.columns)).filter(any)
            return st.lists(row, min_size=1, max_size=3).map(lambda rows: Given(Rows(tuple(rows))))
        case QuestionKind.ATTESTATION:
            return st.just(Given(Attested("Dana Ortiz", "CISO", date(2026, 6, 1), question.statement)))
    return st.sampled_from(["x", "y", "Xy"]).map(Given)


@st.composite
def answered(draw: st.DrawFn) -> tuple[Questionnaire, dict[str, Given]]:
    """A random questionnaire with answers to some of its questions."""
    asked = draw(questionnaires())
    answers = {question.ref: draw(_givens(question)) for question in asked.questions if draw(st.booleans())}
    return asked, answers
