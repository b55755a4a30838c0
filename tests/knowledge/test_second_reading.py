"""The second reader lowers by itself, raises together with the heads, and finds exceptions that they cannot know."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from knowledge import second_reading
from knowledge.cross_encoder.reading import Read
from knowledge.evidence import Candidate, Pages, Place, candidates
from knowledge.facts import DocumentFacts, EvidenceKind, Fact
from knowledge.second_reading import Reads, is_worth, leaning, nobody, otherwise_read, passage_of
from knowledge.stances.judging import Told
from knowledge.verdicts import POSSIBLE_CONFLICT, POSSIBLY_SAID, VerdictState, Weighed
from knowledge.weighing import weigh

TODAY = date(2026, 11, 21)
DOCUMENT = uuid4()
PLAN = "There is a written incident response plan."
BY_RULE = "The vendor maintains a written incident response plan."
IN_OTHER_WORDS = "What to do in an emergency is laid down in a handbook."
SO, BUT, AGAINST, BESIDE = (
    Read(0.96, 0.02, 0.01, 0.01),
    Read(0.1, 0.8, 0.05, 0.05),
    Read(0, 0, 0.97, 0.03),
    Read(0, 0, 0, 1),
)
SURE_SO, SURE_AGAINST = Told(0.95, 0.01, 0.0, 3.0, 0.6), Told(0.01, 0.95, 0.0, 3.0, 0.6)
AHEAD, HALF = Told(0.02, 0.02, 0.0, 3.0, 0.5), Read(0.4, 0.4, 0.1, 0.1)  # of no other statement; no reader is sure
UNSURE = Told(0.06, 0.06, 0.0, -2.0, 0.3)


def found_on(text: str) -> tuple[list[Candidate], Pages]:
    """Return the sentences of a page that is all text."""
    place = Place(DOCUMENT, "overview.pdf", 1, "1", 0, len(text))
    pages = {(DOCUMENT, 1): text}
    return candidates([place], pages), pages


def weighed(text: str, told: Told, seen: Read | None) -> Weighed:
    """Weigh a page against the claim, the heads and the second reader saying so of each sentence."""
    found, pages = found_on(text)
    reads: Reads = nobody if seen is None else lambda candidate: seen
    heads = {candidate.key: told for candidate in found}
    return weigh(PLAN, "", found, pages, {DOCUMENT: None}, TODAY, told=heads, reads=reads)


@pytest.mark.parametrize(
    ("text", "told", "seen", "expected"),
    [
        (BY_RULE, UNSURE, None, VerdictState.SUPPORTED),
        (BY_RULE, UNSURE, SO, VerdictState.SUPPORTED),
        (BY_RULE, UNSURE, BUT, VerdictState.SUPPORTED_WITH_EXCEPTION),
        (BY_RULE, UNSURE, BESIDE, VerdictState.NOT_EVIDENCED),
        (BY_RULE, SURE_AGAINST, AGAINST, VerdictState.NOT_EVIDENCED),
        (IN_OTHER_WORDS, SURE_SO, None, VerdictState.SUPPORTED),
        (IN_OTHER_WORDS, SURE_SO, SO, VerdictState.SUPPORTED),
        (IN_OTHER_WORDS, SURE_SO, BUT, VerdictState.SUPPORTED_WITH_EXCEPTION),
        (IN_OTHER_WORDS, SURE_SO, BESIDE, VerdictState.NOT_EVIDENCED),
        (IN_OTHER_WORDS, UNSURE, SO, VerdictState.NOT_EVIDENCED),
        (IN_OTHER_WORDS, UNSURE, AGAINST, VerdictState.NOT_EVIDENCED),
        (IN_OTHER_WORDS, AHEAD, BUT, VerdictState.SUPPORTED_WITH_EXCEPTION),
        (IN_OTHER_WORDS, AHEAD, HALF, VerdictState.NOT_EVIDENCED),
        (IN_OTHER_WORDS, SURE_AGAINST, AGAINST, VerdictState.CONTRADICTED),
        (IN_OTHER_WORDS, SURE_AGAINST, BESIDE, VerdictState.NOT_EVIDENCED),
    ],
)
def test_both_readers_come_to_a_verdict(text: str, told: Told, seen: Read | None, expected: VerdictState) -> None:
    """Either may keep the other from raising; the second one takes a support away that rules found."""
    assert expected is weighed(text, told, seen).state


def test_a_denial_of_another_questions_matter_is_shown_to_a_person() -> None:
    """Heads know which question the words are about; these deny that one's claim."""
    text = "There is no written incident response plan for the canteen."

    half = Read(0.05, 0.05, 0.7, 0.2)
    own = weighed(text, replace(UNSURE, ahead=1.0), half)
    others = weighed(text, replace(UNSURE, ahead=-3.0), half)
    surely = weighed(text, replace(UNSURE, ahead=-3.0), AGAINST)

    assert [VerdictState.CONTRADICTED] * 2 == [own.state, surely.state]
    assert VerdictState.NOT_EVIDENCED is others.state
    assert others.reason.startswith(POSSIBLE_CONFLICT)


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        (BY_RULE, SO, VerdictState.SUPPORTED),
        (BY_RULE, Read(0.8, 0.05, 0.05, 0.1), VerdictState.NOT_EVIDENCED),
        (BY_RULE, BUT, VerdictState.NOT_EVIDENCED),
        (BY_RULE, BESIDE, VerdictState.NOT_EVIDENCED),
        (IN_OTHER_WORDS, SO, VerdictState.NOT_EVIDENCED),
        ("There is no written incident response plan.", AGAINST, VerdictState.CONTRADICTED),
        ("There is no written incident response plan.", BESIDE, VerdictState.NOT_EVIDENCED),
    ],
)
def test_of_a_claim_nothing_was_learnt_of_rules_decide_what_the_second_reader_sees(
    text: str, seen: Read, expected: VerdictState
) -> None:
    """It raises nothing by itself, since no outcomes tell how often it would be right."""
    found, pages = found_on(text)

    decided = weigh(PLAN, "", found, pages, {DOCUMENT: None}, TODAY, reads=lambda _: seen)

    assert expected is decided.state


