"""Claims made from questions: the sentence that the expected answer asserts, or none where a doubt is left."""

from dataclasses import replace

import pytest
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st

from questionnaires.claiming import claim_of, with_claims
from questionnaires.formats import caiq, from_path, hecvat
from questionnaires.formats.spreadsheet import PlainSheet, as_imported, guessed, laid_out
from questionnaires.model import Question, QuestionKind
from questionnaires.values import Given
from questionnaires.wording import claim_made
from tests.questionnaires.formats.books import NOT_HERE, SHARED
from tests.questionnaires.samples import FACTOR, MFA, questionnaire

YES, NO = ("yes",), ("no",)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Do you have a tested plan?", "We have a tested plan."),
        ("Do you or your partners rent servers?", "We or our partners rent servers."),
        ("do  you keep\nlogs for a year", "We keep logs for a year."),
        ("3.2 Do you patch within a week?", "We patch within a week."),
        ("Are you ISO 27001 certified?", "We are ISO 27001 certified."),
        ("Are you wiping old disks?", "We are wiping old disks."),
        ("Have you named a privacy officer?", "We have named a privacy officer."),
        ("Can you restore a single file?", "We can restore a single file."),
        ("Will your company tell us of a breach?", "Our company will tell the customer of a breach."),
        ("Is our data kept apart from yours?", "The customer's data is kept apart from ours."),
        ("May customers audit you?", "Customers may audit us."),
        ("Does your contract allow you to move our data?", "Our contract allows us to move the customer's data."),
        ("Does this product support single sign-on?", "Our product supports single sign-on."),
        ("Is there a desk that answers at night?", "There is a desk that answers at night."),
        ("Has there been an outage?", "There has been an outage."),
    ],
)
def test_vendor_speaks(question: str, claim: str) -> None:
    """“You” are we and “we” are the customer, whatever word the question begins with."""
    assert claim == claim_of(question, YES)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Does your change process include a test?", "Our change process includes a test."),
        ("Does your platform process health data?", "Our platform processes health data."),
        ("Does every tool log out idle users?", "Every tool logs out idle users."),
        ("Does the platform check, filter and forward mail?", "The platform checks, filters and forwards mail."),
        ("Does your tool encrypt files and prevent leaks?", "Our tool encrypts files and prevents leaks."),
        ("Does the site where our data resides have guards?", "The site where the customer's data resides has guards."),
        ("Do teams that own servers patch them weekly?", ""),
        ("Do accounts used for support expire?", "Accounts used for support expire."),
        ("Does your access review process support roles?", ""),
        ("Does your build process run tests?", ""),
        ("Does your team write (or buy) tools?", ""),
        ("Does the lawyer fully zorble the plan?", ""),
    ],
)
def test_verb_is_found(question: str, claim: str) -> None:
    """The verb behind a subject is told from nouns that look like it, and stands as the subject has it; or nothing is said."""
    assert claim == claim_of(question, YES)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        (
            "Are all engineers granted access to card data provided with lessons?",
            "All engineers granted access to card data are provided with lessons.",
        ),
        ("Are dismissed workers' badges blocked?", "Dismissed workers' badges are blocked."),
        ("Are company-owned phones wiped?", "Company-owned phones are wiped."),
        (
            "Are rules for disks used abroad written, approved and kept?",
            "Rules for disks used abroad are written, approved and kept.",
        ),
        ("Are rules written and kept for disks used abroad?", "Rules are written and kept for disks used abroad."),
        ("Is a plan followed to shield data stored abroad?", "A plan is followed to shield data stored abroad."),
        ("Are risks found in tests regularly reviewed?", "Risks found in tests are regularly reviewed."),
        (
            "Are staff working remotely required to use a tunnel?",
            "Staff working remotely are required to use a tunnel.",
        ),
        ("Is a filter in place and monitored?", "A filter is in place and monitored."),
        ("Is a clock being used by all servers?", "A clock is being used by all servers."),
        ("Are copies made available to auditors?", "Copies are made available to auditors."),
        ("Is your data centre SOC 2 certified?", "Our data centre is SOC 2 certified."),
        (
            "Have helpers with keys to the vault completed a course?",
            "Helpers with keys to the vault have completed a course.",
        ),
        ("Are tapes guarded by seals stored in a vault?", ""),
        ("Are tapes used for archives stored in a vault?", ""),
        ("Is consent obtained, and the purpose told, before a call?", ""),
        ("Is your firm a bank?", ""),
        ("Are nurses cross-trained and able to swap?", ""),
    ],
)
def test_subject_ends_where_something_is_said_of_it(question: str, claim: str) -> None:
    """What only describes a noun stays with it; where two readings are left, nothing is said."""
    assert claim == claim_of(question, YES)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Are there any passwords written into your scripts?", "There are no passwords written into our scripts."),
        ("Has there been a breach?", "There has been no breach."),
        ("Are you keeping any passwords in plain text?", "We are not keeping any passwords in plain text."),
        ("Do backups ever leave the country?", "Backups never leave the country."),
        ("Does the system ever print passwords?", "The system never prints passwords."),
        ("Have you ever been fined?", "We have never been fined."),
        ("Is any mail read by machines?", "No mail is read by machines."),
        ("Have any of your staff been convicted?", "None of our staff have been convicted."),
        ("Has a thief taken customer data?", "No thief has taken customer data."),
        ("Does one customer see another's data?", "One customer does not see another's data."),
        ("Can users share accounts?", "Users cannot share accounts."),
        ("Will you sell or rent our data?", "We will not sell or rent the customer's data."),
        ("Are all passwords kept in plain text?", ""),
        ("Does everyone have the master key?", ""),
        ("Do you collect and sell personal data?", ""),
        ("Are disks not encrypted?", ""),
        ("Do you only encrypt laptops?", ""),
        ("Does the system or its tools send mail?", ""),
        ("Does any require a password?", ""),
    ],
)
def test_good_answer_is_no(question: str, claim: str) -> None:
    """Where no is expected the claim denies the whole, and nothing is said where only a part may be denied."""
    assert claim == claim_of(question, NO)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Do you test code (e.g., by fuzzing)?", "We test code."),
        ("Do you test code (for example by fuzzing) at night?", "We test code at night."),
        ("Do you use a second factor (i.e. a token)?", "We use a second factor (i.e. a token)."),
        ("Do you run a data loss prevention (DLP) tool?", "We run a data loss prevention (DLP) tool."),
        ("Do you insure yourselves? If not, describe how you pay.", "We insure ourselves."),
        ("Are you audited? If so, by whom?", "We are audited."),
        ("Do you keep data abroad? (Yes/No)", "We keep data abroad."),
        ("Do you keep data abroad (yes/no)?", "We keep data abroad."),
        ("If you take cards, do you mask numbers?", "If we take cards, we mask numbers."),
        ("For guests without a badge, does your site call a guard?", "For guests without a badge, our site calls a guard."),
        ("In an emergency, can your plant be shut?", "In an emergency, our plant can be shut."),
        ("Do you hold any certificates?", "We hold certificates."),
        ("Do you act upon any change?", "We act upon any change."),
    ],
)  # fmt: skip
def test_what_stands_around_the_question(question: str, claim: str) -> None:
    """Examples and follow-ups go, for a yes claims none of them; conditions and explanations stay."""
    assert claim == claim_of(question)


