"""Foreign evidence is found by the English words for what it speaks of, and English text is left as it is."""

import pytest

from knowledge.embedding import ShippedEmbedder
from knowledge.evaluation import languages
from knowledge.exact import ExactIndex
from knowledge.glossary import english_for, glossed, is_foreign
from knowledge.retrieval import Tools
from knowledge.words import content_words, words


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Die Datensicherung wird täglich von uns geprüft.", {"backup", "daily", "audit"}),
        ("Les mots de passe des salariés sont chiffrés.", {"employee", "encrypt"}),
        ("Los registros de acceso se conservan para la auditoría.", {"log", "access", "retain"}),
    ],
)
def test_a_foreign_text_gives_english_words(text: str, meant: set[str]) -> None:
    """The security words of each language lead to the English ones."""
    assert meant <= set(english_for(text))
    assert glossed(text).endswith(f"\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "Personal data in transit and at rest is encrypted, with no exception.",
        "Yes No No Yes No Client: Data: Personal No",
        "Du Pont de Nemours is the provider of the service for us",
        "",
    ],
)
def test_an_english_text_is_left_alone(text: str) -> None:
    """Words that two languages share, names and table cells do not make a text foreign."""
    assert not is_foreign(text)
    assert text == glossed(text)


def test_a_foreign_question_is_asked_in_english_too() -> None:
    """Whoever asks in German finds English evidence by its words."""
    assert {"backup", "retain"} <= set(content_words("Wie lange werden die Sicherungskopien von Ihnen aufbewahrt?"))


def test_foreign_function_words_are_not_searched() -> None:
    """They stand everywhere and tell nothing apart."""
    assert not {"werden", "und", "der"} & set(words("Die Schlüssel der Kunden werden geprüft und erneuert."))


@pytest.mark.anyio
@pytest.mark.usefixtures("knowledge_database")
async def test_english_questions_find_foreign_evidence() -> None:
    """Of twenty matters in each language most come first among English passages, and nearly all are among the 64."""
    figures = await languages.run(Tools(ShippedEmbedder(), ExactIndex()))

    assert all(each.recall_at_64 >= 0.8 for each in figures.values()), figures
    assert sum(each.recall_at_8 for each in figures.values()) / 3 >= 0.6, figures
