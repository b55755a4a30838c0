"""Counts the queries that a piece of work asks of the bound database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from piccolo.querystring import QueryString

from portal.core import piccolo_conf


@dataclass(slots=True)
class Asked:
    """The queries that were asked so far."""

    queries: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self.queries)


@contextmanager
def counted() -> Iterator[Asked]:
    """Note every query of the block, whoever asks it; opening and ending a transaction is none."""
    engine, asked = type(piccolo_conf.DB), Asked()
    plain = engine.run_querystring

    async def counting(self: object, querystring: QueryString, in_pool: bool = True) -> object:
        asked.queries.append(str(querystring.template))
        return await plain(self, querystring, in_pool)  # type: ignore[arg-type]

    engine.run_querystring = counting  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        engine.run_querystring = plain  # type: ignore[method-assign]
