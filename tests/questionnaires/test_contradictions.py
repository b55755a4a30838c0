"""Answers of one response that cannot both hold."""

from datetime import date

import pytest

from questionnaires.bank import questionnaire
from questionnaires.contradictions import contradictions, rules
from questionnaires.values import Given

DAY = date(2026, 11, 21)


def found(key: str, **answers: Given) -> list[tuple[str, str]]:
    """Return the pairs that contradict each other; names are references with an underscore."""
    given = {ref.replace("_", "-"): one for ref, one in answers.items()}
    return [rule.refs for rule in contradictions(key, given, DAY)]


def test_every_rule_is_about_questions_of_its_sets() -> None:
    """A reference that a set does not know would never be found, whatever is answered."""
    unknown = [
        (key, ref)
        for rule in rules()
        for key in rule.keys
        for ref in rule.refs
        if questionnaire(key).find_question(ref) is None
    ]

    assert [] == unknown


def test_nobody_else_has_the_data_and_yet_a_cloud_runs_the_service() -> None:
    """A hosting provider is somebody else; equipment of one's own is not."""
    nobody = Given("no")

    assert [("SP-01", "SV-03")] == found("core", SP_01=nobody, SV_03=Given("public_cloud"))
    assert [] == found("core", SP_01=nobody, SV_03=Given("own_site"))
    assert [] == found("core", SP_01=Given("yes"), SV_03=Given("public_cloud"))
    assert [] == found("lite", SP_01=nobody, SV_03=Given("public_cloud"))


@pytest.mark.parametrize(("last", "expected"), [(date(2025, 6, 1), [("VU-03", "VU-04")]), (date(2025, 11, 1), [])])
def test_a_yearly_test_was_done_within_fourteen_months(last: date, expected: list[tuple[str, str]]) -> None:
    """The day itself tells whether a yearly test happened; a month or two late is no contradiction."""
    assert expected == found("lite", VU_03=Given("yes"), VU_04=Given(last))


@pytest.mark.parametrize(("hours", "expected"), [(4.0, [("BC-04", "BC-05")]), (168.0, [])])
def test_a_weekly_backup_cannot_lose_less_than_a_day(hours: float, expected: list[tuple[str, str]]) -> None:
    """A week between backups and a recovery point of hours do not go together."""
    assert expected == found("core", BC_04=Given(hours), BC_05=Given("weekly"))
