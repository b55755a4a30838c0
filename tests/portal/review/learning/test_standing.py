"""What was learnt is the same for every process, asks only for more, and is put aside with the heads it was learnt over."""

from dataclasses import replace

import numpy as np
import pytest
from litestar import Litestar

from knowledge.heads.calibrating import Outcome
from knowledge.stances.learnt import Learnt, base
from knowledge.sureness import ENOUGH, NEVER, least
from knowledge.verdicts import VerdictState
from portal.core.clock import now
from portal.core.database import transaction
from portal.learnt.standing import learnt_digest, learnt_now, taught
from portal.learnt.tables import Learning

pytestmark = pytest.mark.anyio
WRONG = tuple(Outcome(0.99, False) for _ in range(ENOUGH))
LEARNT = Learnt(base(), {"AC-05 so": np.ones(4)}, {"AC-05": np.zeros(4)}, {VerdictState.SUPPORTED: WRONG})


async def keep(learnt: Learnt) -> None:
    """Keep what was learnt as taking does."""
    async with transaction():
        await Learning(
            digest=learnt.digest, base=learnt.base, weights=learnt.to_bytes(), told="{}", learnt_by="", learnt_at=now()
        ).save()


async def test_the_newest_counts_and_an_empty_one_is_nothing(app: Litestar) -> None:
    """Nothing, then what was taken, then what was taken later, then nothing again."""
    assert await learnt_now() is None
    await keep(LEARNT)
    first = await learnt_now()
    later = replace(LEARNT, doubts={})
    await keep(later)
    second = (await taught(app.state.engines.tools)).learnt
    await keep(Learnt(base()))

    assert first is not None and second is not None
    assert (LEARNT.digest, later.digest) == (first.digest, second.digest)
    assert LEARNT.outcomes == first.outcomes
    assert LEARNT.digest != later.digest
    assert ("", None) == (await learnt_digest(), await learnt_now())


async def test_what_was_learnt_over_other_heads_is_put_aside(app: Litestar) -> None:
    """After an update that brings other heads, the learnt ones would stand on nothing."""
    await keep(replace(LEARNT, base="of an older release"))

    assert await learnt_now() is None


def test_own_outcomes_only_ask_for_more() -> None:
    """Right ones lower nothing, however many; wrong ones raise what is asked for, up to where nothing is sure enough."""
    kind = VerdictState.SUPPORTED
    ships, right = least(kind), [Outcome(0.1, True)] * 500

    assert ships == least(kind, own=right)
    assert ships <= least(kind, own=WRONG[:3])
    assert NEVER == least(kind, own=WRONG)
