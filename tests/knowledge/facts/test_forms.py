"""Tests of reading labels and values in the layouts that forms come in."""

import pytest

from knowledge.facts.forms import Form
from knowledge.pages import PageState, PageText

FORM = Form({"body": r"certification\s+body", "holder": r"holder", "until": r"valid\s+until", "_other": r"page"})


def entries(text: str) -> list[tuple[str, str]]:
    """Read a page's labels with their values."""
    return [(entry.name, entry.text) for entry in FORM.entries([PageText(1, "", PageState.TEXT, text)])]


@pytest.mark.parametrize(
    "text",
    [
        "Certification body: Norvale\nHolder: Acme Inc.\nValid until: 1 May 2027",
        "Certification body\nNorvale\nHolder\nAcme Inc.\nValid until\n1 May 2027",
        "Certification body Norvale\nHolder Acme Inc.\nValid until 1 May 2027",
        "Certification body\nHolder\nValid until\nNorvale\nAcme Inc.\n1 May 2027",
        "1. Certification body: Norvale\n2. Holder: Acme Inc.\n3. Valid until: 1 May 2027",
        "Certification body: Norvale Holder: Acme Inc. Valid until: 1 May 2027",
        "Certification body\n \n \nNorvale\n \nHolder\n \nAcme Inc.\n\nValid until\n\n1 May 2027",
    ],
)
def test_the_same_values_come_out_of_every_layout(text: str) -> None:
    """One line, two lines, a table's cells, a block of labels before one of values, or all on one line."""
    assert [("body", "Norvale"), ("holder", "Acme Inc."), ("until", "1 May 2027")] == entries(text)


@pytest.mark.parametrize(
    "text",
    [
        "The holder of the certificate keeps it.",
        "Our certification body audits the holder every year.",
        "Contents\nHolder\nThe system",
        "Holder Valid until\nAcme Inc. 1 May 2027",
    ],
)
def test_a_label_in_a_sentence_or_a_list_of_contents_is_none(text: str) -> None:
    """Words of a sentence, headings in a table of contents and rows of labels have no value behind them."""
    assert [] == entries(text)
