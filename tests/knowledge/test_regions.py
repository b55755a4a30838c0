"""Countries outside the regions that a claim keeps to."""

import pytest

from knowledge.regions import regions_kept, stated_beyond

KEPT = regions_kept(
    "Customer data is stored and processed in these regions only: European Economic Area, United Kingdom."
)
HEADS = "Sub-processor Purpose Place of processing"


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("Customer data is stored in Frankfurt, Germany and in Ashburn, United States.", "United States"),
        ("We host customer data in data centres in Germany and the United States.", "United States"),
        ("Copies of customer data are replicated every night to Singapore.", "Singapore"),
        ("Customer data is processed by our support staff in Manila, Philippines.", "Philippines"),
    ],
)
def test_data_said_to_be_elsewhere_is_seen(said: str, country: str) -> None:
    """A sentence that says where customers' data is stored or processed names what lies outside."""
    assert KEPT is not None

    assert [country] == stated_beyond(KEPT, said, "", whole=True)


@pytest.mark.parametrize(
    "said",
    [
        "Customer data is stored in Dublin, Ireland.",
        "Customer data is not stored in the United States.",
        "Customers may choose to have customer data stored in Australia.",
        "For customers of the Asian edition, customer data is stored in Singapore.",
        "Data of customers in the United States is stored in Dublin, Ireland.",
        "Customer data of companies in Canada is stored in Germany.",
        "Our support team in India has no access to customer data.",
        "Personal data of employees is processed in India.",
        "The company has its seat in the United States; customer data is stored in Ireland.",
        "We plan to store customer data in Canada from next year.",
        "Personal data is processed in accordance with the laws of the United States.",
    ],
)
def test_a_country_named_otherwise_is_nothing(said: str) -> None:
    """What is denied, planned, chosen, said of others' data or of where somebody sits decides nothing."""
    assert KEPT is not None

    assert [] == stated_beyond(KEPT, said, "", whole=True)


def test_a_row_counts_only_under_heads_that_say_processing() -> None:
    """A seat in another country is no place of processing."""
    assert KEPT is not None

    assert ["India"] == stated_beyond(KEPT, "Oakline Ltd Support Pune, India", HEADS, whole=False)
    assert [] == stated_beyond(KEPT, "Oakline Ltd Support Pune, India", "Sub-processor Registered in", whole=False)
    assert [] == stated_beyond(KEPT, "Oakline Ltd Support, if booked Pune, India", HEADS, whole=False)
