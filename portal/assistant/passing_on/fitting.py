"""Which question of a questionnaire a person's question is nearest to, by the ideas both name; pure."""

from collections.abc import Sequence

from knowledge.terms import essential, fills, names
from questionnaires.model import Question, Questionnaire

ENOUGH = 0.6
FEWEST = 2


def nearest(words: str, questionnaire: Questionnaire) -> tuple[float, str]:
    """Return how near the nearest question comes, and its reference; (0, "") where none is near enough to propose."""
    ideas = [term.name for term in essential(words)]
    scored = [(_share(ideas, question), question.ref) for question in questionnaire.questions]
    best = max(scored, key=lambda each: each[0], default=(0.0, ""))
    return best if len(ideas) >= FEWEST and best[0] >= ENOUGH else (0.0, "")


def _share(ideas: Sequence[str], question: Question) -> float:
    said = names(f"{question.text} {question.claim}")
    return sum(fills(idea, said) for idea in ideas) / len(ideas) if ideas else 0.0
