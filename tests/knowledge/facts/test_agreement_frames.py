"""Tests of the ways in which an agreement states one thing, each in a few lines."""

import pytest

from tests.knowledge.facts.reading import read, said

TITLE = "Data Processing Agreement\nThis agreement is made by the parties.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'It is made between Larkin County Credit Union ("Client") and Iron Printing, Inc. ("Provider").',
            ["Iron Printing, Inc. (role processor)", "Larkin County Credit Union (role controller)"],
        ),
        (
            "between\nNordwind GmbH, Damm 1, 20457 Hamburg\n- hereinafter \"Controller\" -\nand\nCloudwerk AG, Ring 5\n"
            "- hereinafter \"Processor\" -\n",
            ["Cloudwerk AG (role processor)", "Nordwind GmbH (role controller)"],
        ),
        (
            "Data exporter:\nName: Acme Ltd\nAddress: 1 St\nRole: Controller\nData importer:\nName: Beta Inc.\nRole: Processor",
            ["Beta Inc. (role processor)", "Acme Ltd (role controller)"],
        ),
        (
            'This DPA is between Zeta Software, Inc. ("Zeta", "Processor", "we") and the customer who accepts it ("Customer").',
            ["Zeta Software, Inc. (role processor)"],
        ),
        (
            "It is part of the Terms of Service of Kite, Inc. (“Kite”, “we”). You are the controller. We are your processor.",
            ["Kite, Inc. (role processor)"],
        ),
        (
            'By and between St. Clare Hospital ("Covered Entity") and MedScribe LLC ("Business Associate").',
            ["MedScribe LLC (role processor)", "St. Clare Hospital (role controller)"],
        ),
        (
            "between Acme Ltd (the \"Buyer's Agent\") and Bravo Ltd (the \"Firm\")\nThe Firm acts as processor.",
            ["Bravo Ltd (role processor)"],
        ),
        (
            "Controller Cooperativa Olivarera, Jaén\nProcessor Digital Almendro S.L., Granada\n"
            "The controller: Remedios Cuesta\nThe processor: Álvaro Almendro",
            ["Digital Almendro S.L. (role processor)", "Cooperativa Olivarera (role controller)"],
        ),
        ('Acme Ltd (the "Company") informs Bravo Ltd (the "Agency").', None),
    ],
)  # fmt: skip
def test_parties_are_found(text: str, expected: list[str] | None) -> None:
    """Parties are read from definitions, annexes and labels; who only signs for one, or has no role, is none."""
    assert expected == said(read(TITLE + text)).get("party")


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("Provider shall notify Client within 24 hours of unauthorized access.", "notification_time", ["24 hours"]),
        ("The controller shall report a breach to the authority within 72 hours.", "notification_time", None),
        ("The processor gives 30 days' prior notice of new sub-processors.", "notification_time", None),
        ("Signed 19/01/2026\nEnds 18/01/2028", "expires", "2028-01-18"),
    ],
)  # fmt: skip
def test_terms_are_found(text: str, key: str, expected: str | list[str] | None) -> None:
    """Only what the processor owes the controller counts as notification."""
    assert expected == said(read(TITLE + text)).get(key)
