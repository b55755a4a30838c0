"""Two versions of a document compared: what changed is named with its words and pages, what only moved is not a change."""

import random
import re
import textwrap
from pathlib import Path

import pytest

from knowledge.diffing import Change, ChangeKind, Side, changes, counts
from knowledge.pages import PageState, PageText
from knowledge.reading import read

PDFS = Path(__file__).resolve().parents[3] / "shared" / "data" / "pdfs"
_WORDS = re.findall(
    r"\w+",
    """access account archive asset audit backup badge board bridge budget cable camera carrier change city claim cloud
code contract copy court crew cycle damage data desk device door draft drive duty engine error event facility failure field
filter firewall folder form gate guard guest hall host incident input insurance item journal key laptop ledger letter level
limit list lock manager measure memory message mirror model motion network notice office order owner panel paper partner
password patch person phone plan plant policy port process proof queue quota record region release request risk road role
room rule sample scan screen server session shift signal site staff station storage supplier switch system tenant ticket
token tool trace transfer travel trust tunnel unit user vault vendor version visitor window worker zone""",
)


def _sentences(count: int) -> list[str]:
    dice = random.Random(7)
    found = []
    for _ in range(count):
        one, two, three, four, five, six = dice.sample(_WORDS, 6)
        found.append(
            f"The {one} of each {two} is compared with its {three} by the {four} team, which keeps the {five} recorded "
            f"for the {six}."
        )
    return found


SENTENCES = _sentences(60)


def pages(sentences: list[str], width: int = 90, lines: int = 30, head: str = "") -> list[PageText]:
    """Set sentences as paragraphs of one, wrapped and paged, each page under a running head."""
    rows = [row for sentence in sentences for row in (*textwrap.wrap(sentence, width), "")]
    cut = [rows[at : at + lines] for at in range(0, len(rows), lines)]
    return [
        PageText(number, "", PageState.TEXT, "\n".join([f"{head} page {number}", "", *part] if head else part))
        for number, part in enumerate(cut, 1)
    ]


def told(found: list[Change]) -> list[Change]:
    """Return what is not unchanged."""
    return [change for change in found if change.kind is not ChangeKind.UNCHANGED]


def marked(side: Side | None) -> list[str]:
    """Return the marked words of a side."""
    assert side is not None
    return [side.text[start:end] for start, end in side.marks]


def test_another_wrapping_paging_and_running_head_is_no_change() -> None:
    """Narrower lines, shorter pages and another head: every passage is unchanged."""
    old = pages(SENTENCES, 90, 30, "Policy 2025")
    new = pages(SENTENCES, 61, 17, "Policy 2026")

    found = changes(old, new)

    assert [] == told(found)
    assert len(new) > len(old)


def test_changed_words_are_marked_on_both_sides() -> None:
    """A changed number is one changed passage, with just its word marked, on its page of each version."""
    later = [*SENTENCES]
    later[40] = later[40].replace("compared with", "held against")
    old, new = pages(SENTENCES, 90), pages(["Something is new at the very beginning of it.", *later], 50)

    change, added = sorted(told(changes(old, new)), key=lambda one: one.kind.value, reverse=True)

    assert (ChangeKind.CHANGED, ChangeKind.ADDED) == (change.kind, added.kind)
    assert (["compared with"], ["held against"]) == (marked(change.old), marked(change.new))
    assert change.old is not None and change.new is not None
    assert change.old.page < change.new.page


def test_added_and_removed_passages_are_told_apart() -> None:
    """What was taken out stands where it stood, what is new where it stands."""
    old = pages(SENTENCES[:10])
    new = pages([*SENTENCES[:3], "Visitors are escorted at all times in secure areas.", *SENTENCES[5:10]])

    found = told(changes(old, new))

    removed = [one.old.text for one in found if one.kind is ChangeKind.REMOVED and one.old]
    added = [one.new.text for one in found if one.kind is ChangeKind.ADDED and one.new]
    assert SENTENCES[3:5] == removed
    assert ["Visitors are escorted at all times in secure areas."] == added


