"""References to controls are read in the way each framework names its controls."""

import pytest

from questionnaires.controls import ControlReference, Framework, parse_reference
from questionnaires.errors import InvalidQuestionnaire


@pytest.mark.parametrize(
    "text",
    [
        "CSF PR.AA-05",
        "ISO A.5.18",
        "ISO 8.2",
        "SOC2 CC6.2",
        "CCM A&A-02",
        "HIPAA 164.312(a)(2)(iv)",
        "HIPAA 164.308(a)(1)(ii)(A)",
        "PCI 8.2.5",
        "PCI 10.2.1.1",
        "PCI A1.1.4",
        "GDPR Art. 28(3)(h)",
    ],
)
def test_reference_is_written_as_it_is_read(text: str) -> None:
    """Writing a reference gives what was read."""
    assert text == str(parse_reference(text))


def test_reference_knows_its_framework() -> None:
    """A reference is a framework and an identifier."""
    assert ControlReference(Framework.SOC_2, "CC6.2") == parse_reference("SOC2 CC6.2")


@pytest.mark.parametrize("text", ["NIST PR.AA-05", "CSF AA-05", "ISO A.9.1", "SOC2", "PCI 13.1", "GDPR 32", ""])
def test_foreign_reference_is_refused(text: str) -> None:
    """Another framework's or a mistyped identifier is refused."""
    with pytest.raises(InvalidQuestionnaire):
        parse_reference(text)


def test_frameworks_have_labels() -> None:
    """Every framework has a name and a short word."""
    assert all(framework.label and framework.short for framework in Framework)
