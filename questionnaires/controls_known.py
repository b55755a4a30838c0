"""The controls that the frameworks really have, each with a short title of our own."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from questionnaires.controls import ControlReference, Framework

FOLDER = Path(__file__).parent / "bank" / "controls"
_FILES = {
    Framework.NIST_CSF: "csf",
    Framework.ISO_27001: "iso",
    Framework.SOC_2: "soc2",
    Framework.CSA_CCM: "ccm",
    Framework.HIPAA: "hipaa",
    Framework.PCI_DSS: "pci",
    Framework.GDPR: "gdpr",
}


def title_of(control: ControlReference) -> str:
    """Return our short title of a control; empty for one that is not in our lists."""
    return known_controls().get(control, "")


@cache
def known_controls() -> Mapping[ControlReference, str]:
    """Read the lists: every control of the frameworks that asks something, of GDPR and HIPAA those that touch a vendor."""
    return {control: title for framework in Framework for control, title in _read(framework)}


def _read(framework: Framework) -> list[tuple[ControlReference, str]]:
    lines = (FOLDER / f"{_FILES[framework]}.tsv").read_text(encoding="utf-8").splitlines()
    return [
        (ControlReference(framework, identifier), title) for identifier, title in (one.split("\t") for one in lines)
    ]
