"""Control frameworks and references to their controls: identifiers only, never their text."""

import re
from dataclasses import dataclass
from enum import StrEnum

from questionnaires.errors import InvalidQuestionnaire


class Framework(StrEnum):
    """A published set of controls that questions refer to."""

    NIST_CSF = "nist_csf"
    ISO_27001 = "iso_27001"
    SOC_2 = "soc_2"
    CSA_CCM = "csa_ccm"
    HIPAA = "hipaa"
    PCI_DSS = "pci_dss"
    GDPR = "gdpr"

    @property
    def label(self) -> str:
        """The framework's name with its edition."""
        return _LABELS[self]

    @property
    def short(self) -> str:
        """The word that stands before an identifier: `ISO` in `ISO A.5.18`."""
        return _SHORT[self]


_LABELS = {
    Framework.NIST_CSF: "NIST CSF 2.0",
    Framework.ISO_27001: "ISO/IEC 27001:2022",
    Framework.SOC_2: "SOC 2 Trust Services Criteria",
    Framework.CSA_CCM: "CSA Cloud Controls Matrix 4",
    Framework.HIPAA: "HIPAA Security, Breach and Privacy Rules",
    Framework.PCI_DSS: "PCI DSS 4",
    Framework.GDPR: "GDPR",
}
_SHORT = {
    Framework.NIST_CSF: "CSF",
    Framework.ISO_27001: "ISO",
    Framework.SOC_2: "SOC2",
    Framework.CSA_CCM: "CCM",
    Framework.HIPAA: "HIPAA",
    Framework.PCI_DSS: "PCI",
    Framework.GDPR: "GDPR",
}
_BY_SHORT = {short: framework for framework, short in _SHORT.items()}
_SHAPES = {
    Framework.NIST_CSF: r"(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d{2}",
    Framework.ISO_27001: r"A\.[5-8]\.\d{1,2}|(4|5|6|7|8|9|10)(\.\d){0,2}",
    Framework.SOC_2: r"(CC[1-9]|A1|C1|PI1|P[1-8])\.\d",
    Framework.CSA_CCM: r"(A&A|AIS|BCR|CCC|CEK|DSP|DCS|GRC|HRS|IAM|IPY|IVS|I&S|LOG|SEF|STA|TVM|UEM)-\d{2}",
    Framework.HIPAA: r"164\.\d{3}(\([A-Za-z0-9]+\))*",
    Framework.PCI_DSS: r"(A[1-3]|1[0-2]|[1-9])(\.\d{1,2}){0,4}",
    Framework.GDPR: r"Art\. \d{1,2}(\([0-9a-z]+\))*",
}


@dataclass(frozen=True, slots=True, order=True)
class ControlReference:
    """One control of one framework."""

    framework: Framework
    identifier: str

    def __str__(self) -> str:
        """Write it as `parse_reference` reads it."""
        return f"{self.framework.short} {self.identifier}"


def parse_reference(text: str) -> ControlReference:
    """Read `CSF PR.AA-05`, `ISO A.5.18`, `CCM IAM-07`, `HIPAA 164.312(a)`, `PCI 8.2.5` or `GDPR Art. 32`."""
    short, _, identifier = text.partition(" ")
    framework = _BY_SHORT.get(short)
    if framework is None:
        raise InvalidQuestionnaire(f"“{text}” names no framework we know; start it with one of {', '.join(_BY_SHORT)}.")
    if not re.fullmatch(_SHAPES[framework], identifier):
        raise InvalidQuestionnaire(f"“{identifier}” is not how {framework.label} names a control.")
    return ControlReference(framework, identifier)


def find_reference(text: str) -> ControlReference | None:
    """Read a reference as `parse_reference` does; None when it names no control that we know how to write."""
    try:
        return parse_reference(text)
    except InvalidQuestionnaire:
        return None
