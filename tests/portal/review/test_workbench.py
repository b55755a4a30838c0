"""The workbench: what it narrows down to, agreeing at once, colleagues, the thread, and how many queries it takes."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import yaml
from litestar import Litestar
from piccolo.engine.finder import engine_finder

from knowledge.citations import Quote
from knowledge.pages import PageState
from knowledge.sureness import mark
from knowledge.surveying import Searched, UnreadPage
from knowledge.verdicts import POSSIBLE_CONFLICT, POSSIBLY_SAID
from knowledge.verification import Claim, Verdict, VerdictState
from portal.assessments.returning import return_assessment
from portal.assessments.tables import Assessment
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.dates import date_long
from portal.core.errors import InvalidForm, NotAllowed
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.review.addresses import View
from portal.review.bulk import bulk_page
from portal.review.completing import complete_review
from portal.review.deciding import Seen, agree, agree_in_bulk, ask_again
from portal.review.forms import seen_from_text
from portal.review.giving import give_question
from portal.review.learning.taking import choose_error_rate
from portal.review.standing import review_of
from portal.review.tables import AnswerVerdict
from portal.review.workbench import WorkbenchPage, workbench_page
from portal.review.working_out import store_verdict
from questionnaires.answering import record_answer
from questionnaires.authored import from_plain
from questionnaires.storing import questionnaire_of
from questionnaires.values import Given
from tests.cast import Cast
from tests.client import Browser
from tests.portal.review import story

pytestmark = pytest.mark.anyio


@pytest.fixture
async def assessment(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> Assessment:
    """A submitted questionnaire with its verdicts."""
    return await story.reviewed(app, settings, cast, tmp_path)


async def bench(settings: Settings, cast: Cast, assessment: Assessment, **view: str) -> WorkbenchPage:
    """Return the workbench as the reviewer sees it."""
    return await workbench_page(settings, cast.reviewer, assessment.id, View(**view))  # type: ignore[arg-type]


def listed(page: WorkbenchPage) -> list[str]:
    """Return the questions on the left."""
    return [item.ref for section in page.sections for item in section.items]


@pytest.mark.parametrize(
    ("begins", "filter", "sign"),
    [
        (POSSIBLE_CONFLICT, "possible_conflict", "possible conflict"),
        (POSSIBLY_SAID, "possibly_said", "possibly said"),
    ],
)
async def test_words_that_may_deny_or_say_what_is_answered_are_found_by_a_filter(
    assessment: Assessment, settings: Settings, cast: Cast, begins: str, filter: str, sign: str
) -> None:
    """The verdict stays what it is; the question carries a sign, and the filter leaves it alone."""
    one = (await bench(settings, cast, assessment)).sections[0].items[0]
    row = next(each for each in (await review_of(assessment)).reviewed if each.ref == one.ref)
    reason = f"{begins}: a person has to read it."
    found = Verdict(VerdictState.NOT_EVIDENCED, reason, None, (), Searched(1, 1, (), ()), "test")
    await store_verdict(assessment.id, one.ref, row.answered.revision, Claim(row.answered.claim), found)

    page = await bench(settings, cast, assessment, filter=filter)

    assert [one.ref] == listed(page)
    assert sign in page.sections[0].items[0].signs
    assert "not_evidenced" == str(page.sections[0].items[0].state)


async def test_a_support_that_is_not_certain_says_so_and_is_on_no_list_to_agree_with_at_once(
    assessment: Assessment, settings: Settings, cast: Cast
) -> None:
    """Of supports as sure as this more were wrong than the error rate allows; of a claim nothing was learnt of nobody knows."""
    row = await story.question(assessment, "AC-01")
    assert row.verdict is not None and row.agreeable_in_bulk
    await AnswerVerdict.update({AnswerVerdict.confidence: 55, AnswerVerdict.sure: 5500}).where(
        AnswerVerdict.id == row.verdict.id
    )

    page = await bench(settings, cast, assessment, filter="uncertain", ref="AC-01")

    assert ["AC-01", "CR-01"] == listed(page)
    assert "not certain" in page.sections[0].items[0].signs
    assert page.in_hand is not None and page.in_hand.what_now.startswith("Not certain")
    assert not (await bulk_page(cast.reviewer, assessment.id)).lines


async def test_the_error_rate_that_somebody_chose_decides_what_is_certain(assessment: Assessment, cast: Cast) -> None:
    """At 20 of 100 a support counts that 5 of 100 leave aside; below what any outcome holds none does."""
    row = await story.question(assessment, "AC-01")
    assert row.verdict is not None
    mine = AnswerVerdict.id == row.verdict.id
    await AnswerVerdict.update({AnswerVerdict.method: f"rules, {mark()}", AnswerVerdict.sure: 7000}).where(mine)
    assert (await story.question(assessment, "AC-01")).uncertain

    wider = await choose_error_rate(cast.administrator, 0.2)
    certain_at_20 = not (await story.question(assessment, "AC-01")).uncertain
    await AnswerVerdict.update({AnswerVerdict.sure: 9900}).where(mine)
    narrower = await choose_error_rate(cast.administrator, 0.01)
    certain_at_1 = not (await story.question(assessment, "AC-01")).uncertain

    assert (True, False) == (certain_at_20, certain_at_1)
    assert wider["sure_at_least"] is not None and narrower["sure_at_least"] is None
    with pytest.raises(NotAllowed):
        await choose_error_rate(cast.reviewer, 0.2)
    chosen = AuditEntry.action == "learning.error_rate_chosen"
    details = [json.loads(entry.detail) for entry in await AuditEntry.objects().where(chosen).order_by(AuditEntry.id)]
    assert [(5, 20), (20, 1)] == [(each["before"], each["wrong_of_100"]) for each in details]


FREE = """
key: free
title: In the vendor's own words
sections:
- key: access
  title: Access control
  area: access
  questions:
  - ref: FW-01
    kind: text
    text: Describe how access and data are protected.
    claim: "Access and data are protected as follows: {answer}"
