"""The vendor's pages ask the database a fixed number of questions, however long the questionnaire is."""

import pytest
from piccolo.querystring import QueryString

from portal.assessments.answer_queries import load_form, section_page
from portal.assessments.outline import get_section, outline, slugs
from portal.core import piccolo_conf
from portal.core.errors import NotFound
from portal.core.settings import Settings
from questionnaires.bank import questionnaire
from questionnaires.model import ControlArea, Question, QuestionKind, Questionnaire, Section
from tests.cast import Cast
from tests.portal.assessments.sending import filled, sent

pytestmark = pytest.mark.anyio


async def test_a_section_costs_the_same_queries_however_many_questions(
    database: Settings, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loading an empty form of 25 questions, an answered one and one of 100 takes at most seventeen queries each.

    Four of them read what stands in the vendor's other open questionnaire, which is offered here.
    """
    empty, full = await sent(database, cast), await filled(database, cast)
    core = await sent(database, cast, "core")
    counts = []
    engine = piccolo_conf.DB
    plain = type(engine).run_querystring
    queries: list[QueryString] = []

    async def counting(self: object, querystring: QueryString, in_pool: bool = True) -> object:
        queries.append(querystring)
        return await plain(self, querystring, in_pool)  # type: ignore[arg-type]

    monkeypatch.setattr(type(engine), "run_querystring", counting)
    for assessment in (empty, full, core):
        queries.clear()
        form = await load_form(cast.helio.who, assessment.id)
        section_page(form, form.outline.sections[0].slug, 1)
        counts.append(len(queries))

    assert 17 >= max(counts) > 0
    assert counts[0] == counts[2]


def test_sections_are_counted_on_what_applies() -> None:
    """Nothing answered: every section is empty, nothing is required twice, and closed questions do not count."""
    asked = questionnaire("core")

    whole = outline(asked, {})

    assert 0 == whole.answered
    assert whole.total < len(asked.questions)
    assert {"none"} == {section.state for section in whole.sections}
    assert all(section.note == f"0 / {section.total}" for section in whole.sections)


def test_section_addresses_are_plain_and_never_those_of_other_pages() -> None:
    """A key that is no plain word, or the name of another page, is replaced by the section's number."""
    question = Question("Q-1", QuestionKind.TEXT, "What?")
    keys = ("missing", "Über uns", "access", "section-9")
    sections = tuple(Section(key, key, ControlArea.ACCESS, (question,)) for key in keys)
    asked = Questionnaire("own", "Own", sections)

    assert ["section-1", "section-2", "access", "section-4"] == [slug for slug, _ in slugs(asked)]
    assert sections[0] == get_section(asked, "section-1")
    with pytest.raises(NotFound):
        get_section(asked, "missing")
