"""The values of a sentence are held against those of a claim, each for what it is."""

import pytest

from knowledge.amounts import by_values
from knowledge.outcomes import Relation
from knowledge.polarity import party
from knowledge.stating import stated

OLDEST = "The oldest TLS version accepted by public endpoints is TLS 1.2."
NOTICE = "Customers are told of a new sub-processor 30 days before it gets their data."
PATCHED = "Critical vulnerabilities are patched within 14 days."
REGION = "Customers can restrict their data to one region by contract."
TOLD = "Customers are told within 24 hours."
OFTEN = "Servers are scanned continuously or every week."
KEPT = "Backups are kept for 30 days or 60 days."


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        (OLDEST, "TLS 1.2 is the floor; SSLv3, TLS 1.0 and TLS 1.1 have been disabled.", None),
        (OLDEST, "We reject versions below TLS 1.2 and accept TLS 1.2 and later.", None),
        (OLDEST, "Any client that offers less than TLS 1.2 is turned away; TLS 1.3 is accepted.", None),
        (OLDEST, "Clients below TLS 1.2 are accepted for old printers.", Relation.FALLS_SHORT),
        (OLDEST, "We accept TLS 1.2 and TLS 1.3.", Relation.FALLS_SHORT),
        (OLDEST, "We accept TLS 1.1 and later.", Relation.CONFLICTS),
        (NOTICE, "They get no less than thirty calendar days' prior notice.", None),
        (NOTICE, "They get ten days' prior notice.", Relation.CONFLICTS),
        (TOLD, "They are told no less than 24 hours after it.", Relation.FALLS_SHORT),
        (TOLD, "They are told in less than 24 hours.", None),
        (PATCHED, "Critical ones are patched within a fortnight.", None),
        (PATCHED, "Critical ones are patched every fortnight.", Relation.FALLS_SHORT),
        (PATCHED, "Critical ones are patched within three fortnights.", Relation.CONFLICTS),
        (OFTEN, "They are scanned weekly.", None),
        (OFTEN, "They are scanned continuously.", None),
        (OFTEN, "They are scanned once a year.", Relation.CONFLICTS),
        (KEPT, "They are kept for 30 days.", None),
        (KEPT, "They are kept for 60 days.", None),
        (KEPT, "They are kept for 45 days.", Relation.FALLS_SHORT),
        (REGION, "Whoever picks a region in the order keeps all data there.", None),
    ],
)
def test_a_value_agrees_only_where_it_limits_the_same_thing(claim: str, said: str, expected: Relation | None) -> None:
    """Floors, notice before an event and ceilings read alike; none is taken for another."""
    found = by_values(stated(claim), said, party(said))

    assert expected == (found and found[0])