@pytest.mark.parametrize(
    "question",
    [
        "Describe your backups.",
        "How do you patch?",
        "Which cloud do you use?",
        "Can you explain your backups?",
        "Do you encrypt disks, or are there plans to?",
        "Do you encrypt disks? Do you encrypt tapes?",
        "Is the tape sealed, and are keys rotated?",
        "Do you test, and if so how often?",
        "Do contracts name: a. scope b. price c. term",
        "Are you a controller or a processor?",
        "Are these rules tested?",
        "Are they encrypted?",
        "Do you encrypt them?",
        "Do you have tools for that?",
        "Is such access logged?",
        "Does the process named in KEYS-15 follow a standard?",
        "Is the above written down?",
        "Is the plan tested?",
        "Are the policies and procedures reviewed every year?",
        "Are policies reviewed every year?",
        "Have you treated the identified risks?",
        "Do you test the tools you named?",
        "Do you use any of the following tools?",
        "Do you hold any?",
        "Can we audit you?",
        "Don't you encrypt?",
        "Werden Daten verschlüsselt?",
        "Do you fill in {answer}?",
        f"Do you keep {'very ' * 200}old logs?",
        "",
    ],
)
def test_nothing_is_said(question: str) -> None:
    """What is no single question, asks for words, or leans on its neighbours makes no claim."""
    assert not claim_of(question)
    assert not claim_of(question, NO)