def test_a_denial_of_a_claim_nothing_was_learnt_of_is_a_possible_conflict_unless_it_is_seen_twice() -> None:
    """A person reads the words that rules take for a denial."""
    found, pages = found_on("There is no written incident response plan.")

    doubted = weigh(PLAN, "", found, pages, {DOCUMENT: None}, TODAY, reads=lambda _: BESIDE)

    assert doubted.reason.startswith(POSSIBLE_CONFLICT)
    assert doubted.quotes


@pytest.mark.parametrize(("seen", "shown"), [(SO, POSSIBLY_SAID), (AGAINST, POSSIBLE_CONFLICT)])
def test_words_that_only_the_second_reader_takes_for_such_a_claim_are_shown_to_a_person(seen: Read, shown: str) -> None:
    """They decide nothing: no outcomes tell how often that would be right."""
    found, pages = found_on("The night shift takes part in the emergency exercises.")
    claim = "Emergency drills are held with the night shift."

    decided = weigh(claim, "", found, pages, {DOCUMENT: None}, TODAY, reads=lambda _: seen)
    unread = weigh(claim, "", found, pages, {DOCUMENT: None}, TODAY, reads=lambda _: BESIDE)

    assert VerdictState.NOT_EVIDENCED is decided.state is unread.state
    assert shown in decided.reason
    assert [found[0].sentence.flat] == [quote.text for quote in decided.quotes]
    assert not unread.quotes


def test_a_point_in_time_is_no_time_to_recover_in_however_sure_readers_are() -> None:
    """Both are told in hours, and the words are near each other."""
    claim = "The recovery time objective of the service is 8 hours."

    def state(text: str) -> VerdictState:
        found, pages = found_on(text)
        told = {found[0].key: SURE_SO}
        return weigh(claim, "", found, pages, {DOCUMENT: None}, TODAY, told=told, reads=lambda _: SO).state

    assert VerdictState.SUPPORTED is state("For Trameo, an RTO of six hours is kept.")
    assert VerdictState.NOT_EVIDENCED is state("For Trameo, a recovery point objective of six hours is kept.")


