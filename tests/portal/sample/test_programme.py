"""The sample programme: its people, vendors and answers."""

import pytest

from portal.core.scope import Role
from portal.sample.programme import SampleState, SampleVendor, load_programme
from questionnaires.bank import questionnaire
from questionnaires.branching import applicable_questions, missing
from questionnaires.parsing import parse_given
from questionnaires.values import Given
from tests.portal.sample.conftest import TODAY

VENDORS = {vendor.slug: vendor for vendor in load_programme().vendors}
ANSWERED = [vendor for vendor in VENDORS.values() if vendor.assessment and vendor.assessment.answers]


def parsed(vendor: SampleVendor) -> dict[str, Given]:
    """Return the vendor's answers as the portal would store them."""
    assert vendor.assessment is not None
    asked = {question.ref: question for question in questionnaire(vendor.assessment.questionnaire).questions}
    return {given.ref: parse_given(asked[given.ref], given.raw) for given in vendor.assessment.given(TODAY)}


def test_there_is_one_person_for_each_role() -> None:
    """Every role can be tried out."""
    roles = [person.role for person in load_programme().people]

    assert sorted(roles) == sorted({role for role in Role if not role.outside})


def test_every_state_is_shown_by_a_vendor() -> None:
    """Each state that a vendor can be in is there to be looked at."""
    assert set(SampleState) == {vendor.state for vendor in VENDORS.values()}


def test_requirements_point_to_questions_of_the_core_set() -> None:
    """The standard names only questions that exist."""
    refs = {question.ref for question in questionnaire("core").questions}

    assert {ref for requirement in load_programme().standard for ref in requirement.questions} <= refs


@pytest.mark.parametrize("vendor", ANSWERED, ids=lambda vendor: vendor.slug)
def test_answers_fit_their_questions(vendor: SampleVendor) -> None:
    """Every answer parses by its question's kind and stands on a question that applies."""
    assert vendor.assessment is not None
    given = parsed(vendor)

    applicable = applicable_questions(questionnaire(vendor.assessment.questionnaire), given)

    assert set(given) <= {question.ref for question in applicable}


@pytest.mark.parametrize("vendor", ANSWERED, ids=lambda vendor: vendor.slug)
def test_what_was_submitted_is_complete(vendor: SampleVendor) -> None:
    """Nobody could submit with a required question open, and the half answered one is really half answered."""
    assert vendor.assessment is not None
    given = parsed(vendor)

    lacking = missing(questionnaire(vendor.assessment.questionnaire), given)

    if vendor.state is SampleState.in_progress:
        assert 0.3 < len(given) / (len(given) + len(lacking)) < 0.7
    else:
        assert lacking == []


def test_helio_answers_the_whole_core_set() -> None:
    """The vendor that waits for review has about ninety answers."""
    assert len(parsed(VENDORS["helio-payments"])) >= 90


@pytest.mark.parametrize("vendor", ANSWERED, ids=lambda vendor: vendor.slug)
def test_answers_point_to_the_vendors_own_documents(vendor: SampleVendor) -> None:
    """Evidence of an answer is a document that this vendor uploaded, and its author is one of its contacts."""
    assert vendor.assessment is not None
    answers = vendor.assessment.given(TODAY)

    assert {name for answer in answers for name in answer.evidence} <= {document.name for document in vendor.documents}
    asked = {one.email for one in vendor.assessment.colleagues} if vendor.assessment else set()
    assert {answer.by for answer in answers} <= {contact.email for contact in vendor.contacts} | asked


@pytest.mark.parametrize("vendor", VENDORS.values(), ids=lambda vendor: vendor.slug)
def test_an_assessment_names_a_service_and_a_contact(vendor: SampleVendor) -> None:
    """What was sent went to a contact, for a service of this vendor."""
    if vendor.assessment is not None:
        assert vendor.assessment.service in {service.name for service in vendor.services}
        assert vendor.assessment.contact in {contact.email for contact in vendor.contacts}
