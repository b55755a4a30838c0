"""What a document denies outright contradicts a claim about it, in whatever words the claim's details are put."""

import pytest

from knowledge.denying import denies
from knowledge.stating import stated

CHECKED = "The background of staff is checked before they get access to customer data."
BILL = "A software bill of materials is available with each release."
BACKUPS = "Backups of customer data are encrypted."
REVIEWED = "Every change to production code is reviewed by a second person before release."
TESTED = "Restores from backup are tested at least every quarter."
MFA = "Multi-factor authentication is required for all administrative access to the production environment."


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (CHECKED, "The company does not perform background checks."),
        (CHECKED, "No background screening of employees takes place."),
        (BILL, "We have not published a bill of materials."),
        (BACKUPS, "Copies of backups are kept unencrypted."),
        (BACKUPS, "Our backups are not encrypted."),
        (REVIEWED, "Peer review is optional for changes to the code."),
        (TESTED, "Recovery from backup has never been tested."),
        (MFA, "Administrators sign in to production without a second factor."),
    ],
)
def test_an_outright_denial_is_heard(claim: str, said: str) -> None:
    """The details of the claim need not be named to be denied with the rest."""
    assert denies(stated(claim), said)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (CHECKED, "Background checks are not carried out on visitors."),
        (CHECKED, "Background checks are carried out on all employees."),
        (CHECKED, "Customers shall not rely on background checks."),
        (BACKUPS, "Encryption keys are not kept with the backups."),
        (BACKUPS, "Are backups not encrypted?"),
        (MFA, "Production cannot be reached without a second factor."),
        (MFA, "Sign-in to production without the second factor is impossible."),
        (TESTED, "It is planned that restores are not tested on Fridays."),
        ("The vendor has a swimming pool.", "There is no swimming pool."),
    ],
)
def test_what_is_denied_of_something_else_is_not(claim: str, said: str) -> None:
    """A narrower denial, a double one, a question, another's duty and an unknown claim decide nothing."""
    assert not denies(stated(claim), said)