@pytest.mark.parametrize("seen", [SO, BUT, AGAINST, BESIDE])
@pytest.mark.parametrize("told", [SURE_SO, SURE_AGAINST, UNSURE])
def test_quotes_are_the_documents_own_words(told: Told, seen: Read) -> None:
    """Whatever readers make of it, what is quoted stands on the page."""
    text = f"{IN_OTHER_WORDS} The chapter on ransomware is still missing from it."

    quotes = weighed(text, told, seen).quotes

    assert [quote.text for quote in quotes] == [text[quote.start : quote.end] for quote in quotes]


def test_the_sentence_after_it_is_read_as_well() -> None:
    """It may take something back, unless it stands in another paragraph."""
    together, _ = found_on(f"{IN_OTHER_WORDS} Its chapter on ransomware is missing.")
    apart, _ = found_on(f"{IN_OTHER_WORDS}\n\nIts chapter on ransomware is missing.")

    assert f"{IN_OTHER_WORDS} Its chapter on ransomware is missing." == passage_of(together[0])
    assert IN_OTHER_WORDS == passage_of(apart[0])


def test_words_that_other_statements_claim_more_strongly_raise_less() -> None:
    """A denial of another matter is no denial of this one."""
    own = leaning(Told(0.01, 0.6, 0.0, 3.0, 0.5), AGAINST)
    others = leaning(Told(0.01, 0.6, 0.0, -3.0, 0.1), AGAINST)

    assert own.against > others.against
    assert not others.is_against


def test_what_heads_see_nothing_in_is_read_again_only_if_it_is_near() -> None:
    """A page has many sentences; most are about something else."""
    assert not is_worth(Told(0.01, 0.02, 0.0, 0.0, 0.2))
    assert is_worth(Told(0.0, 0.0, 0.4))
    assert is_worth(Told(0.0, 0.0, 0.0, -3.0, 0.5))


def test_what_may_deny_a_claim_is_shown_to_a_person() -> None:
    """Where readers are not sure enough to say so, the words stand under a verdict that decides nothing."""
    doubtful = weighed(IN_OTHER_WORDS, Told(0.02, 0.05, 0.0, 3.0, 0.4), Read(0.2, 0.05, 0.6, 0.15))

    assert VerdictState.NOT_EVIDENCED is doubtful.state
    assert doubtful.reason.startswith(POSSIBLE_CONFLICT)
    assert [IN_OTHER_WORDS] == [quote.text for quote in doubtful.quotes]


def test_what_an_auditor_did_to_test_a_control_denies_nothing() -> None:
    """It reads like a denial: what was attempted is what should not be possible."""
    procedure = "Attempted to handle an emergency without looking at any plan."

    assert (
        VerdictState.CONTRADICTED is weighed("Emergencies are handled without any plan.", SURE_AGAINST, AGAINST).state
    )
    assert VerdictState.NOT_EVIDENCED is weighed(procedure, SURE_AGAINST, AGAINST).state


def test_what_is_taken_back_beside_a_plain_support_is_shown_by_itself_only() -> None:
    """Only the second reader sees it, and another sentence says the claim outright: that one is not read down."""
    text = f"{BY_RULE}\n\n{IN_OTHER_WORDS}"
    found, pages = found_on(text)
    told = {each.key: AHEAD for each in found}

    both = weigh(PLAN, "", found, pages, {DOCUMENT: None}, TODAY, told=told,
                 reads=lambda each: SO if each.said == BY_RULE else BUT)  # fmt: skip

    assert VerdictState.SUPPORTED is both.state


def test_what_takes_something_back_is_shown_beside_what_it_takes_it_from() -> None:
    """The second reader sees it in both sentences together: the one that says so, and the next."""
    later = "Its chapter on ransomware is missing."
    found, pages = found_on(f"{IN_OTHER_WORDS} {later}")

    both = weigh(PLAN, "", found, pages, {DOCUMENT: None}, TODAY, told={found[0].key: AHEAD},
                 reads=lambda each: BUT if each.at + 1 < len(each.sentences) else HALF,
                 turns=lambda first, second: 1.0)  # fmt: skip

    assert VerdictState.SUPPORTED_WITH_EXCEPTION is both.state
    assert [IN_OTHER_WORDS, later] == [quote.text for quote in both.quotes]


