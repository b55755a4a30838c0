"""What one group's vendors say teaches the second reader; the groups that measure teach nothing."""

from portal.planted.phrases import FRESH, KEPT, SEALED, bank
from portal.planted.teaching import FILE, lines


def test_the_examples_are_those_of_the_phrases() -> None:
    """Who changes a phrase writes them again, and trains again."""
    assert "\n".join(dict.fromkeys(lines())) + "\n" == FILE.read_text(encoding="utf-8")


def test_nothing_is_learnt_from_the_groups_that_measure() -> None:
    """Beyond a plain phrase that anybody would write, their words stand in no example."""
    said = {line.split("\t")[2] for line in lines()}

    measured = {
        phrase.form.words
        for group in (KEPT, FRESH, SEALED)
        for area in bank(group)
        for one in area.asked
        for phrase in one.phrases
    }

    assert len(said & measured) <= 2
