"""What the drafts about one question say alike: the question with its answer, and the words of the pages; pure."""

from collections.abc import Sequence

from knowledge.citations import Quote
from knowledge.terms import essential, fills, names
from portal.drafts.composing import MOST_QUOTES, Said, quoted
from portal.drafts.foreign import plain
from portal.review.standing import Reviewed

LONGEST_QUESTION = 260
LONGEST_ANSWER = 400
FEWEST_WORDS = 4
SAME_MATTER = 0.5


def question_words(one: Reviewed) -> str:
    """Return the question in quotation marks, after its reference."""
    return f"{one.ref}, “{plain(one.answered.question.text, LONGEST_QUESTION)}”"


def answer_words(one: Reviewed) -> str:
    """Return the answer and what was written beside it, in quotation marks."""
    given = one.answered
    words = "" if given.said_not_to_apply else given.words
    said = f"{words}: {given.comment}" if given.comment and words else words or given.comment
    return f"“{plain(said, LONGEST_ANSWER).rstrip('.')}”"


def claim_words(one: Reviewed) -> str:
    """Return what the answer claims, or what was asked where it claims nothing."""
    return plain(one.answered.claim or one.answered.question.text, 140)


def says(one: Reviewed, lead: str, again: str) -> list[Said]:
    """Return a sentence for each of the verdict's leading quotes, from its page; the same words are said once."""
    told = _telling(one.verdict.quotes if one.verdict else ())
    return [
        Said(f"{again if number else lead}: {quoted(quote)}.", (quote,))
        for number, quote in enumerate(told[:MOST_QUOTES])
    ]


def nearest(one: Reviewed, lead: str) -> list[Said]:
    """Return the sentence for what came nearest to a claim that nothing shows, if it speaks of the same matter."""
    ideas = [term.name for term in essential(claim_words(one))]
    quotes = _telling(one.verdict.quotes if one.verdict else ())
    spoken = [quote for quote in quotes if _share(ideas, quote.text) >= SAME_MATTER]
    return [Said(f"{lead}: {quoted(spoken[0])}.", (spoken[0],))] if spoken else []


def _share(ideas: Sequence[str], text: str) -> float:
    said = names(text)
    return sum(fills(idea, said) for idea in ideas) / len(ideas) if ideas else 0.0


def _telling(quotes: Sequence[Quote]) -> list[Quote]:
    """Leave out words that another quote has too, and those that say nothing by themselves, such as "Exception noted"."""
    once = list({" ".join(quote.text.split()): quote for quote in reversed(quotes)}.values())[::-1]
    return [quote for quote in once if len(quote.text.split()) >= FEWEST_WORDS] or once
