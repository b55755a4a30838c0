"""Reviewers overrule a verdict on several vendors; the next vendor's like words are judged as they did, until it is forgotten."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar

from knowledge import second_reading
from knowledge.embedding import ShippedEmbedder
from knowledge.stances.model import shipped
from knowledge.stances.relearning import Ground, ground_of
from portal.core.errors import NotAllowed
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.engines import Engines
from portal.learnt.tables import Learning
from portal.review.deciding import agree
from portal.review.decisions import DecisionKind
from portal.review.learning import learning
from portal.review.learning.taking import forget_learning, take_learning, try_learning
from portal.review.tables import AnswerVerdict
from portal.review.working_out import work_out_verdicts
from portal.risk.levels import VerdictState
from tests.cast import Cast
from tests.portal.review import story
from tests.portal.review.learning import lesson
from tests.portal.review.test_working_out import Meanwhile

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def heads_and_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge as where the second reader is missing: what it makes of these very words changes with each training of it."""
    monkeypatch.setattr(second_reading, "is_there", lambda: False)


@cache
def _ground(refs: tuple[str, ...]) -> Ground:
    return ground_of(refs, shipped(), ShippedEmbedder())


@pytest.fixture(autouse=True)
def ground_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Embed the thousand shipped examples behind a question once for all tests here: they are the same in each."""
    monkeypatch.setattr(learning, "ground_of", lambda refs, *_: _ground(tuple(refs)))


def plain(printed: dict[str, object]) -> dict[str, Any]:
    """Read a result as whoever runs the command does."""
    read: dict[str, Any] = json.loads(json.dumps(printed))
    return read


def questions_of(printed: dict[str, object]) -> list[dict[str, Any]]:
    """Return what a result says of each question."""
    questions: list[dict[str, Any]] = plain(printed)["questions"]
    return questions


async def test_the_next_vendors_like_words_are_judged_as_reviewers_did(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Learnt, taken, checked again with its history kept, said in the method, on record; forgotten, all is as before."""
    engines = app.state.engines
    given = [
        await lesson.answered(app, settings, cast, tmp_path, f"Vendor {at}", sentence)
        for at, sentence in enumerate((*lesson.SENT, lesson.STORED))
    ]
    assert ["supported"] * 4 == [await lesson.state_of(each) for each in given]
    for each in given[:3]:
        await lesson.put_right(cast.reviewer, each)
    await agree(cast.reviewer, given[3].id, await story.seen(given[3], lesson.REF))
    waiting = await lesson.answered(app, settings, cast, tmp_path, "Waiting", lesson.NEXT)
    assert "supported" == await lesson.state_of(waiting)

    tried = await try_learning(cast.administrator, engines)
    assert 0 == await Learning.count()
    taken = await take_learning(cast.administrator, engines)
    await story.work_off(app, settings)
    fresh = await lesson.answered(app, settings, cast, tmp_path, "Fresh", lesson.NEXT)

    (question,) = questions_of(taken)
    assert {**tried, "taken": True} == taken
    assert ("CR-03", 4, 3, 4, True) == tuple(
        question[name] for name in ("ref", "lessons", "corrections", "vendors", "holds")
    )
    assert question["decisions"]["learnt"]["reproduced"] > question["decisions"]["shipped"]["reproduced"]
    assert ["not_evidenced", "not_evidenced"] == [await lesson.state_of(each) for each in (waiting, fresh)]
    one = await story.question(fresh, lesson.REF)
    assert one.verdict is not None
    assert "learnt " in one.verdict.method
    assert not one.verdict.is_calibrated
    assert 2 == await AnswerVerdict.count().where(AnswerVerdict.assessment == waiting.id)
    for each in given[:3]:
        decided = await story.question(each, lesson.REF)
        assert decided.decision is not None
        assert (DecisionKind.overruled, VerdictState.NOT_EVIDENCED) == (decided.decision.kind, decided.state)
        assert 1 == await AnswerVerdict.count().where(AnswerVerdict.assessment == each.id)

    assert 1 == await work_out_verdicts(given[0].id, engines)  # as when its evidence changes
    again = await story.question(given[0], lesson.REF)
    assert again.verdict is not None
    assert (VerdictState.NOT_EVIDENCED, False, "") == (again.verdict.state, again.open, again.changed)

    forgotten = await forget_learning(cast.administrator)
    await story.work_off(app, settings)

    assert {"forgotten": taken["digest"]} == forgotten
    assert ["supported", "supported"] == [await lesson.state_of(each) for each in (waiting, fresh)]
    assert "learnt" not in str((await story.question(fresh, lesson.REF)).verdict)
    actions = (
        await AuditEntry.select(AuditEntry.action).where(AuditEntry.subject_kind == "learning").order_by(AuditEntry.id)
    )
    assert ["learning.taken", "learning.forgotten"] == [row["action"] for row in actions]


