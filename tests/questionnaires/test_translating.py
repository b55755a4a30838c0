"""A questionnaire in another language says the same of the same questions, and what is missing stays in the original."""

from dataclasses import replace

from hypothesis import given, settings

from questionnaires.bank import questionnaire as from_bank
from questionnaires.branching import applicable_questions
from questionnaires.differing import ChangeKind, FieldChange, differences
from questionnaires.languages import language_name, yes_no_in
from questionnaires.model import Questionnaire, Translation
from questionnaires.parsing import parse_given
from questionnaires.scoring import score
from questionnaires.translating import (
    fitting,
    gaps,
    missing_texts,
    outdated,
    places,
    translated,
)
from questionnaires.translations import Place
from questionnaires.values import Given
from questionnaires.wording import display
from tests.questionnaires.samples import FACTOR, MFA, TABLED, VOUCHED, answered, questionnaire, with_translation

ASKED = questionnaire(MFA, FACTOR, TABLED, VOUCHED)
FACTOR_TEXT: Place = ("questions", "AC-02", "text")
KEY: Place = ("questions", "AC-02", "choices", "key")
GERMAN = Translation("de", ((KEY, "Sicherheitsschlüssel"), (FACTOR_TEXT, "Welcher Faktor?"), (("title",), "Klein")))
BOTH = with_translation(ASKED, GERMAN)


def test_texts_are_exchanged_and_nothing_else() -> None:
    """References, values, scores and conditions stay; a text without a translation stays as it was."""
    german = translated(BOTH, "de")

    factor = german.find_question("AC-02")
    assert factor is not None
    assert ("Klein", "One", "Welcher Faktor?") == (german.title, german.sections[0].title, factor.text)
    assert [("key", "Sicherheitsschlüssel", 100), ("sms", "Text message", 20)] == [
        (choice.value, choice.label, choice.score) for choice in factor.choices
    ]
    assert (FACTOR.applies_when, FACTOR.claim) == (factor.applies_when, factor.claim)
    assert BOTH == translated(BOTH, "it")


def test_choices_inside_a_table_have_words_of_their_own() -> None:
    """The cell keeps the choice, its words follow the language; one that has none is shown in the original."""
    hosting: Place = ("questions", "SU-01", "column_choices", "role", "Hosting")
    german = translated(with_translation(ASKED, Translation("de", ((hosting, "Betrieb"),))), "de").find_question(
        "SU-01"
    )
    answer = parse_given(TABLED, {"answer": ["Acme", "", "yes", "Hosting", ""]})

    assert german is not None
    assert (("Hosting", "Betrieb"), ("Support", "Support")) == german.columns[3].options
    assert answer == parse_given(german, {"answer": ["Acme", "", "yes", "Hosting", ""]})
    assert "Name: Acme · In the EU: Yes · Role: Betrieb" == display(german, answer)
    assert "Name: Acme · In the EU: Yes · Role: Hosting" == display(TABLED, answer)


@settings(max_examples=60, deadline=None)
@given(answered())
def test_language_changes_neither_what_is_asked_nor_what_it_scores(
    example: tuple[Questionnaire, dict[str, Given]],
) -> None:
    """In every language the same questions apply to the same answers, with the same points."""
    asked, answers = example

    for translation in asked.translations:
        other = translated(asked, translation.language)
        assert [q.ref for q in applicable_questions(asked, answers)] == [
            q.ref for q in applicable_questions(other, answers)
        ]
        assert (score(asked, answers).points, score(asked, answers).possible) == (
            score(other, answers).points,
            score(other, answers).possible,
        )
        told = dict(places(other))
        assert set(translation.texts) <= set(told.items())


def test_version_covers_translations() -> None:
    """Another word in a translation is another version; none at all is the version from before there were any."""
    other = with_translation(ASKED, Translation("de", ((("title",), "Kleines"),)))

    assert 3 == len({ASKED.version, BOTH.version, other.version})
    assert ASKED == with_translation(BOTH, Translation("de", ()))


def test_what_is_missing_is_told() -> None:
    """Choices by the question, all other texts by their number."""
    assert [
        "Deutsch: choices of AC-02, SU-01 are not translated and are shown in the original.",
        "Deutsch: 10 texts are not translated and shown in the original.",
    ] == list(gaps(BOTH))
    assert 13 == len(missing_texts(BOTH, "de"))
    assert not list(gaps(from_bank("event")))


def test_a_diff_says_which_translations_changed() -> None:
    """A language that came, one that went, and text by text what is said otherwise."""
    french = with_translation(BOTH, Translation("fr", ((("title",), "Petit"),)))
    reworded = with_translation(BOTH, Translation("de", (*GERMAN.texts[1:], (KEY, "Schlüssel"))))

    (came,), (went,), (changed,) = differences(BOTH, french), differences(BOTH, ASKED), differences(BOTH, reworded)

    assert (ChangeKind.ADDED, "Translation into Français, 1 text") == (came.kind, came.text)
    assert (ChangeKind.REMOVED, "Translation into Deutsch, 3 texts") == (went.kind, went.text)
    assert (FieldChange("AC-02, choice key", "Sicherheitsschlüssel", "Schlüssel"),) == changed.fields


def test_a_translation_that_fell_behind_is_found() -> None:
    """Where the original says something else and the translation does not."""
    section = BOTH.sections[0]
    reworded = replace(FACTOR, text="Which second factor?")
    after = replace(BOTH, sections=(replace(section, questions=(MFA, reworded, TABLED, VOUCHED)),))
    mended = with_translation(after, Translation("de", ((FACTOR_TEXT, "Welcher zweite Faktor?"),)))

    assert [("de", [FACTOR_TEXT])] == [(one.language, stale) for one, stale in outdated(BOTH, after)]
    assert [] == list(outdated(BOTH, mended))


def test_what_has_no_place_any_more_is_left_out() -> None:
    """A question that is gone takes its texts with it; the order is that of the questionnaire."""
    fewer = questionnaire(MFA, TABLED)

    assert ((("title",), "Klein"),) == fitting(fewer, GERMAN).texts
    assert [("title",), FACTOR_TEXT, KEY] == [place for place, _ in BOTH.translations[0].texts]


def test_our_translations_are_whole_and_plain() -> None:
    """The event set says everything in three more languages, as questions where the original asks, without English left."""
    event = from_bank("event")

    assert ["de", "es", "fr"] == [one.language for one in event.translations]
    for translation in event.translations:
        original, said = dict(places(event)), dict(translation.texts)
        assert original.keys() == said.keys()
        asking = {place for place, text in original.items() if text.endswith("?")}
        assert asking == {place for place, text in said.items() if text.endswith("?")}
        assert {place for place in original if original[place] == said[place]} <= {
            ("questions", "EV-07", "choices", "no")
        }


def test_languages_have_names_of_their_own() -> None:
    """A region stands behind the name; what we do not know keeps its code, and we answer yes only where we can."""
    assert ("Deutsch", "Português (BR)", "tlh") == (language_name("de"), language_name("pt-BR"), language_name("tlh"))
    assert (yes_no_in("de-AT") or {})["yes"] == "Ja"  # type: ignore[index]
    assert yes_no_in("ja") is None