def test_a_row_of_a_table_supports_by_rules_where_it_is_read_so_too() -> None:
    """Its cells seldom say by themselves what they are about, and rules compare no more than their values."""
    (candidate,), pages = found_on(BY_RULE)
    row = replace(candidate, sentences=(replace(candidate.sentence, whole=False),))

    def state(seen: Read) -> VerdictState:
        return weigh(
            PLAN, "", [row], pages, {DOCUMENT: None}, TODAY, told={row.key: UNSURE}, reads=lambda _: seen
        ).state

    assert VerdictState.SUPPORTED is state(Read(0.4, 0.2, 0.1, 0.3))
    assert VerdictState.NOT_EVIDENCED is state(Read(0.3, 0.1, 0.2, 0.4))
    assert VerdictState.NOT_EVIDENCED is state(AGAINST)


def test_that_something_happened_denies_nothing_where_it_is_not_named() -> None:
    """What it was stands in another sentence, and may be quite another matter."""
    text = "In the last year this happened 14 times; two cases led to warnings."
    found, pages = found_on(text)
    claim = "No security incident has affected customer data in the last twenty-four months."

    state = weigh(
        claim, "", found, pages, {DOCUMENT: None}, TODAY, told={found[0].key: SURE_AGAINST}, reads=lambda _: AGAINST
    ).state

    assert VerdictState.NOT_EVIDENCED is state


def test_what_is_told_of_a_year_long_past_is_left_to_a_person() -> None:
    """The year before this one is the one that reports of today are about."""

    def state(text: str) -> VerdictState:
        found, pages = found_on(text)
        return weigh("Access rights were reviewed.", "", found, pages, {DOCUMENT: None}, TODAY).state

    assert VerdictState.SUPPORTED is state("During 2025, access rights were reviewed.")
    assert VerdictState.NOT_EVIDENCED is state("During 2021, access rights were reviewed.")


def test_a_row_is_read_with_what_stands_over_it() -> None:
    """ "Wiki, every month" tells nothing of what is done every month."""
    (candidate,), _ = found_on(BY_RULE)
    row = replace(candidate, sentences=(replace(candidate.sentence, heading="Backups Data How often", whole=False),))

    assert f"Backups Data How often: {BY_RULE}" == otherwise_read(row)
    assert BY_RULE == otherwise_read(candidate)


def test_a_row_denies_where_both_readers_see_it() -> None:
    """What is no whole sentence may be as plain as one."""
    (candidate,), pages = found_on("A plan for emergencies has never been written down.")
    row = replace(candidate, sentences=(replace(candidate.sentence, whole=False),))

    def state(told: Told, seen: Read) -> VerdictState:
        return weigh(PLAN, "", [row], pages, {DOCUMENT: None}, TODAY, told={row.key: told}, reads=lambda _: seen).state

    assert VerdictState.CONTRADICTED is state(SURE_AGAINST, AGAINST)
    assert VerdictState.NOT_EVIDENCED is state(SURE_AGAINST, SO)
    assert VerdictState.NOT_EVIDENCED is state(SURE_SO, AGAINST)


def test_what_is_said_of_another_service_is_not_contradicted_by_readers_alone() -> None:
    """It is shown where it is said; only a reader that is very sure would be heard against it."""
    elsewhere = uuid4()
    found = found_on("Emergencies are handled by whoever is around.")[0]
    other, pages = found_on(BY_RULE)
    moved = [replace(each, place=replace(each.place, document_id=elsewhere)) for each in other]
    facts = DocumentFacts(EvidenceKind.SOC_REPORT, scope=Fact("Ledger Archive", "Ledger Archive", 1))
    told = {each.key: SURE_SO if each in moved else Told(0.0, 0.6, 0.0, 3.0, 0.4) for each in (*found, *moved)}
    reads: Reads = lambda each: SO if each in moved else AGAINST  # noqa: E731

    verdict = weigh(
        PLAN,
        "Payroll",
        [*found, *moved],
        {**pages, (elsewhere, 1): BY_RULE, (DOCUMENT, 1): found[0].page_text},
        {DOCUMENT: None, elsewhere: facts},
        TODAY,
        told=told,
        reads=reads,
    )

    assert VerdictState.OUT_OF_SCOPE is verdict.state


