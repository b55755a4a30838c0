"""What a catalog changes: by control id, with words that were changed here told from those that were taken."""

from uuid import uuid4

from portal.programme.comparing import Comparison, Held, Words, compared, free_refs
from portal.programme.suggested import framework_of, suggested_questions
from questionnaires.formats.oscal import Control

OURS, THEIRS, NEWER = Words("A", "ours"), Words("A", "theirs"), Words("A", "newer")


def control(identity: str, words: Words = THEIRS, group: str = "G") -> Control:
    """Make a control as the catalog has it."""
    return Control(identity, identity.upper(), words.title, group, words.text)


def held(identity: str, words: Words = THEIRS, *, gone: bool = False) -> Held:
    """Make a requirement that was taken with `THEIRS`."""
    return Held(uuid4(), identity.upper(), identity, words, THEIRS, "", "G", True, gone)


def test_each_control_is_new_changed_gone_back_or_unchanged() -> None:
    """It is told by its id in the catalog, and by nothing else."""
    here = [held("same"), held("moved"), held("gone"), held("old", gone=True), held("back", gone=True)]

    found = compared([control("same"), control("moved", NEWER), control("back"), control("new")], here)

    assert (["new"], ["MOVED"], ["BACK"], ["GONE"], 1) == (
        [one.id for one in found.added],
        [pair.held.ref for pair in found.changed],
        [pair.held.ref for pair in found.back],
        [one.ref for one in found.gone],
        found.unchanged,
    )
    assert [("What is required", "theirs", "newer")] == found.changed[0].differences


def test_words_changed_here_are_set_against_the_catalogs() -> None:
    """Only where the catalog has other words than were taken; where both came to the same, nothing is to do."""

    def sorted_out(words: Words, offered: Words) -> tuple[int, int, int]:
        found: Comparison = compared([control("a", offered)], [held("a", words)])
        return len(found.changed), len(found.edited), found.unchanged

    assert (0, 1, 0) == sorted_out(OURS, NEWER)
    assert (0, 0, 1) == sorted_out(OURS, THEIRS)
    assert (0, 0, 1) == sorted_out(NEWER, NEWER)
    assert (1, 0, 0) == sorted_out(THEIRS, NEWER)


def test_what_was_seen_has_a_mark_of_its_own() -> None:
    """Whatever is shown differently gives another mark."""
    here = held("a")

    marks = {
        compared([control("a")], [here]).mark,
        compared([control("a", NEWER)], [here]).mark,
        compared([control("a"), control("b")], [here]).mark,
        compared([], [here]).mark,
        compared([control("a", group="H")], [here]).mark,
    }

    assert 5 == len(marks)


def test_every_control_gets_a_reference_of_its_own() -> None:
    """Its label if nobody has it, else its id, else one with a number, never longer than the column."""
    long = "a-very-long-control-identity.of-somebody"
    controls = [
        Control("x-1", "1.1", "", "", ""),
        Control("x-2", "1.1", "", "", ""),
        Control("x-1x", "X-2", "", "", ""),
        Control(long, long, "", "", ""),
        Control(f"{long}2", "(§)", "", "", ""),
    ]

    refs = [ref for _, ref in free_refs(controls, {"1.1"})]

    assert ["X-1", "X-2", "X-1X", "A-VERY-LONG-CONTROL-", "C(-)"] == refs


def test_questions_are_suggested_where_the_catalog_is_of_their_framework() -> None:
    """The same identifier in another catalog means another control."""
    csf = framework_of("Electronic Version of NIST Cybersecurity Framework 2.0")
    same = Control("PR.AA-05", "PR.AA-05", "", "", "")

    assert suggested_questions(csf, same)
    assert () == suggested_questions(framework_of("House rules"), same)
    assert () == suggested_questions(framework_of("PCI DSS v4.0"), same)
    assert framework_of("PCI DSS mapped to ISO 27001") is None
