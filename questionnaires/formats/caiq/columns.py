"""How the columns of the CAIQ are called, from release to release, in sheets and in JSON."""

from collections.abc import Mapping

ID, QUESTION, ANSWER = "id", "question", "answer"
OWNERSHIP, DESCRIPTION, CUSTOMER = "ownership", "description", "customer"
CONTROL, CONTROL_TITLE, SPECIFICATION, DOMAIN = "control", "control_title", "specification", "domain"
YES, NO, NOT_APPLICABLE = "yes", "no", "not_applicable"
TSC, ISO, CSF, PCI = "tsc", "iso", "csf", "pci"

NAMES = {
    ID: r"(ai-)?(caiq )?question ?id",
    QUESTION: r"(caiq )?((consensus )?assessments? (initiative )?)?questions?",
    ANSWER: r"(csp |csc |(cloud )?service provider |consensus assessments? )?(ai-)?(caiq )?answers?",
    OWNERSHIP: r"(csp )?ssrm.* ownership|control ownership",
    DESCRIPTION: r"((csp|(cloud )?service provider) )?implementation description.*|(csp )?notes|comments?",
    CUSTOMER: r"(csc|(cloud )?(service )?customer)('s)? responsibilit.*",
    CONTROL: r"((ccm|aicm) )?control ids?",
    CONTROL_TITLE: r"((ccm|aicm) )?control title",
    SPECIFICATION: r"((ccm|aicm|caiq) )?control specification",
    DOMAIN: r"((ccm|aicm) )?(control )?domain( title)?",
    TSC: r".*tsc 2017.*mapping",
    ISO: r".*27001:2022.*mapping",
    CSF: r".*csf v?2\.0.*mapping",
    PCI: r".*pci dss v?4(\.\d)*.*mapping",
}
NEEDED = (ID, QUESTION)
MARKS = {YES: "yes", NO: "no", NOT_APPLICABLE: r"not applicable|n/?a"}
ANSWERED: Mapping[str, str] = {
    ANSWER: "CSP CAIQ Answer",
    OWNERSHIP: "SSRM Control Ownership",
    DESCRIPTION: "CSP Implementation Description",
    CUSTOMER: "CSC Responsibilities",
}
NOTES = {OWNERSHIP: "Control ownership", CUSTOMER: "Customer responsibilities"}