def test_a_denial_by_words_is_doubted_where_it_is_read_as_the_claim() -> None:
    """ "No store is unencrypted" denies nothing."""
    claim = "Customer data is encrypted at rest in all data stores."
    found, pages = found_on("No data store with customer data is unencrypted.")

    def state(seen: Read) -> VerdictState:
        told = {found[0].key: UNSURE}
        return weigh(claim, "", found, pages, {DOCUMENT: None}, TODAY, told=told, reads=lambda _: seen).state

    assert (VerdictState.CONTRADICTED, VerdictState.NOT_EVIDENCED) == (state(AGAINST), state(SO))


LAST_TEST = "The last penetration test of the service was completed on 14 March 2026."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The most recent penetration test was completed on 2 July 2025.", VerdictState.CONTRADICTED),
        ("A penetration test was completed on 2 July 2025.", VerdictState.NOT_EVIDENCED),
    ],
)
def test_the_last_time_has_one_day(said: str, expected: VerdictState) -> None:
    """Another day is that of another time, unless it is said of the last one too."""
    found, pages = found_on(said)
    told = {found[0].key: SURE_SO}

    assert expected is weigh(LAST_TEST, "", found, pages, {DOCUMENT: None}, TODAY, told=told, reads=lambda _: SO).state


def test_where_it_sees_no_answer_it_reads_the_sentence_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence after it may be about something else; of the two readings the one that sees more counts."""
    monkeypatch.setattr(
        second_reading, "read", lambda claim, passages: [SO if each == BY_RULE else BESIDE for each in passages]
    )
    found, _ = found_on(f"{BY_RULE} The canteen serves lunch from noon.")

    reads = second_reading.reader_of(PLAN)

    assert [SO, BESIDE] == [reads(candidate) for candidate in found]


def test_without_its_file_nobody_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the heads decide as they did before there was a second reader, and the method says so."""
    monkeypatch.setattr("knowledge.cross_encoder.reading.MODEL_FOLDER", tmp_path)
    found, _ = found_on(BY_RULE)

    assert second_reading.reader_of(PLAN)(found[0]) is None
    assert "second reader missing" in second_reading.method(calibrated=False)


def test_another_number_is_left_to_the_rules() -> None:
    """The second reader was not taught to compare numbers: what it does not see in them takes no conflict back."""
    claim = "Customers are notified of a breach that affects their data within 24 hours."
    found, pages = found_on("Customers are informed of a security breach within 72 hours.")

    verdict = weigh(
        claim, "", found, pages, {DOCUMENT: None}, TODAY, told={found[0].key: UNSURE}, reads=lambda _: BESIDE
    )

    assert VerdictState.CONTRADICTED is verdict.state


def test_what_an_auditor_did_to_test_a_control_is_not_read_with_it() -> None:
    """An attempted sign-in with the password alone denies no second factor."""
    control = "Multi-factor authentication is required of all employees."
    found, _ = found_on(f"{control} Attempted a sign-in with the password alone.")

    assert control == second_reading.passage_of(found[0])


def test_the_claim_in_its_own_words_is_not_doubted() -> None:
    """The second reader learnt from other words, and may see nothing in these."""
    claim = "Multi-factor authentication is required for all administrative access to the production environment."
    found, pages = found_on(claim)

    verdict = weigh(
        claim, "", found, pages, {DOCUMENT: None}, TODAY, told={found[0].key: UNSURE}, reads=lambda _: BESIDE
    )

    assert VerdictState.SUPPORTED is verdict.state


def test_what_readers_alone_hear_against_a_claim_in_an_old_report_is_left_to_a_person() -> None:
    """It is shown with its words; it neither contradicts nor is passed over."""
    found, pages = found_on("Emergencies are handled by whoever is around.")
    old = DocumentFacts(EvidenceKind.SOC_REPORT, period_end=Fact("2020-12-31", "2020-12-31", 1))
    told = {found[0].key: SURE_AGAINST}

    def verdict(facts: DocumentFacts | None) -> Weighed:
        return weigh(PLAN, "", found, pages, {DOCUMENT: facts}, TODAY, told=told, reads=lambda _: AGAINST)

    assert VerdictState.CONTRADICTED is verdict(None).state
    assert VerdictState.NOT_EVIDENCED is verdict(old).state
    assert "no longer valid" in verdict(old).reason
    assert [found[0].quote] == list(verdict(old).quotes)