"""


async def test_an_answer_in_free_words_is_shown_statement_by_statement(
    app: Litestar, browser: Browser, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Each with what the evidence does to it and where; one that is not shown keeps the whole from passing."""
    await story.give(settings, cast.helio, story.report(tmp_path / "Helio SOC 2.pdf", today() - timedelta(days=60)))
    words = "Customer data is encrypted at rest with AES-256. Visitors are weighed at the <b>gate</b>."
    asked = from_plain(yaml.safe_load(FREE))
    assessment = await story.submitted(settings, cast, asked=asked, answers={"FW-01": Given(words)})
    await story.work_off(app, settings)
    await browser.become(cast.reviewer)

    text = (await browser.get(f"/reviews/{assessment.id}?ref=FW-01")).text

    page = await bench(settings, cast, assessment, ref="FW-01")
    assert page.in_hand is not None
    assert ["supported", "not_evidenced"] == [part.state.value for part in page.in_hand.parts]
    assert "not_evidenced" == (await story.question(assessment, "FW-01")).state
    assert "The documents bear out 1 of 2 statements." in text
    assert "Visitors are weighed at the &lt;b&gt;gate&lt;/b&gt;." in text
    (label, url), *_ = page.in_hand.parts[0].cites
    assert "p. 3" in label
    assert "AES-256" in (await browser.get(url)).text


async def test_the_workbench_names_the_pages_that_could_not_be_read(
    assessment: Assessment, browser: Browser, cast: Cast
) -> None:
    """Silence on them proves nothing: each document with its pages, and why."""
    one = await story.question(assessment, "PH-01")
    pages = [UnreadPage("Scan.pdf", page, PageState.SCANNED) for page in (3, 4, 5, 9)]
    searched = Searched(2, 12, (*pages, UnreadPage("Scan.pdf", 7, PageState.GARBLED)), ("Locked.pdf",))
    found = Verdict(VerdictState.NOT_EVIDENCED, "Nothing speaks of it.", None, (), searched, "test")
    await store_verdict(assessment.id, one.ref, one.answered.revision, Claim(one.answered.claim), found)
    await browser.become(cast.reviewer)

    text = (await browser.get(f"/reviews/{assessment.id}?ref=PH-01")).text

    for line in (
        "Locked.pdf: not read, or not yet",
        "Scan.pdf, pages 3 to 5 and 9: scanned, no text",
        "Scan.pdf, page 7: text is scrambled",
    ):
        assert line in text


