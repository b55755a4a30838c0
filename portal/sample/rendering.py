"""Rendering a sample document to PDF, with the same bytes on every run of one day."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

from fpdf import FPDF

from portal.sample.certificates import certificate
from portal.sample.programme import SampleDocument
from portal.sample.reports import policy, report
from portal.sample.scans import scan
from portal.sample.sources import Layout, Source, source

LAYOUTS: dict[Layout, Callable[[Source], FPDF]] = {
    Layout.report: report,
    Layout.policy: policy,
    Layout.certificate: certificate,
    Layout.scan: scan,
}


def render(document: SampleDocument, today: date, target: Path) -> Path:
    """Write the document as it would lie there today to the target (a file), and return the target."""
    text = source(document.source, today)
    pdf = LAYOUTS[text.layout](text)
    pdf.set_title(text.title)
    pdf.set_author(text.author)
    pdf.set_creation_date(datetime.combine(text.issued, time(9), UTC))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(bytes(pdf.output()))
    return target
