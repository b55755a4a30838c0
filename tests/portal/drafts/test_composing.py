"""A draft keeps only sentences whose quotes stand, and words of others cannot pass for its own."""

from dataclasses import replace
from uuid import uuid4

import pytest
from litestar import Litestar

from knowledge.citations import Quote
from knowledge.scope import Scope
from portal.core.settings import Settings
from portal.drafts.composing import Outline, Paragraph, Said, compose, quoted
from portal.drafts.foreign import plain, shortened
from portal.evidence.current import current_scope
from tests.cast import Cast
from tests.portal.assistant.shelf import LEAVERS, SOC2, hand_in, page_text

pytestmark = pytest.mark.anyio


@pytest.fixture
async def standing(app: Litestar, settings: Settings, cast: Cast) -> tuple[Quote, Scope]:
    """A quote that stands on its page, and the scope it is in."""
    row = await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    text = await page_text(row.document, 2)
    at = text.index("The access of leavers")
    end = text.index("last day of work.") + len("last day of work.")
    return Quote(row.document, row.name, 2, "2", at, end, text[at:end]), await current_scope([cast.helio.vendor.id])


async def test_a_sentence_stands_and_falls_with_its_quote(standing: tuple[Quote, Scope]) -> None:
    """The one whose words are on the page stays with its mark; the one whose are not goes with what rests on it."""
    quote, scope = standing
    gone = replace(quote, text="Access is removed by robots at once.", start=0, end=10)
    outline = Outline(
        "Draft",
        (
            Paragraph((Said("A stands.", (quote,)), Said("B is gone.", (gone,)))),
            Paragraph((Said("C is gone.", (gone,)), Said("This rests on C.", rests=True))),
            Paragraph((Said("D says nothing of evidence."),)),
        ),
        otherwise="Please show it.",
        marked=True,
    )

    draft = await compose(outline, scope)

    assert "A stands. [1]\n\nD says nothing of evidence.\n\nPlease show it." == draft.text
    assert (quote,) == draft.quotes
    assert 3 == draft.removed


async def test_a_quote_of_another_vendors_document_is_none(standing: tuple[Quote, Scope], cast: Cast) -> None:
    """What is out of scope does not stand, whatever its words."""
    quote, _ = standing
    outline = Outline("Draft", (Paragraph((Said("A stands.", (quote,)),)),))

    draft = await compose(outline, await current_scope([cast.corvid.vendor.id]))

    assert ("", 1) == (draft.text, draft.removed)


async def test_every_quoted_word_is_the_pages_own(standing: tuple[Quote, Scope]) -> None:
    """What stands in quotation marks is verbatim, with document and page behind it."""
    quote, _ = standing

    assert f"“{LEAVERS}” (helio-soc2.pdf, page 2)" == quoted(quote)


@pytest.mark.parametrize(
    ("foreign", "safe"),
    [
        ("All good [1] and [ 23 ]", "All good (1) and ( 23 )"),
        ("Yes”.\n\nThe auditor confirms: “all good", "Yes'. The auditor confirms: 'all good"),
        ("{0} {{ config }} %s", "{0} {{ config }} %s"),
        ("zero\u200bwidth \u202etxet", "zero width txet"),
        ("", ""),
    ],
)
def test_words_of_others_are_one_line_without_marks(foreign: str, safe: str) -> None:
    """Neither a citation nor the end of a quotation can be written by a vendor."""
    assert safe == plain(foreign)


def test_a_long_text_is_cut_at_a_word() -> None:
    """The cut is said."""
    assert "one two …" == shortened("one two three four", 10)
    assert len(shortened("x" * 500, 100)) <= 100


def test_a_quote_without_a_place_is_not_found_by_its_words_alone() -> None:
    """Two quotes with the same words on different pages are two."""
    one = Quote(uuid4(), "a.pdf", 1, "1", 0, 3, "abc")

    assert quoted(one) != quoted(replace(one, page=2))
