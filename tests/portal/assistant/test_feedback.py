"""Feedback on answers: a person's own, changeable, on record, and given out as a set without naming anybody."""

import json
from pathlib import Path

import pytest
from litestar import Litestar

from portal.assessments.tables import Assessment
from portal.assistant.feedback.checking import SetBroken, check_again, examples_in
from portal.assistant.feedback.exporting import export
from portal.assistant.feedback.sets import FeedbackSet
from portal.assistant.tables import Feedback, Turn
from portal.core.errors import NotAllowed
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.review import deciding
from portal.review.standing import review_of
from portal.risk.levels import VerdictState
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assistant.drafting import entry
from tests.portal.assistant.shelf import LEAVERS, SOC2, ask, hand_in, words
from tests.portal.review import story

pytestmark = pytest.mark.anyio
QUESTION = "How soon is access of leavers removed?"


@pytest.fixture
async def turn(app: Litestar, settings: Settings, cast: Cast, browser: Browser) -> Turn:
    """An answered question of the reviewer."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)
    return await ask(browser, QUESTION, vendor="helio-payments")


async def say(browser: Browser, turn: Turn, judgement: str, note: str = "", about: str = "") -> int:
    """Send the form under an answer."""
    sent = {"judgement": judgement, "note": note, "about": about}
    return (await browser.submit(f"/assistant/turns/{turn.id}/feedback", sent)).status_code


async def test_feedback_is_kept_shown_and_changed(browser: Browser, turn: Turn, cast: Cast) -> None:
    """Said again it replaces what was said; the record has the judgement."""
    assert "Is this right?" in (await browser.get(f"/assistant/{turn.conversation}")).text

    assert 303 == await say(browser, turn, "wrong", "It is two days.")
    assert 303 == await say(browser, turn, "right")

    rows = await Feedback.objects()
    assert [("right", "", "")] == [(row.judgement, row.note, row.about) for row in rows]
    assert "You said: right" in words((await browser.get(f"/assistant/{turn.conversation}")).text)
    detail = json.loads((await entry("feedback.given")).detail)
    assert {"judgement": "right", "about": "", "changed": True} == detail


async def test_only_ones_own_answers_can_be_judged(browser: Browser, turn: Turn, cast: Cast) -> None:
    """Anybody else finds nothing there, whatever the role."""
    await browser.become(cast.administrator)

    assert 404 == await say(browser, turn, "wrong")
    assert not await Feedback.exists()


@pytest.mark.parametrize(("judgement", "about"), [("perhaps", ""), ("", ""), ("right", "AC-01")])
async def test_nothing_else_can_be_said(browser: Browser, turn: Turn, judgement: str, about: str) -> None:
    """Another word, or a verdict that the answer does not show, is refused."""
    assert 422 == await say(browser, turn, judgement, about=about)
    assert not await Feedback.exists()


async def test_a_verdict_in_an_answer_is_judged_by_itself(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser, tmp_path: Path
) -> None:
    """The form offers each verdict shown; what is said of one stands beside what is said of the whole."""
    await story.reviewed(app, settings, cast, tmp_path)
    await browser.become(cast.reviewer)
    turn = await ask(browser, "Which answers of Helio are contradicted?", vendor="helio-payments")

    assert 'value="AC-02"' in (await browser.get(f"/assistant/{turn.conversation}")).text
    assert 303 == await say(browser, turn, "right")
    assert 303 == await say(browser, turn, "wrong", "They removed it in time.", "AC-02")

    said = [(row.about, row.judgement) for row in await Feedback.objects().order_by(Feedback.about)]
    assert [("", "right"), ("AC-02", "wrong")] == said


async def test_the_set_has_question_answer_and_judgement_and_no_person(
    browser: Browser, turn: Turn, cast: Cast
) -> None:
    """An administrator gets what was judged; of the conversation nothing else, and no name."""
    await ask(browser, "Which colour are the carpets of PELICAN-7731?", vendor="helio-payments")
    await say(browser, turn, "missing", "Since when?")
    await browser.become(cast.administrator)

    answer = await browser.submit("/feedback/export", {"what": "answers"}, page="/people")
    lines = [json.loads(line) for line in answer.text.splitlines()]

    assert 1 == len(lines)
    one = lines[0]
    assert QUESTION == one["question"]
    assert {"about": "vendor", "vendors": ["helio-payments"], "older": False, "document": ""} == one["scope"]
    assert ("missing", "Since when?", "extractive") == (one["judgement"], one["note"], one["method"])
    assert LEAVERS == " ".join(one["citations"][0]["quote"].split())
    assert "PELICAN" not in answer.text
    assert all(str(who) not in answer.text for who in (cast.reviewer.name, cast.reviewer.email, cast.reviewer.id))
    assert {"examples": 1} == json.loads((await entry("feedback.exported")).detail)


@pytest.mark.parametrize("role", ["reviewer", "approver", "auditor", "procurement"])
async def test_only_administrators_get_the_sets(cast: Cast, role: str) -> None:
    """Questions of others are in them."""
    with pytest.raises(NotAllowed):
        await export(cast.staff[role], FeedbackSet.answers)


async def test_decisions_are_given_out_with_what_the_machine_said(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Claim, question, answer and passages as they were, the machine's verdict and the reviewer's with its reason."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)
    await deciding.agree(cast.reviewer, assessment.id, await seen(assessment, "AC-01"))
    reason = "Two of 25 is a sample; the policy holds."
    held = VerdictState.SUPPORTED_WITH_EXCEPTION
    await deciding.overrule(cast.reviewer, assessment.id, await seen(assessment, "AC-02"), held, reason)
    await deciding.agree(cast.reviewer, assessment.id, await seen(assessment, "PH-02"))

    agreed, overruled = await export(SYSTEM, FeedbackSet.verdicts)

    assert ("AC-01", "agreed", "supported") == (agreed["ref"], *_reviewer(agreed)[:2])
    assert "AC-02" == overruled["ref"]
    assert ("overruled", held.value, reason) == _reviewer(overruled)
    assert "contradicted" == overruled["machine"]["verdict"]  # type: ignore[index]
    assert "Access of leavers is removed within one business day." == overruled["claim"]
    assert "Yes: Always." == overruled["answer"]
    quotes: list[dict[str, str]] = overruled["quotes"]  # type: ignore[assignment]
    assert quotes
    assert all(" ".join(one["quote"].split()) in " ".join(one["passage"].split()) for one in quotes if one["passage"])
    assert any(one["passage"] for one in quotes)
    assert cast.reviewer.name not in str([agreed, overruled])


async def test_a_set_is_run_again(browser: Browser, turn: Turn, app: Litestar) -> None:
    """What was right still cites the same; one whose citation is another counts as differing, one about a verdict is skipped."""
    await say(browser, turn, "right")
    [line] = await export(SYSTEM, FeedbackSet.answers)
    other = {**line, "judgement": "wrong", "citations": [{"document": "helio-soc2.pdf", "page": 3, "quote": "x"}]}
    elsewhere = {**line, "scope": {"about": "vendor", "vendors": ["nobody"]}}
    lines = [json.dumps(one) for one in (line, other, {**line, "about": "AC-01"}, elsewhere)]

    figures = await check_again(examples_in([*lines, ""]), app.state.engines)

    assert (1, 1, 1, 1, 2) == tuple(
        figures[name] for name in ("right", "right_same", "wrong", "wrong_differs", "skipped")
    )


async def test_a_file_that_is_no_set_says_which_line() -> None:
    """The first line that is none of it is named."""
    good = json.dumps({"question": "q", "scope": {"vendors": "all"}, "judgement": "right"})

    with pytest.raises(SetBroken, match="Line 2"):
        examples_in([good, "{}"])


async def seen(assessment: Assessment, ref: str) -> deciding.Seen:
    """Return what the page shows of a question."""
    one = (await review_of(assessment)).find(ref)
    assert one is not None
    return deciding.Seen(ref, one.answered.revision, one.verdict.id if one.verdict else None)


def _reviewer(line: dict[str, object]) -> tuple[str, str, str]:
    said: dict[str, str] = line["reviewer"]  # type: ignore[assignment]
    return said["decision"], said["verdict"], said["reason"]
