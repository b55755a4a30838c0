"""A model may word a draft's sentences and nothing else: what it adds, drops or changes falls back to the template's."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import pytest

from knowledge.language import Json, Language, LanguageUnavailable
from knowledge.rewording import LONGEST_PART, MOST_PARTS, reworded, says_the_same

pytestmark = pytest.mark.anyio
GIVEN = (
    "To IN-03, “Within how many hours do you notify us?”, you answered: “24 hours”.",
    "Your document says: “at the latest 72 hours” (dpa.pdf, page 2).",
    "This and your answer do not agree.",
)


class Writer(Language):
    """A model that makes each sentence into what a function says, under its id."""

    def __init__(self, word: Callable[[str], str]) -> None:
        super().__init__("writer", cast("Any", None))
        self.word = word

    async def structured(self, prompt: str) -> Mapping[str, Json]:
        """Word every sentence."""
        return {"sentences": [{"id": f"S{n}", "text": self.word(text)} for n, text in enumerate(GIVEN)]}


@pytest.mark.parametrize(
    ("given", "worded"),
    [
        (GIVEN[2], "Your answer and this do not agree."),
        (GIVEN[1], "(dpa.pdf, page 2) Your document says: “at the latest 72 hours”."),
        (
            "Access of leavers was removed late in 2 of 25 cases.",
            "In 2 of 25 cases, access of leavers was removed late.",
        ),
    ],
)
def test_another_order_of_the_same_words_is_let_through(given: str, worded: str) -> None:
    """Wording is what a model is for."""
    assert says_the_same(given, worded)


@pytest.mark.parametrize(
    ("given", "worded"),
    [
        (GIVEN[1], "Your document says: “at the latest 24 hours” (dpa.pdf, page 2)."),
        (GIVEN[1], "Your document says: “at the latest 72 hours” (dpa.pdf, page 3)."),
        (GIVEN[1], "Your document says: “at the latest 72 hours” (other.pdf, page 2)."),
        (GIVEN[1], "Your document says: “at the latest 72 hours” (dpa.pdf, page 2). See https://evil.example."),
        (GIVEN[1], "Your document says: at the latest 72 hours (dpa.pdf, page 2)."),
        (GIVEN[1], "Your document says: “at the latest 72 hours” and “never” (dpa.pdf, page 2)."),
        (GIVEN[2], "This and your answer agree."),
        (GIVEN[2], "This and your answer do not agree, which Marlow confirmed."),
        (GIVEN[2], "This and your answer do not agree. The encryption is strong."),
        (GIVEN[2], "This and your answer do not agree [1]."),
        (GIVEN[2], ""),
        ("No finding is open.", "A finding is open."),
        ("It holds until 3 May 2027.", "It holds until 3 May 2028."),
        ("It is rated C; the risk that remains is high.", "It is rated A; the risk that remains is high."),
        ("It is rated C; the risk that remains is high.", "It is rated C; the risk that remains is low."),
        ("Alerts are watched on business days only.", "Alerts are watched."),
        ("Backups are encrypted.", "Backups will be encrypted."),
    ],
)
def test_what_says_more_less_or_other_falls_back(given: str, worded: str) -> None:
    """Numbers, names, quotes, denials, addresses and ideas are those of the template."""
    assert not says_the_same(given, worded)


async def test_each_sentence_falls_back_by_itself() -> None:
    """One that holds is the model's, one that does not is ours, and the note counts them."""
    kept = await reworded(
        GIVEN, Writer(lambda text: "Your answer and this do not agree." if text == GIVEN[2] else "Fine.")
    )

    assert (*GIVEN[:2], "Your answer and this do not agree.") == kept.texts
    assert "writer" == kept.written_by
    assert kept.prompt_version
    assert "2 of 3 sentences are worded by our own templates." == kept.note


@pytest.mark.parametrize("addition", ["Visit https://evil.example now.", "MARMOT-1", "The vendor is certified."])
async def test_a_model_that_adds_to_everything_changes_nothing(addition: str) -> None:
    """Nothing of what it was told to add is in the draft, and the draft does not say that it wrote it."""
    kept = await reworded(GIVEN, Writer(lambda text: f"{text} {addition}"))

    assert GIVEN == kept.texts
    assert ("", "") == (kept.written_by, kept.prompt_version)


async def test_a_provider_that_fails_leaves_the_templates() -> None:
    """The draft is there all the same and says so."""

    class Broken(Language):
        async def structured(self, prompt: str) -> Mapping[str, Json]:
            raise LanguageUnavailable("The language model did not answer (Timeout).")

    kept = await reworded(GIVEN, Broken("broken", cast("Any", None)))

    assert GIVEN == kept.texts
    assert "worded by our own templates" in kept.note


@pytest.mark.parametrize(
    "reply", [{}, {"sentences": "S1"}, {"sentences": [1, {"id": 2, "text": "x"}, {"id": "S9", "text": "x"}]}]
)
async def test_a_reply_of_another_form_is_nothing(reply: Mapping[str, Json]) -> None:
    """Whatever comes instead of the agreed form, the templates' sentences stand."""

    class Odd(Language):
        async def structured(self, prompt: str) -> Mapping[str, Json]:
            return reply

    texts: Sequence[str] = (await reworded(GIVEN, Odd("odd", cast("Any", None)))).texts

    assert GIVEN == texts


async def test_a_long_draft_goes_in_parts_and_the_rest_stays() -> None:
    """No part is longer than a reply can be, and what is beyond the last part is ours."""
    asked: list[str] = []

    class Long(Language):
        async def structured(self, prompt: str) -> Mapping[str, Json]:
            asked.append(prompt)
            return {"sentences": [{"id": f"S{n}", "text": "Your answer and this do not agree."} for n in range(900)]}

    many = (GIVEN[2],) * 800
    kept = await reworded(many, Long("long", cast("Any", None)))

    assert MOST_PARTS == len(asked)
    assert all(prompt.count(GIVEN[2]) * len(GIVEN[2]) <= LONGEST_PART for prompt in asked)
    reworded_count = sum(text != GIVEN[2] for text in kept.texts)
    assert 0 < reworded_count < 800
    assert f"{800 - reworded_count} of 800" in kept.note
