"""Entries of the audit log in words."""

from portal.core.entries import action_words, detail_words


def test_an_action_is_said_in_words() -> None:
    """Dots and underscores are for programs."""
    assert "Answer: evidence changed" == action_words("answer.evidence_changed")


def test_a_detail_becomes_short_facts() -> None:
    """Ids and hashes are cut, what is empty is left out, and lists are told one after the other."""
    identity = "5011c0c6-853d-4f7c-98fe-79dd3c705960"
    detail = f'{{"added":["{identity}"],"due_on":null,"ref":"SP-05","removed":[],"sha256":"{"a1" * 32}","was":true}}'

    words = detail_words(detail)

    assert [("added", "5011c0c6…"), ("ref", "SP-05"), ("sha256", "a1a1a1a1…"), ("was", "yes")] == words


def test_no_detail_is_no_facts() -> None:
    """An entry without detail shows none."""
    assert [] == detail_words("{}") == detail_words("")
