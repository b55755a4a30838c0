"""Earlier answers: offered one by one with source and age, taken only by choice, remembered, and never another vendor's."""

import re
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup

from portal.assessments.answer_queries import load_form, section_page
from portal.assessments.answering import save_answer
from portal.assessments.choosing import add_questionnaire
from portal.assessments.colleagues.parts import Part
from portal.assessments.reuse.tables import Reuse
from portal.assessments.sending import Sending, cancel_assessment, send_assessment
from portal.assessments.submitting import submit_assessment
from portal.assessments.tables import Assessment
from portal.core import piccolo_conf
from portal.core.clock import now
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from questionnaires.answering import answer_rows
from questionnaires.controls import parse_reference
from questionnaires.kinds import ControlArea
from questionnaires.model import Question, QuestionKind, Questionnaire, Section
from questionnaires.storing import get_questionnaire
from questionnaires.tables import Answer
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import COMPANY, answer, filled, sent
from tests.portal.assessments.test_answering import HTMX
from tests.portal.assessments.test_colleagues import asked

pytestmark = pytest.mark.anyio


@dataclass(frozen=True, slots=True)
class Years:
    """Last year's questionnaire, handed in, and this year's, to be answered."""

    before: Assessment
    now: Assessment

    @property
    def base(self) -> str:
        """Where this year's is answered."""
        return f"/answer/{self.now.id}"


async def years(settings: Settings, cast: Cast, before: str = "lite", after: str = "lite") -> Years:
    """Hand one questionnaire in and send the next."""
    first = await filled(settings, cast, before)
    await submit_assessment(cast.helio.who, first.id, "Dana Ortiz", "CISO")
    return Years(first, await sent(settings, cast, after))


async def a_question(assessment: Assessment, kind: QuestionKind = QuestionKind.YES_NO) -> tuple[str, str]:
    """Return the reference and section of a question that is always asked."""
    questionnaire = await get_questionnaire(assessment.questionnaire)
    return next(
        (q.ref, s.key) for s in questionnaire.sections for q in s.questions if q.kind is kind and not q.applies_when
    )


