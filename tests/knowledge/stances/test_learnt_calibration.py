"""A verdict by learnt heads says so, and is calibrated only where outcomes of learnt heads stand behind it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from piccolo.engine.sqlite import SQLiteEngine

from knowledge.retrieval import Tools
from knowledge.scope import Scope
from knowledge.stances.learnt import Learnt, base
from knowledge.stances.model import shipped
from knowledge.verdicts import UNCALIBRATED, VerdictState, learnt_in
from knowledge.verification import Claim, Verdict, verify
from tests.knowledge.papers import shelve, tools

CLAIM = "Backups of customer data are encrypted."
HEADS = {name: shipped().heads[at] for at, name in enumerate(shipped().names) if name.startswith("CR-03 ")}


async def checked(shelf: Tools, learnt: Learnt | None) -> Verdict:
    """Verify the claim by what was learnt."""
    return await verify(Claim(CLAIM), Scope(("acme",)), replace(shelf, learnt=learnt), date(2026, 11, 21))


@pytest.mark.anyio
async def test_learnt_heads_are_uncalibrated_until_outcomes_tell(
    knowledge_database: SQLiteEngine, tmp_path: Path
) -> None:
    """The very same weights, learnt here, come to the same verdict; how often such a one is right is another question."""
    await shelve("acme", "policy.pdf", [f"Backup policy\n\n{CLAIM}"], tmp_path)
    learnt = Learnt(base(), HEADS)
    known = replace(learnt, calibrated=frozenset({VerdictState.SUPPORTED}))

    ships, unknown, told = [await checked(tools(), each) for each in (None, learnt, known)]

    assert [VerdictState.SUPPORTED] * 3 == [each.state for each in (ships, unknown, told)]
    assert ["", learnt.mark("CR-03"), known.mark("CR-03")] == [
        learnt_in(each.method) for each in (ships, unknown, told)
    ]
    assert [False, True, False] == [UNCALIBRATED in each.method for each in (ships, unknown, told)]
    assert ships.confidence == told.confidence
