"""The form on paper: every section on one page, with what is answered filled in and lines to write on for the rest."""

from dataclasses import dataclass
from uuid import UUID

from litestar import Response, get
from litestar.types import ControllerRouterHandler

from portal.assessments.answer_pages import Form
from portal.assessments.answer_queries import load_form
from portal.assessments.cards import Card
from portal.core.pages import render
from portal.core.scope import Can, PortalRequest, allows, principal_of
from questionnaires.model import Question
from questionnaires.saying import condition_words


@dataclass(frozen=True, slots=True)
class PrintedQuestion:
    """One question as it is printed; `condition` says when it is asked, where that is not so at present."""

    card: Card
    condition: str


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """One section with something to print."""

    title: str
    summary: str
    questions: list[PrintedQuestion]


@dataclass(frozen=True, slots=True)
class PrintPage:
    """The whole form; `whole` with the questions that do not apply at present."""

    form: Form
    sections: list[PrintedSection]
    whole: bool

    @property
    def count(self) -> int:
        """How many questions are printed."""
        return sum(len(section.questions) for section in self.sections)


def print_page(form: Form, whole: bool) -> PrintPage:
    """Return what is printed of a form."""
    found = []
    for section in form.questionnaire.sections:
        wanted = [question for question in section.questions if whole or question.ref in form.outline.refs]
        if wanted:
            lines = [PrintedQuestion(form.card(question), _condition(form, question)) for question in wanted]
            found.append(PrintedSection(section.title, section.summary, lines))
    return PrintPage(form, found, whole)


def _condition(form: Form, question: Question) -> str:
    if question.applies_when is None or question.ref in form.outline.refs:
        return ""
    return condition_words(question.applies_when, form.questionnaire)


@get("/answer/{assessment_id:uuid}/print", guards=[allows(Can.answer)], include_in_schema=False)
async def print_form(request: PortalRequest, assessment_id: UUID, all: str = "") -> Response[str]:
    """Show the form as it is printed."""
    form = await load_form(principal_of(request), assessment_id, "print")
    return render(request, "answer/print.html", print_page(form, bool(all)))


ROUTES: list[ControllerRouterHandler] = [print_form]
