"""What we write when the validity of a document ends: to the vendor's contact and to the owner, in plain words."""

from datetime import date

from knowledge.facts import EvidenceKind
from portal.core.clock import today
from portal.core.dates import date_long
from portal.core.settings import Settings
from portal.evidence.expiry import DatedDocument
from portal.vendors.tables import Vendor

_WANTED = {
    EvidenceKind.SOC_REPORT: "the next SOC report, or, until it is there, a bridge letter for the time in between",
    EvidenceKind.BRIDGE_LETTER: "the next SOC report, or a new bridge letter",
    EvidenceKind.ISO_CERTIFICATE: "the renewed certificate",
    EvidenceKind.PCI_AOC: "this year's attestation of compliance",
    EvidenceKind.HIPAA_STATEMENT: "this year's statement",
    EvidenceKind.PENETRATION_TEST: "the report of a newer penetration test",
    EvidenceKind.POLICY: "the policy as it was last reviewed and approved",
    EvidenceKind.AGREEMENT: "the agreement that is in force now",
    EvidenceKind.INSURANCE: "the insurance certificate for the new period",
    EvidenceKind.CONTINUITY_TEST: "the report of your latest continuity test",
}


def vendor_letter(settings: Settings, company: str, name: str, document: DatedDocument) -> tuple[str, str]:
    """Return subject and body of the message to a contact: what ends, when, what to upload, and how."""
    parts = [
        f"Hello {name},",
        f"You gave {company} this document as evidence: {document.name} ({document.kind.label}). "
        f"{_ends(document.until)}",
        f"Please upload {wanted(document.kind)}. If you have it already, it takes a minute.",
        "Open this page. If it does not know you on this device, enter your e-mail address there and it mails you a new "
        "link; you need no account:",
        f"{settings.public_url}/answer",
        "Until then, answers that rest on this document alone are not counted as shown. There is nothing else to do.",
    ]
    return f"{company}: {_subject(document)}", "\n\n".join(parts)


def owner_letter(
    settings: Settings, name: str, vendor: Vendor, document: DatedDocument, told: list[str]
) -> tuple[str, str]:
    """Return subject and body of the message to the owner of the relationship: what ends, and who was asked for what."""
    asked = f"{', '.join(told)} of {vendor.name} got a mail that asks for {wanted(document.kind)}."
    nobody = f"{vendor.name} has no contact, so nobody was asked for {wanted(document.kind)}. Please add one."
    parts = [
        f"Hello {name},",
        f"{vendor.name}: {document.name} ({document.kind.label}). {_ends(document.until)}",
        asked if told else nobody,
        "Answers that rest on it alone count as stale from the day after. The documents are here:",
        f"{settings.public_url}/vendors/{vendor.slug}/documents",
    ]
    return f"{vendor.name}: {_subject(document)}", "\n\n".join(parts)


def wanted(kind: EvidenceKind) -> str:
    """Say what to upload in place of a document of this kind."""
    return _WANTED.get(kind, "the newer version of it")


def _subject(document: DatedDocument) -> str:
    left = (document.until - today()).days
    name = document.name if len(document.name) <= 80 else f"{document.name[:79]}…"
    return f"{name} has expired" if left < 0 else f"{name} is valid until {date_long(document.until)}"


def _ends(until: date) -> str:
    left = (until - today()).days
    if left < 0:
        return f"It was valid until {date_long(until)}, and counts no more."
    when = "today" if left == 0 else "tomorrow" if left == 1 else f"in {left} days"
    return f"It is valid until {date_long(until)}, which is {when}."