async def test_an_offer_shows_words_source_and_age_and_fills_nothing_in(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """At the question stand the words, who gave them when and where; no answer is there until somebody chooses."""
    both = await years(database, cast)
    ref, slug = await a_question(both.now)
    await Answer.update({Answer.answered_at: now() - timedelta(days=400)}, force=True)
    await browser.become(cast.helio.who)

    page = BeautifulSoup((await browser.get(f"{both.base}/{slug}")).text, "html.parser")
    card = page.select_one(f"#q-{ref}")

    assert card is not None
    words = " ".join(card.get_text(" ").split())
    assert "You answered this before: Yes" in words
    assert f"Dana Ortiz in “{both.before.title}”" in words
    assert "400 days ago" in words
    assert "Older than a year" in words
    assert ["Use it", "Use and change", "Not this"] == [tag.get_text() for tag in card.select(".suggestion .btn")]
    assert not card.select("input[name=answer][checked]")
    assert {} == await answer_rows(both.now.response)


async def test_using_one_makes_it_the_answer_and_keeps_its_source(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """With scripts off: it stands under the name of whoever took it; vendor and company see where it is from."""
    both = await years(database, cast)
    ref, slug = await a_question(both.now)
    await browser.become(cast.helio.who)
    place = {"source": str(both.before.id), "source_ref": ref}
    used = await browser.submit(f"{both.base}/reuse/{ref}", {**place, "choice": "use"})
    section = await browser.get(f"{both.base}/{slug}")
    twice = await browser.submit(f"{both.base}/reuse/{ref}", {**place, "choice": "use"})
    put_away = await browser.submit(f"{both.base}/reuse/{ref}", {**place, "choice": "refuse"})
    audited = await AuditEntry.objects().order_by(AuditEntry.id, ascending=False).first()
    await browser.become(cast.reviewer)
    staff = await browser.get(f"/assessments/{both.now.id}")
    await save_answer(cast.helio.who, both.now.id, ref, {"answer": ["no"]}, 1)
    changed = await browser.get(f"/assessments/{both.now.id}")

    year = (await answer_rows(both.before.response))[ref].answered_at.year
    row = (await answer_rows(both.now.response))[ref]
    assert (303, f"{both.base}/{slug}#q-{ref}") == (used.status_code, used.headers["location"])
    assert "no" == (row.given.value if row.given else "")
    assert f"Taken from “{both.before.title}” of {year}, unchanged" in section.text
    assert {409} == {twice.status_code, put_away.status_code}
    assert audited is not None
    assert "earlier_answer.taken" == audited.action
    assert f"Taken from “{both.before.title}” of {year}, unchanged" in staff.text
    assert f"Taken from “{both.before.title}” of {year}, changed" in changed.text


async def test_use_and_change_opens_the_fields_and_remembers_the_source(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """The fields hold the earlier answer, nothing is saved by looking; what is saved then names its source as changed."""
    both = await years(database, cast)
    ref, slug = await a_question(both.now, QuestionKind.TEXT)
    await browser.become(cast.helio.who)

    page = BeautifulSoup((await browser.get(f"{both.base}/{slug}?earlier={ref}")).text, "html.parser")
    form = page.select_one(f"#q-{ref} form[action$='/questions/{ref}']")
    assert form is not None
    hidden = {str(tag["name"]): str(tag["value"]) for tag in form.select("input[name^=source]")}
    before = await answer_rows(both.now.response)
    saved = await answer(browser, both.now.id, ref, "As our new handbook says.", 0, **hidden)
    again = await answer(browser, both.now.id, ref, "As our newest handbook says.", 1, **hidden)
    shown = await browser.get(f"{both.base}/{slug}")

    assert "As our handbook says." == form.select_one("textarea[name=answer]").get_text()  # type: ignore[union-attr]
    assert "Save this answer" in form.get_text()
    assert {} == before
    assert (303, 303) == (saved, again)
    assert 1 == await Reuse.count()
    assert re.search(r"Taken from “.*” of \d{4}, changed", shown.text)


async def test_one_put_away_is_not_offered_again(browser: Browser, database: Settings, cast: Cast) -> None:
    """With scripts on the card comes back without the offer; the rest of the offers stay."""
    both = await years(database, cast)
    ref, slug = await a_question(both.now)
    await browser.become(cast.helio.who)
    listed = await browser.get(f"{both.base}/reuse")
    token = await browser.token()
    refused = await browser.client.post(
        f"{both.base}/reuse/{ref}",
        data={"source": str(both.before.id), "source_ref": ref, "choice": "refuse"},
        headers={**HTMX, "x-csrftoken": token},
    )
    after = await browser.get(f"{both.base}/reuse")

    assert f'id="q-{ref}"' in listed.text
    assert 200 == refused.status_code
    assert "You answered this before" not in refused.text
    assert f'id="q-{ref}"' not in after.text
    assert "You answered this before" in after.text
    assert {} == await answer_rows(both.now.response)
    assert slug in after.text


async def test_a_withdrawn_answer_is_offered_anew_and_its_source_forgotten(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Whoever empties the answer has not refused the earlier one; what is typed instead is not said to be taken."""
    both = await years(database, cast)
    ref, slug = await a_question(both.now)
    await browser.become(cast.helio.who)
    await browser.submit(
        f"{both.base}/reuse/{ref}", {"source": str(both.before.id), "source_ref": ref, "choice": "use"}
    )
    await save_answer(cast.helio.who, both.now.id, ref, {"answer": [""]}, 1)
    emptied = await browser.get(f"{both.base}/{slug}")
    await save_answer(cast.helio.who, both.now.id, ref, {"answer": ["no"]}, 2)
    typed = await browser.get(f"{both.base}/{slug}")

    assert f"Use the earlier answer to {ref}" in emptied.text
    assert "Taken from" not in typed.text


async def test_another_vendors_answers_are_never_offered_nor_taken(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Corvid answers the same questionnaire: nothing of Helio's is shown, and naming it in a form takes nothing."""
    both = await years(database, cast)
    ref, slug = await a_question(both.now)
    wanted = Sending(cast.corvid.vendor.id, "lite", None, contact=cast.corvid.contact.id)
    theirs = await send_assessment(database, COMPANY, cast.reviewer, wanted)
    await browser.become(cast.corvid.who)
    place = {"source": str(both.before.id), "source_ref": ref}

    page = await browser.get(f"/answer/{theirs.id}/{slug}")
    taken = await browser.submit(f"/answer/{theirs.id}/reuse/{ref}", {**place, "choice": "use"})
    saved = await answer(browser, theirs.id, ref, "yes", 0, **place)

    assert "before:" not in page.text
    assert 409 == taken.status_code
    assert 303 == saved
    assert 0 == await Reuse.count()
    assert "Helio" not in page.text


async def test_answers_of_another_open_questionnaire_are_offered_as_such(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """They are marked as not handed in yet, can be taken, and what was handed in goes before them."""
    both = await years(database, cast)
    ref, _ = await a_question(both.now)
    third = await sent(database, cast)
    text, _ = await a_question(both.now, QuestionKind.TEXT)
    await Answer.delete().where((Answer.response == both.before.response) & (Answer.question == text))
    for one, words in ((ref, "no"), (text, "In another one.")):
        await save_answer(cast.helio.who, third.id, one, {"answer": [words]}, 0)
    await browser.become(cast.helio.who)

    page = BeautifulSoup((await browser.get(f"{both.base}/reuse")).text, "html.parser")
    marked = [card["id"] for card in page.select("section.question") if "Not handed in yet" in card.get_text()]
    place = {"source": str(third.id), "source_ref": text, "choice": "use"}
    used = await browser.submit(f"{both.base}/reuse/{text}", place)

    row = (await answer_rows(both.now.response))[text]
    assert [f"q-{text}"] == marked
    assert "You answered this in another open questionnaire:" in page.get_text()
    assert 303 == used.status_code
    assert "In another one." == (row.given.value if row.given else "")


async def test_a_cancelled_or_foreign_open_questionnaire_offers_nothing(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Neither what was called off, nor what another vendor is still answering, nor can it be taken by its address."""
    open_now, called_off = await sent(database, cast), await sent(database, cast)
    ref, _ = await a_question(open_now)
    wanted = Sending(cast.corvid.vendor.id, "lite", contact=cast.corvid.contact.id)
    foreign = await send_assessment(database, COMPANY, cast.reviewer, wanted)
    await save_answer(cast.corvid.who, foreign.id, ref, {"answer": ["no"]}, 0)
    await save_answer(cast.helio.who, called_off.id, ref, {"answer": ["yes"]}, 0)
    await cancel_assessment(cast.reviewer, called_off.id)
    await browser.become(cast.helio.who)

    offered = await browser.get(f"/answer/{open_now.id}/reuse")
    place = {"source_ref": ref, "choice": "use"}
    url = f"/answer/{open_now.id}/reuse/{ref}"
    taken = [await browser.submit(url, {**place, "source": str(one.id)}) for one in (foreign, called_off)]

    assert "No earlier answer waits" in offered.text
    assert [409, 409] == [answer.status_code for answer in taken]
    assert {} == await answer_rows(open_now.response)


async def test_a_related_question_is_only_a_start(browser: Browser, database: Settings, cast: Cast) -> None:
    """Through shared controls another set's answer is offered to be changed, with its question's words, never as it is."""
    for key, text in (
        ("first", "Is an approved policy in force?"),
        ("second", "Is your policy approved by the board?"),
    ):
        question = Question(f"{key}-1", QuestionKind.YES_NO, text, controls=(parse_reference("ISO A.5.1"),))
        section = Section("all", "All", ControlArea.GOVERNANCE, (question,))
        await add_questionnaire(cast.reviewer, Questionnaire(key, key.capitalize(), (section,)))
    both = await years(database, cast, "first", "second")
    [related] = (await load_form(cast.helio.who, both.now.id)).offers.values()
    await browser.become(cast.helio.who)
    card = await browser.get(f"{both.base}/questions/{related.ref}", **HTMX)
    place = {"source": str(both.before.id), "source_ref": related.question.ref}
    taken = await browser.submit(f"{both.base}/reuse/{related.ref}", {**place, "choice": "use"})

    assert "You answered a related question before" in card.text
    assert BeautifulSoup(card.text, "html.parser").find(string=f"“{related.question.text}”")
    assert "Use it<" not in card.text
    assert "ISO A.5.1" == related.shared
    assert 409 == taken.status_code
    assert {} == await answer_rows(both.now.response)


async def test_documents_go_along_unless_they_have_expired_or_are_gone(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """A question for a document offers the same documents; taken, they stand behind it again."""
    both = await years(database, cast)
    form = await load_form(cast.helio.who, both.now.id)
    files = [ref for ref in form.offers if form.questionnaire.find_question(ref).kind is QuestionKind.FILE]  # type: ignore[union-attr]
    earlier_rows = await answer_rows(both.before.response)
    asked_here = [q.ref for q in form.questionnaire.questions if q.kind is QuestionKind.FILE and q.ref in earlier_rows]
    await browser.become(cast.helio.who)
    taken = [
        (
            await browser.submit(
                f"{both.base}/reuse/{ref}", {"source": str(both.before.id), "source_ref": ref, "choice": "use"}
            )
        ).status_code
        for ref in files
    ]
    rows = await answer_rows(both.now.response)

    assert set(files) == set(asked_here) & form.applicable
    assert [303] * len(files) == taken
    assert [earlier_rows[ref].given for ref in files] == [rows[ref].given for ref in files]


async def test_a_colleague_is_offered_answers_to_the_very_question_only(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """For their part the earlier answer to the same question; nothing from elsewhere, and nothing outside the part."""
    both = await years(database, cast)
    ref, _ = await a_question(both.now)
    who = await asked(database, cast, both.now, Part(refs=(ref,)))
    await browser.become(who)
    form = await load_form(who, both.now.id)
    others = [q.ref for q in form.questionnaire.questions if q.ref != ref]
    place = {"source": str(both.before.id), "choice": "use"}

    foreign = {
        (await browser.submit(f"{both.base}/reuse/{other}", {**place, "source_ref": other})).status_code
        for other in others[:6]
    }
    own = await browser.submit(f"{both.base}/reuse/{ref}", {**place, "source_ref": ref})

    assert {ref} == set(form.offers)
    assert foreign <= {403, 404}
    assert 303 == own.status_code
    assert {ref} == set(await answer_rows(both.now.response))
    assert "Li Wei" == (await answer_rows(both.now.response))[ref].answered_by


async def test_offers_cost_the_same_queries_however_many_there_are(
    database: Settings, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form of 25 questions and one of 100, with one earlier response and with three, take the same queries."""
    small = await years(database, cast)
    counts = [await _queries(cast, small.now.id, monkeypatch)]
    large = await years(database, cast, "core", "core")
    counts.append(await _queries(cast, large.now.id, monkeypatch))

    assert counts[0] == counts[1] <= 17


async def test_what_came_back_can_be_answered_from_before_and_the_rest_cannot(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """In a submitted questionnaire nothing is offered any more."""
    both = await years(database, cast)
    await Assessment.update({Assessment.state: "in_review"}).where(Assessment.id == both.now.id)
    ref, slug = await a_question(both.now)
    await browser.become(cast.helio.who)
    place = {"source": str(both.before.id), "source_ref": ref}

    page = await browser.get(f"{both.base}/{slug}")
    taken = await browser.submit(f"{both.base}/reuse/{ref}", {**place, "choice": "use"})

    assert "before:" not in page.text
    assert 409 == taken.status_code


async def test_the_library_has_the_newest_answer_to_each_question(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Handed in twice, a question stands there once; words find it; another vendor and a colleague see nothing of it."""
    both = await years(database, cast)
    ref, _ = await a_question(both.now, QuestionKind.TEXT)
    third = await filled(database, cast)
    row = (await answer_rows(third.response))[ref]
    await save_answer(cast.helio.who, third.id, ref, {"answer": ["Our newest words."]}, row.revision)
    await submit_assessment(cast.helio.who, third.id, "Dana Ortiz", "CISO")
    await browser.become(cast.helio.who)
    shown = await browser.get("/answer/own?page=9")
    found = await browser.get("/answer/own?q=newest+words")
    none = await browser.get("/answer/own?q=zebra")
    home = await browser.get("/answer")
    await browser.become(cast.corvid.who)
    foreign = await browser.get("/answer/own")
    await browser.become(await asked(database, cast, both.now, Part(whole=True)))
    colleague = await browser.get("/answer/own")

    assert shown.text.count("Our newest words.") == found.text.count("Our newest words.") == 1
    assert "answered 2 times" in found.text
    assert "No answer has these words" in none.text
    assert "/answer/own" in home.text
    assert "No answers yet" in foreign.text
    assert 404 == colleague.status_code


async def _queries(cast: Cast, assessment: UUID, monkeypatch: pytest.MonkeyPatch) -> int:
    engine, counted = piccolo_conf.DB, list[object]()
    plain = type(engine).run_querystring

    async def counting(self: object, querystring: object, in_pool: bool = True) -> object:
        counted.append(querystring)
        return await plain(self, querystring, in_pool)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(type(engine), "run_querystring", counting)
        form = await load_form(cast.helio.who, assessment)
        section_page(form, form.outline.sections[0].slug, 1)
    assert form.offers
    return len(counted)