async def test_a_question_whose_verdict_changed_is_among_the_changed(
    app: Litestar, assessment: Assessment, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """What was decided and is open again says what changed; what stayed the same is not listed."""
    for ref in ("AC-01", "PH-01"):
        await agree(cast.reviewer, assessment.id, await story.seen(assessment, ref))
    before = listed(await bench(settings, cast, assessment, filter="changed"))
    escorts = "Visitors are escorted in secure areas at all times."
    head = f"Physical security policy\n\nEffective {date_long(today())}. This policy applies to all sites.\n\n"
    await story.give(settings, cast.helio, story.note(tmp_path / "Physical security policy.pdf", head + escorts))
    await story.work_off(app, settings)

    after = await bench(settings, cast, assessment, filter="changed")

    assert ([], ["PH-01"]) == (before, listed(after))
    assert "The verdict changed since Rosa Lindqvist decided on" in (await story.question(assessment, "PH-01")).changed


async def test_mine_is_what_was_given_to_me_or_decided_by_me(
    assessment: Assessment, settings: Settings, cast: Cast
) -> None:
    """A section given to a colleague is the colleague's, and what I decided stays mine."""
    await agree(cast.reviewer, assessment.id, await story.seen(assessment, "AC-01"))

    count = await give_question(cast.approver, assessment.id, "CR-01", UUID(cast.reviewer.id), section=True)

    assert 2 == count
    assert ["AC-01", "CR-01", "CR-02"] == listed(await bench(settings, cast, assessment, filter="mine"))
    theirs = await workbench_page(settings, cast.approver, assessment.id, View(filter="mine"))
    assert [] == listed(theirs)
    assert 2 == await AuditEntry.count().where(AuditEntry.action == "question.given")


async def test_a_question_is_given_to_a_reviewer_only(assessment: Assessment, cast: Cast) -> None:
    """Whoever may not decide cannot be asked to look."""
    with pytest.raises(InvalidForm):
        await give_question(cast.reviewer, assessment.id, "CR-01", UUID(cast.auditor.id))


async def test_giving_a_question_twice_changes_hands_once(assessment: Assessment, cast: Cast) -> None:
    """There is one reviewer for a question, and it can be taken back."""
    rosa = UUID(cast.reviewer.id)

    counts = [await give_question(cast.approver, assessment.id, "CR-01", whom) for whom in (rosa, rosa, None)]

    assert [1, 0, 1] == counts
    assert (await story.question(assessment, "CR-01")).given_to is None


async def test_agreeing_at_once_shows_each_quote_and_takes_what_stays_ticked(
    browser: Browser, assessment: Assessment, cast: Cast
) -> None:
    """The page lists what would be agreed with; unticked, nothing is; each agreement has its own audit entry."""
    await browser.become(cast.reviewer)
    url = f"/reviews/{assessment.id}/bulk"
    page = (await browser.get(url)).text
    lines = (await bulk_page(cast.reviewer, assessment.id)).lines

    nothing = await browser.submit(url)
    await browser.submit(url, {"chosen": [line.chosen for line in lines]})

    assert ["AC-01"] == [line.ref for line in lines]
    assert "Multi-factor authentication is required for all administrative access" in page
    assert "AC-02" not in page
    assert 303 == nothing.status_code
    assert 1 == await AuditEntry.count().where(AuditEntry.action == "verdict.agreed")
    assert "Nothing to agree with at once" in (await browser.get(url)).text


async def test_agreeing_at_once_never_takes_what_is_not_on_the_list(assessment: Assessment, cast: Cast) -> None:
    """A contradicted, heavy or unproven answer stays open, even when the form names it; so does an older verdict."""
    named = [await story.seen(assessment, ref) for ref in ("AC-02", "CR-01", "PH-01", "PH-02")]
    old = Seen("AC-01", 0, (await story.seen(assessment, "AC-01")).verdict)

    count = await agree_in_bulk(cast.reviewer, assessment.id, [*named, old])

    assert 0 == count
    assert [] == [one.ref for one in (await review_of(assessment)).reviewed if one.decision]


async def test_agreeing_at_once_leaves_a_colleagues_questions_alone(assessment: Assessment, cast: Cast) -> None:
    """What is given to somebody waits for that person."""
    await give_question(cast.reviewer, assessment.id, "AC-01", UUID(cast.approver.id))

    mine, theirs = await bulk_page(cast.reviewer, assessment.id), await bulk_page(cast.approver, assessment.id)

    assert ([], ["AC-01"]) == ([line.ref for line in mine.lines], [line.ref for line in theirs.lines])


def test_a_ticked_answer_that_is_no_answers_name_is_left_out() -> None:
    """A form can be sent with anything in it."""
    for text in ("", "AC-01", "AC-01 x y", "AC-01 1 not-a-uuid"):
        assert seen_from_text(text) is None


async def test_the_thread_holds_what_was_asked_and_what_came_back(
    assessment: Assessment, settings: Settings, cast: Cast
) -> None:
    """The reviewer's note and the vendor's next answer stand beneath each other, oldest first."""
    await ask_again(cast.reviewer, assessment.id, await story.seen(assessment, "AC-02"), "Always?")
    await return_assessment(settings, "Aldgate Bank", cast.reviewer, assessment.id)
    question = (await questionnaire_of(assessment.response)).find_question("AC-02")
    assert question is not None
    async with transaction():
        again = Given("yes", "Except two.")
        await record_answer(assessment.response, question, again, revision=1, by="Dana Ortiz", at=now())

    hand = (await bench(settings, cast, assessment, ref="AC-02")).in_hand

    assert hand is not None
    assert [("Always?", True), ("Yes. Except two.", False)] == [(each.text, each.ours) for each in hand.thread]
    assert hand.thread[0].note.startswith("sent on")


async def test_the_last_completed_review_is_what_a_new_one_is_held_against(
    app: Litestar, assessment: Assessment, settings: Settings, cast: Cast
) -> None:
    """An answer that was another one last time is among the changed, and says what it was."""
    for one in (await review_of(assessment)).reviewed:
        if one.open:
            await agree(cast.reviewer, assessment.id, await story.seen(assessment, one.ref))
    await complete_review(cast.reviewer, assessment.id)
    again = await story.submitted(settings, cast, answers={**story.ANSWERS, "CR-02": Given("yes")})
    await story.work_off(app, settings)

    page = await bench(settings, cast, again, filter="changed", ref="CR-02")

    assert ["CR-02"] == listed(page)
    assert page.in_hand is not None
    assert "the answer was “No”" in page.in_hand.reviewed.changed


@pytest.mark.invented_quotes
async def test_the_pages_queries_do_not_grow_with_the_questions(
    app: Litestar, settings: Settings, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A review of ninety questions takes as many queries as one of six."""
    counts = []
    for size in (6, 90):
        row = await _long(app, settings, cast, size)
        with monkeypatch.context() as patched:
            counted = _counting(patched)
            page = await bench(settings, cast, row, ref="Q-002")
        assert size == len(page.review.reviewed)
        assert page.pane is not None
        counts.append(len(counted))

    assert counts[0] == counts[1]
    assert counts[0] < 40


async def _long(app: Litestar, settings: Settings, cast: Cast, size: int) -> Assessment:
    """Submit a questionnaire of so many questions, all of them borne out by one note; each size is another service's."""
    plain = {
        "key": f"long-{size}",
        "title": f"{size} questions",
        "sections": [
            {
                "key": "one", "title": "One", "area": "access",
                "questions": [
                    {
                        "ref": f"Q-{at:03}", "kind": "yes_no", "text": f"Is door {at} locked?", "expected": ["yes"],
                        "claim": f"Door {at} is locked at all times.",
                    }
                    for at in range(1, size + 1)
                ],
            }
        ],
    }  # fmt: skip
    answers = {f"Q-{at:03}": Given("yes") for at in range(1, size + 1)}
    side = cast.helio if size == 6 else cast.corvid
    row = await story.submitted(settings, cast, side, asked=from_plain(plain), answers=answers)
    verdict = Quote(uuid4(), "Doors.pdf", 1, "", 0, 4, "Door")
    for ref in answers:
        claim = Claim("Door")
        found = Verdict(VerdictState.SUPPORTED, "So.", 0.7, (verdict,), Searched(1, 1, (), ()), "test")
        await store_verdict(row.id, ref, 1, claim, found)
    return row


def _counting(patched: pytest.MonkeyPatch) -> list[str]:
    """Have the queries counted that are sent from here on."""
    engine, counted = engine_finder(), list[str]()
    assert engine is not None
    send = type(engine).run_querystring

    async def counting(self: object, querystring: object, *args: object, **kwargs: object) -> object:
        counted.append(str(querystring))
        return await send(self, querystring, *args, **kwargs)  # type: ignore[arg-type]

    patched.setattr(type(engine), "run_querystring", counting)
    return counted
