"""Questions of our own sets that refer to a catalog's control by its identifier."""

import re
from functools import lru_cache

from portal.programme.mapping import known_questions
from questionnaires.controls import Framework, find_reference
from questionnaires.formats.oscal import Control

_TITLES = {
    Framework.NIST_CSF: r"cybersecurity framework|\bCSF\b",
    Framework.ISO_27001: r"\b2700[12]\b",
    Framework.SOC_2: r"trust services criteria|\bSOC ?2\b",
    Framework.CSA_CCM: r"cloud controls matrix|\bCCM\b",
    Framework.HIPAA: r"\bHIPAA\b",
    Framework.PCI_DSS: r"\bPCI[ -]DSS\b",
    Framework.GDPR: r"\bGDPR\b",
}


def framework_of(title: str) -> Framework | None:
    """Return the framework that a catalog's title names, if it is one that our questions refer to."""
    found = [one for one, pattern in _TITLES.items() if re.search(pattern, title, re.IGNORECASE)]
    return found[0] if len(found) == 1 else None


def suggested_questions(framework: Framework | None, control: Control) -> tuple[str, ...]:
    """Return the references of the questions that name this very control."""
    if framework is None:
        return ()
    names = {control.label, control.id, control.id.upper()}
    written = {str(found) for name in names if (found := find_reference(f"{framework.short} {name}"))}
    return tuple(sorted({ref for name in written for ref in _questions().get(name, ())}))


@lru_cache(maxsize=1)
def _questions() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for ref, mapped in known_questions().items():
        for control in mapped.controls:
            found.setdefault(control, []).append(ref)
    return found
