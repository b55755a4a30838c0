"""Our lists of controls are well formed and complete, and every set refers to what stands in them."""

from collections import Counter

import pytest

from questionnaires.bank import KEYS
from questionnaires.bank import questionnaire as from_bank
from questionnaires.controls import ControlReference, Framework, parse_reference
from questionnaires.controls_known import FOLDER, known_controls, title_of


@pytest.mark.parametrize("key", KEYS)
def test_sets_refer_to_known_controls(key: str) -> None:
    """No question refers to a control that its framework does not have."""
    named = {control for question in from_bank(key).questions for control in question.controls}

    assert [] == sorted(str(control) for control in named if not title_of(control))


def test_listed_controls_are_written_as_references_are_read() -> None:
    """Each identifier has the shape that its framework gives it, and a title of our own that fits on one line."""
    for control, title in known_controls().items():
        assert control == parse_reference(str(control))
        assert 0 < len(title) <= 60
        assert not title.endswith(".")


def test_no_control_is_listed_twice() -> None:
    """A list names each control once."""
    for file in FOLDER.glob("*.tsv"):
        identifiers = Counter(line.split("\t")[0] for line in file.read_text(encoding="utf-8").splitlines())
        assert [] == [identifier for identifier, times in identifiers.items() if times > 1]


@pytest.mark.parametrize(
    ("framework", "start", "count"),
    [
        (Framework.NIST_CSF, "", 106),
        (Framework.ISO_27001, "A.", 93),
        (Framework.SOC_2, "CC", 33),
        (Framework.SOC_2, "P", 23),
        (Framework.CSA_CCM, "", 197),
    ],
)
def test_whole_frameworks_are_listed(framework: Framework, start: str, count: int) -> None:
    """Frameworks of a known size are there in full."""
    listed = [one for one in known_controls() if one.framework is framework and one.identifier.startswith(start)]

    assert count == len(listed)


def test_control_that_no_framework_has_gets_no_title() -> None:
    """A reference of the right shape may still name nothing."""
    assert "" == title_of(ControlReference(Framework.NIST_CSF, "PR.AA-99"))
    assert "Leavers" == title_of(parse_reference("PCI 8.2.5"))
