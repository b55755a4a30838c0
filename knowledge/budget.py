"""What a language model may use: tokens are taken before a question is asked, and what it used is counted afterwards."""

from dataclasses import dataclass
from typing import Protocol

LETTERS = 4  # letters of a token, about, where a provider does not say how many it counted


class Budget(Protocol):
    """How many tokens a model may still be asked for."""

    async def take(self, tokens: int) -> str:
        """Take tokens for a question about to be asked; returns a receipt, empty where too few are left: then none is taken."""

    async def settle(self, receipt: str, taken: int, used: int) -> None:
        """Count what a question used instead of what was taken for it."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What was taken for one question; it stays taken where nobody can say what the question used."""

    budget: Budget | None
    receipt: str
    taken: int
    prompt: int

    async def pay(self, reply: str, counted: int = 0) -> None:
        """Count what the provider counted, or what prompt and reply come to by their letters."""
        await self._settle(counted or self.prompt + len(reply) // LETTERS)

    async def refund(self) -> None:
        """Count nothing: the provider was not reached, or refused."""
        await self._settle(0)

    async def _settle(self, used: int) -> None:
        if self.budget is not None:
            await self.budget.settle(self.receipt, self.taken, used)


async def billed(budget: Budget | None, prompt: str, longest_reply: int) -> Bill | None:
    """Take what a question may use at most, `longest_reply` in tokens; None where the budget is used up."""
    letters = len(prompt) // LETTERS
    most = letters + longest_reply
    receipt = "" if budget is None else await budget.take(most)
    return None if budget is not None and not receipt else Bill(budget, receipt, most, letters)
