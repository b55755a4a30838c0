"""A sentence supports a claim only when it fills every slot of it and says it in the same way."""

import pytest

from knowledge.comparing import Relation, compare, stated

CASES = [
    (
        "User access is revoked within one business day of termination of employment.",
        "Access of leavers is removed within one business day.",
        "supports",
    ),
    ("Primary storage is encrypted with AES-256.", "Backups are encrypted with AES-256.", "silent"),
    ("Backups are taken daily, and laptops are encrypted.", "Backups are encrypted.", "silent"),
    (
        "The company plans to require MFA for remote access in 2027.",
        "Multi-factor authentication is required for remote access.",
        "falls short",
    ),
    ("MFA should be used for remote access.", "Multi-factor authentication is used for remote access.", "falls short"),
    ("Is MFA required for remote access?", "Multi-factor authentication is required for remote access.", "falls short"),
    ("Customers must encrypt their own backups.", "The vendor encrypts backups.", "falls short"),
    (
        "User entities are responsible for performing quarterly access reviews.",
        "Access reviews are performed quarterly.",
        "falls short",
    ),
    ("Amazon Web Services encrypts the backups.", "Backups are encrypted.", "falls short"),
    ("Our application databases are not encrypted at rest.", "Databases are encrypted at rest.", "conflicts"),
    (
        "Background checks aren\u2019t performed on our workers.",
        "Background checks are performed on employees.",
        "conflicts",
    ),
    ("We do not sell personal data.", "Personal data is not sold.", "supports"),
    ("We may share personal data with advertisers.", "Personal data is never shared with advertisers.", "conflicts"),
    ("MFA is enforced for all administrators except one account.", "All administrators use MFA.", "conflicts"),
    ("Some laptops are encrypted.", "Laptops are encrypted.", "falls short"),
    (
        "The recovery point objective of the service is four hours.",
        "The recovery time objective of the service is 4 hours.",
        "silent",
    ),
    (
        "Our RTO for the service is a recovery time of 4 hours.",
        "The recovery time of the service is 4 hours.",
        "supports",
    ),
    ("Security incidents with customer data affected: 0", "No security incident affected customer data.", "supports"),
    ("Security incidents with customer data affected: 10", "No security incident affected customer data.", "conflicts"),
    ("Privileged access is reviewed monthly.", "Access is reviewed monthly.", "falls short"),
    (
        "Incidents are reported without undue delay and no later than 24 hours to customers.",
        "Customers are informed of incidents within 24 hours.",
        "supports",
    ),
    (
        "Critical flaws are fixed within 7 days, high within 30 days.",
        "High vulnerabilities are fixed within 7 days.",
        "silent",
    ),
    (
        "Critical vulnerabilities are fixed within 7 days, high within 30 days and medium within 90 days.",
        "High vulnerabilities are fixed within 14 days.",
        "conflicts",
    ),
    (
        "Critical vulnerabilities are fixed within 7 days, high within 30 days and medium within 90 days.",
        "Vulnerabilities are fixed within 7 days.",
        "falls short",
    ),
    (
        "Backups are sent to the second site over an encrypted channel.",
        "Backups of customer data are encrypted.",
        "silent",
    ),
    ("Backups go to the second site through a mutually authenticated tunnel.", "Backups are authenticated.", "silent"),
    ("Backups are encrypted and sent to the second site over a leased line.", "Backups are encrypted.", "supports"),
    ("Data is sent over encrypted connections only.", "Data is encrypted in transit.", "silent"),
    ("The retention of logs is 90 days.", "Logs are kept for a year.", "conflicts"),
]


@pytest.mark.parametrize(("sentence", "claim", "expected"), CASES)
def test_a_sentence_and_a_claim(sentence: str, claim: str, expected: str) -> None:
    """Paraphrase passes; another object, party, time, firmness or value does not."""
    assert Relation(expected) is compare(stated(claim), sentence).relation


def test_what_stands_around_may_name_one_thing() -> None:
    """A heading may name the object, and only when the sentence fills the rest."""
    claim = stated("Backups are kept for 35 days.")

    assert Relation.SUPPORTS is compare(claim, "They are kept for 35 days.", "Backups").relation
    assert (
        Relation.SILENT
        is compare(stated("Backups are encrypted."), "The door is locked.", "Backups encrypted").relation
    )
