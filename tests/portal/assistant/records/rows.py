"""Rows for the tests of questions over rows: documents with facts that stand on their pages, findings and ratings."""

from datetime import date, timedelta
from uuid import uuid4

from knowledge.facts import DocumentFacts, EvidenceKind, Fact, FactKey, facts_to_json
from knowledge.tables import Document, Page
from portal.core.clock import now, today
from portal.evidence.tables import Evidence
from portal.findings.tables import Finding
from portal.vendors.collections import collection_of
from tests.cast import VendorSide


async def paper(side: VendorSide, name: str, facts: DocumentFacts, text: str) -> Evidence:
    """Keep a document of one page that has been read."""
    document = Document(
        id=uuid4(), collection=collection_of(side.vendor.id), sha256=uuid4().hex * 2, name=name, size=1, state="ready",
        reason="", page_count=1, pages_read=1, passage_count=0, facts=facts_to_json(facts), screening="", reader="",
        created_at=now(), updated_at=now(),
    )  # fmt: skip
    await document.save()
    await Page(document=document.id, number=1, label="1", state="text", text=text).save()
    row = Evidence(
        vendor=side.vendor.id, document=document.id, sha256=document.sha256, name=name, note="",
        uploaded_by_kind="contact", uploaded_by="", uploaded_by_name="", uploaded_at=now(),
    )  # fmt: skip
    await row.save()
    return row


async def certificate(side: VendorSide, name: str, until: date) -> Evidence:
    """Keep an ISO certificate that is valid until a day."""
    quote = f"Valid until {until.isoformat()}"
    facts = DocumentFacts(EvidenceKind.ISO_CERTIFICATE, expires=Fact(until.isoformat(), quote, 1))
    return await paper(side, name, facts, f"Certificate of {side.vendor.name}. {quote}. ISO/IEC 27001:2022.")


async def soc_report(side: VendorSide, opinion: str, *exceptions: tuple[str, str]) -> Evidence:
    """Keep a SOC 2 report with an opinion and exceptions, each under its control's own words."""
    lines = [f"CC6.{number} {control} Exception: {words}" for number, (control, words) in enumerate(exceptions, 1)]
    facts = DocumentFacts(
        EvidenceKind.SOC_REPORT,
        period_end=Fact("2026-06-30", "to 30 June 2026", 1),
        opinion=Fact(opinion, "In our opinion", 1),
        exceptions=tuple(
            Fact(f"Exception: {words}", f"Exception: {words}", 1, parts={"control": f"CC6.{number}"})
            for number, (_, words) in enumerate(exceptions, 1)
        ),
        details={FactKey.SOC_TYPE: (Fact("SOC 2", "SOC 2", 1),)},
    )
    text = "\n".join(("SOC 2 report, to 30 June 2026. In our opinion, the controls operated.", *lines))
    return await paper(side, "soc2.pdf", facts, text)


async def insurance(side: VendorSide, limit: str) -> Evidence:
    """Keep an insurance certificate with one limit."""
    facts = DocumentFacts(EvidenceKind.INSURANCE, details={FactKey.LIMIT: (Fact(limit, "Limit of indemnity", 1),)})
    return await paper(side, "insurance.pdf", facts, f"Limit of indemnity {limit}")


async def finding(side: VendorSide, title: str, severity: str, state: str = "open", late: int = -30) -> Finding:
    """Keep a finding that is `late` days overdue."""
    row = Finding(
        number=await Finding.count() + 1, vendor=side.vendor.id, ref="", title=title, description="", severity=severity,
        state=state, due=today() - timedelta(days=late), quotes="[]", remediation="", raised_by="", raised_by_name="",
        raised_at=now(),
    )  # fmt: skip
    await row.save()
    return row
