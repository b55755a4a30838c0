"""What the language model may use in a day, counted in the database: every process of the portal asks it."""

from dataclasses import dataclass

from portal.core.clock import today
from portal.core.tables import TokensUsed


@dataclass(frozen=True, slots=True)
class DailyTokens:
    """A budget of tokens for each day (UTC)."""

    most: int

    async def take(self, tokens: int) -> str:
        """Take tokens of today's and return the day; nothing, and none is taken, where fewer are left.

        It is one statement, so that two never take the last ones.
        """
        day = today().isoformat()
        await TokensUsed.raw("INSERT INTO tokens_used (day, tokens) VALUES ({}, 0) ON CONFLICT (day) DO NOTHING", day)
        taken = await TokensUsed.raw(
            "UPDATE tokens_used SET tokens = tokens + {} WHERE day = {} AND tokens <= {} RETURNING tokens",
            tokens,
            day,
            self.most - tokens,
        )
        return day if taken else ""

    async def settle(self, receipt: str, taken: int, used: int) -> None:
        """Count what a question used instead of what was taken for it, on the day it was taken from."""
        await TokensUsed.raw("UPDATE tokens_used SET tokens = tokens + {} WHERE day = {}", used - taken, receipt)