async def test_learning_again_changes_nothing(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """The same decisions give the same digest, and no second row; what is kept holds no word of a document."""
    for at, sentence in enumerate(lesson.SENT):
        given = await lesson.answered(app, settings, cast, tmp_path, f"Vendor {at}", sentence)
        await lesson.put_right(cast.reviewer, given)

    first = await take_learning(cast.administrator, app.state.engines)
    second = await take_learning(cast.administrator, app.state.engines)

    assert first == second
    (row,) = await Learning.objects()
    assert (first["digest"], True) == (row.digest, first["taken"])
    assert "encrypted" not in row.told
    assert b"encrypted" not in bytes(row.weights)
    assert json.loads(row.told)["digest"] == row.digest


async def test_no_verdict_rests_on_heads_that_changed_meanwhile(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """What was learnt is taken while a check by the shipped heads still asks its model: the check begins again."""
    engines: Engines = app.state.engines
    for at, sentence in enumerate(lesson.SENT):
        given = await lesson.answered(app, settings, cast, tmp_path, f"Vendor {at}", sentence)
        await lesson.put_right(cast.reviewer, given)
    waiting = await lesson.answered(app, settings, cast, tmp_path, "Waiting", lesson.NEXT)
    await AnswerVerdict.delete().where(AnswerVerdict.assessment == waiting.id)

    async def taken() -> None:
        await take_learning(cast.administrator, engines)

    changed = await work_out_verdicts(waiting.id, replace(engines, language=Meanwhile(taken)))

    assert (1, "not_evidenced") == (changed, await lesson.state_of(waiting))
    (row,) = await AnswerVerdict.objects().where(AnswerVerdict.assessment == waiting.id)
    assert "learnt" in row.method


async def test_who_agrees_with_everything_makes_nothing_supported(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A reviewer who clicks agree under every verdict, right or wrong, teaches the heads nothing: there is no correction."""
    for at, sentence in enumerate(lesson.SENT):
        given = await lesson.answered(app, settings, cast, tmp_path, f"Vendor {at}", sentence)
        await agree(cast.reviewer, given.id, await story.seen(given, lesson.REF))
    silent = await lesson.answered(app, settings, cast, tmp_path, "Silent", "Backup tapes travel in sealed containers.")
    before = await lesson.state_of(silent)

    taken = await take_learning(cast.administrator, app.state.engines)
    await story.work_off(app, settings)

    (question,) = questions_of(taken)
    assert not question["holds"]
    assert "nothing to correct" in question["why_not"]
    assert before == await lesson.state_of(silent)
    threshold = plain(taken)["thresholds"]["supported"]
    assert threshold["sure_at_least"] >= threshold["shipped"]


async def test_what_one_person_finds_evidenced_everywhere_is_not_learnt(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Overruling everything to supported needs a second person before the heads learn of it."""
    for at, sentence in enumerate(("sealed, locked containers", "armoured vans", "boxes of two couriers")):
        words = f"Backups of customer data are carried to the second site in {sentence}."
        given = await lesson.answered(app, settings, cast, tmp_path, f"Vendor {at}", words)
        if await lesson.state_of(given) != "supported":
            await lesson.put_right(cast.reviewer, given, VerdictState.SUPPORTED)

    taken = await take_learning(cast.administrator, app.state.engines)

    assert all(not each["holds"] for each in questions_of(taken))
    assert not (await Learning.objects().first() or Learning()).digest


async def test_only_administrators_learn(app: Litestar, cast: Cast) -> None:
    """Whoever decides on verdicts does not decide that the machine learns from it; with no decisions there is nothing to take."""
    for who in (cast.reviewer, cast.approver, cast.auditor):
        with pytest.raises(NotAllowed):
            await take_learning(who, app.state.engines)
        with pytest.raises(NotAllowed):
            await forget_learning(who)

    assert not (await take_learning(SYSTEM, app.state.engines))["taken"]
    assert 0 == await Learning.count()
