"""One language of a questionnaire goes out as text and comes back filled in."""

import pytest
from hypothesis import given, settings

from questionnaires.bank import questionnaire as from_bank
from questionnaires.errors import QuestionnaireError
from questionnaires.formats.translation_file import read, write
from questionnaires.model import Questionnaire, Translation
from questionnaires.translating import find_translation
from questionnaires.values import Given
from tests.questionnaires.samples import FACTOR, MFA, TABLED, answered, questionnaire, with_translation

ASKED = questionnaire(MFA, FACTOR, TABLED)


@settings(max_examples=60, deadline=None)
@given(answered())
def test_what_goes_out_comes_back(example: tuple[Questionnaire, dict[str, Given]]) -> None:
    """Any translation of any questionnaire, and none at all."""
    asked, _ = example

    for language in ("de", "fr", "pt-BR", "it"):
        found = find_translation(asked, language) or Translation(language, ())
        assert found == read(asked, language, write(asked, language))


@pytest.mark.parametrize(
    "text", ["a: b", "“so” \\ it", "two\nlines\n\nand more", "\u00a0thin\u2028line\x7f", "# no", "yes", "🙂"]
)
def test_awkward_texts_come_back(text: str) -> None:
    """Marks, lines and signs that YAML minds, in originals as well as in translations."""
    asked = Questionnaire("k", text, ASKED.sections)
    found = Translation("de", ((("title",), text.strip()),))

    assert found == read(asked, "de", write(with_translation(asked, found), "de"))


def test_a_whole_questionnaires_translations_are_understood() -> None:
    """Our own YAML of a whole questionnaire may be pasted; of it this language alone is taken."""
    event = from_bank("event")

    assert 'title: "Akute Schwachstelle"' in write(event, "de")
    assert (("title",), "Akut") in read(event, "de", "translations: {de: {title: Akut}, fr: {title: Aigu}}").texts


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("title: [", "This is not YAML we can read"),
        ("- title", "A translation is written as places and texts"),
        ("questions: {AC-09: {text: Wo}}", "There is nothing to translate at AC-09."),
        ("questions: {AC-01: {text: [Wo]}}", "needs a text at AC-01"),
    ],
)
def test_faulty_text_gets_one_sentence(text: str, sentence: str) -> None:
    """The sentence says what is wrong and where."""
    with pytest.raises(QuestionnaireError) as caught:
        read(ASKED, "de", text)

    assert sentence in caught.value.sentence