@pytest.mark.parametrize(
    "question", ["Are you aware of any breach?", "Does anyone read the logs?", "Have you ever been robbed?"]
)
def test_yes_to_any_says_nothing(question: str) -> None:
    """“Any” and “ever” only ask; what a yes says is another sentence."""
    assert not claim_of(question, YES)


@pytest.mark.parametrize("expected", [("yes", "no"), ("not_applicable",), ("yes", "not_applicable")])
def test_other_expectations_make_no_claim(expected: tuple[str, ...]) -> None:
    """One sentence cannot be what two answers assert."""
    assert not claim_of("Do you encrypt disks?", expected)


_AT_FIRST = (
    "is",
    "are",
    "do",
    "does",
    "has",
    "can",
    "you",
    "your",
    "any",
    "all",
    "the",
    "a",
    "there",
    "disks",
    "keys",
    "store",
)
_LATER = (
    "stored",
    "kept",
    "being",
    "been",
    "not",
    "never",
    "ever",
    "and",
    "or",
    ",",
    "(",
    ")",
    "to",
    "that",
    "with",
    "of",
    "in",
)
_WORDS = st.sampled_from((*_AT_FIRST, *_LATER, "who", "it", "their", "place", "process"))


@settings(max_examples=400, deadline=None)
@over(st.lists(_WORDS, max_size=12).map(" ".join), st.sampled_from([YES, NO]))
def test_any_words_make_a_sentence_or_nothing(words: str, expected: tuple[str, ...]) -> None:
    """Whatever stands there, a claim begins with a capital and ends with its only full stop."""
    claim = claim_of(f"{words}?", expected)

    assert not claim or (claim[0].isupper() and claim.endswith(".") and claim.count(".") == 1)


def test_only_what_has_no_claim_gets_one() -> None:
    """Claims of an author stay, and questions of other kinds have none."""
    asked = Question("Q1", QuestionKind.YES_NO, "Do you encrypt disks?", expected=YES)

    found = with_claims(questionnaire(asked, MFA, FACTOR))

    assert (replace(asked, claim="We encrypt disks."), MFA, FACTOR) == found.questions


def test_other_languages_are_left_alone() -> None:
    """A questionnaire that says it is in another language comes back as it is."""
    german = replace(questionnaire(replace(MFA, claim="", text="Do you encrypt disks?")), language="de")

    assert german == with_claims(german)


def test_imported_answer_makes_the_claim() -> None:
    """A spreadsheet's yes asserts what its question asks, and its no asserts nothing."""
    rows = (("Question", "Answer"), ("Do you seal your tapes?", "Yes"), ("Which seal?", "Wax"))
    sheet = PlainSheet("Sheet", {number: dict(enumerate(row, 1)) for number, row in enumerate(rows, 1)})

    found = as_imported(laid_out([sheet], guessed([sheet])), "seals", "Seals")

    first = found.questionnaire.questions[0]
    assert "We seal our tapes." == claim_made(first, found.answers[first.ref])
    assert claim_made(first, Given("no")) is None


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
@pytest.mark.parametrize(
    ("path", "least"),
    [("caiq/ccm-caiq-4.0.3-normalized.csv", 0.9), ("caiq/ccm-caiq-4.1.0.json", 0.86), ("hecvat/HECVAT414.xlsx", 0.88)],
)
def test_most_questions_of_real_files_get_a_claim(path: str, least: float) -> None:
    """Nine of ten questions of the files that people send can be checked; the others lean on their neighbours."""
    reader = hecvat.read if path.startswith("hecvat") else caiq.read

    found = reader(from_path(SHARED / path)).questionnaire

    asked = [question for question in found.questions if question.kind is QuestionKind.YES_NO]
    assert least <= sum(bool(question.claim) for question in asked) / len(asked)
