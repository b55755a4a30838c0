"""Tests of the ways in which a certificate states one thing, each in a few lines."""

import pytest

from knowledge.facts import EvidenceKind
from tests.knowledge.facts.reading import read, said

TITLE = "Certificate ISO/IEC 27001:2022\nThis is to certify that\n"


def _of(text: str, key: str) -> str | list[str] | None:
    return said(read(TITLE + text)).get(key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Site address\nStorgata 4, 0155 Oslo, Norway", ["Storgata 4, 0155 Oslo, Norway"]),
        (
            "No. Location Activity\n1 Uferstr. 21-23, 56068 Koblenz Head office\n2 Ring 4, 47119 Duisburg Support\n"
            "Fontane Zert GmbH, Damm 80, 10787 Berlin",
            ["Uferstr. 21-23, 56068 Koblenz", "Ring 4, 47119 Duisburg"],
        ),
        (
            "Location Function / Role\n101 Main Street, Austin, Texas 78701, United States Main location\n"
            "20 Rue de Rivoli, 75001 Paris, France Support",
            ["101 Main Street, Austin, Texas 78701, United States", "20 Rue de Rivoli, 75001 Paris, France"],
        ),
        ("The following sites are covered:\n- Kade 10, 1015 CN Amsterdam\n- Plein 45, 3013 AK Rotterdam",
            ["Kade 10, 1015 CN Amsterdam", "Plein 45, 3013 AK Rotterdam"]),
    ],
)  # fmt: skip
def test_sites_are_found(text: str, expected: list[str]) -> None:
    """Addresses are read off labels, lists and tables, without the number of a row or the issuer's own."""
    assert expected == _of(text, "site")


ROW = "Certificate No. Date of Issue 1st Surveillance due Valid Until\nNCS/BC/1187 05 Aug 2025 04 Aug 2026 04 Aug 2028"


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        (ROW, "certificate_number", ["NCS/BC/1187"]),
        (ROW, "issued", "2025-08-05"),
        (ROW, "expires", "2028-08-04"),
        ("Certificate Registration No.: 12 310 55555 TMS.", "certificate_number", ["12 310 55555 TMS"]),
        ("Certificate number Date of issue", "certificate_number", None),
        ("Date of certification decision: 10 June 2026\nValid until: 9 June 2029", "issued", "2026-06-10"),
        ("Next surveillance audit due: 10 June 2027", "expires", None),
        ("The certification body Fontane Zert GmbH hereby certifies", "issuer", "Fontane Zert GmbH"),
        ("Acme AG applies an Information Security Management System for\nOperation of data centers", "scope",
            "Operation of data centers"),
        ("This certificate was printed for\nThe Annual Fair of Acme", "scope", None),
        ("DIN EN ISO/IEC 27001:2024 (ISO/IEC 27001:2022)", "standard", ["ISO/IEC 27001:2022"]),
    ],
)  # fmt: skip
def test_numbers_days_and_names_are_found(text: str, key: str, expected: str | list[str] | None) -> None:
    """Rows, labels and sentences give what a certificate says; a day of surveillance ends nothing."""
    assert expected == _of(text, key)


def test_a_notice_of_suspension_is_no_certificate() -> None:
    """What ends a certificate is none, although it names one."""
    text = "Notice of suspension\nThe certificate ISO/IEC 27001:2022, certificate number 1234, is suspended."

    assert EvidenceKind.OTHER is read(text).kind
