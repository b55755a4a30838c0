"""Which control area a section of another's questionnaire is about, from the words of its title."""

import re

from questionnaires.model import ControlArea

_WORDS = (
    (ControlArea.AI, r"\bai\b|artificial|machine learning|language model|\bllm\b|model security"),
    (ControlArea.PRIVACY, r"privacy|gdpr|personal data|data subject|\bppr\b"),
    (ControlArea.CRYPTOGRAPHY, r"crypto|encryption|key management"),
    (ControlArea.PHYSICAL, r"physical|data ?cent(er|re)|facilit|environmental"),
    (ControlArea.CONTINUITY, r"continuity|resilien|disaster|backup|recovery|interoperab|portab"),
    (ControlArea.INCIDENTS, r"incident|breach|forensic"),
    (ControlArea.LOGGING, r"logging|monitoring|audit log|detection"),
    (ControlArea.SUPPLIERS, r"supply chain|supplier|third.part|vendor|sub-?processor|consult"),
    (ControlArea.PEOPLE, r"human resource|personnel|training|awareness|staff"),
    (ControlArea.ACCESS, r"access|identity|authenticat|authori[sz]|endpoint|account"),
    (ControlArea.VULNERABILITIES, r"vulnerab|threat|patch|infrastructure|virtuali|firewall|network|intrusion"),
    (ControlArea.DEVELOPMENT, r"development|application|software|change (control|management)|\bcode\b|\bapi\b"),
    (ControlArea.DATA_PROTECTION, r"\bdata\b|information lifecycle|hipaa|health|payment card|\bpci\b"),
)


def area_of(title: str) -> ControlArea:
    """Choose the area; governance when no word says more."""
    for area, words in _WORDS:
        if re.search(words, title, re.IGNORECASE):
            return area
    return ControlArea.GOVERNANCE