def test_a_passage_in_another_place_has_moved() -> None:
    """The same words elsewhere are unchanged, and it is said that they moved."""
    order = [*SENTENCES[1:20], SENTENCES[0]]

    found = changes(pages(SENTENCES[:20]), pages(order))

    assert [] == told(found)
    assert [SENTENCES[0]] == [one.new.text for one in found if one.moved and one.new]


def test_hyphens_at_line_ends_quotation_marks_and_bullets_are_no_change() -> None:
    """They are how a page is set, not what it says."""
    old = [PageText(1, "", PageState.TEXT, 'The envir-\nonment is called "secure" by the auditors of the firm.')]
    new = [PageText(1, "", PageState.TEXT, "The environment is called “secure” by the auditors of\nthe firm.")]

    assert {ChangeKind.UNCHANGED: 1} == counts(changes(old, new))


def test_a_sentence_cut_by_a_pages_end_is_the_same_sentence() -> None:
    """Only one of the versions breaks inside it."""
    one, two = "Access is reviewed by the owner of the system", "every quarter, and the result is recorded."
    old = [PageText(1, "", PageState.TEXT, f"{one} {two}")]
    new = [PageText(1, "", PageState.TEXT, one), PageText(2, "", PageState.TEXT, two)]

    (change,) = changes(old, new)

    assert ChangeKind.UNCHANGED is change.kind


def test_pages_that_could_not_be_read_say_nothing() -> None:
    """An unread page is neither removed nor added words."""
    scanned = PageText(2, "", PageState.SCANNED, "x")

    assert [] == told(changes([*pages(SENTENCES[:3]), scanned], pages(SENTENCES[:3])))
    assert [] == changes([], [scanned])


@pytest.mark.parametrize("seed", range(5))
def test_every_change_made_at_random_is_found_and_nothing_else(seed: int) -> None:
    """Sentences removed, added and changed anywhere in a document that is also set anew: just those are told."""
    dice = random.Random(seed)
    touched = dice.sample(range(len(SENTENCES)), 9)
    gone, come, changed = set(touched[:3]), set(touched[3:6]), set(touched[6:])
    later = []
    for at, sentence in enumerate(SENTENCES):
        if at in come:
            later.append(f"A wholly new rule of number {at} speaks about visitors, parcels and parking bikes.")
        if at not in gone:
            later.append(sentence.replace("recorded", "signed off") if at in changed else sentence)

    old, new = (
        pages(SENTENCES, 95, 40, "Version 1"),
        pages(later, dice.randint(50, 80), dice.randint(15, 35), "Version 2"),
    )
    found = changes(old, new)

    assert {SENTENCES[at] for at in gone} == {
        one.old.text for one in found if one.kind is ChangeKind.REMOVED and one.old
    }
    assert 3 == sum(one.kind is ChangeKind.ADDED for one in found)
    assert {SENTENCES[at] for at in changed} == {
        one.old.text for one in found if one.kind is ChangeKind.CHANGED and one.old
    }
    for one in found:
        for side, whole in ((one.old, old), (one.new, new)):
            if side is not None:
                assert side.text.startswith(" ".join(whole[side.page - 1].text[side.start : side.end].split()))


@pytest.mark.skipif(not PDFS.is_dir(), reason="../shared/data is not on this machine")
def test_two_versions_of_a_real_report() -> None:
    """An audit report in its second version: a date, a mark of confidentiality, a history line and two sentences."""
    old = read(PDFS / "mullvad__2024-11-30-X41-D-Sec-Audit-Report-v1.pdf").pages
    new = read(PDFS / "mullvad__2024-12-10-X41-D-Sec-Audit-Report-v2.pdf").pages

    found = changes(old, new)

    texts = [one.new.text for one in told(found) if one.new]
    assert any(text.endswith("no traffic leaks if the client software crashes.") for text in texts)
    assert any("Improved wording according to feedback" in text for text in texts)
    assert 12 >= len(told(found))
    assert 600 <= counts(found)[ChangeKind.UNCHANGED]
