"""No sequence of edits by two people loses an answer that one of them was told is saved."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as over
from hypothesis import strategies as st

from portal.assessments.choosing import add_questionnaire
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from questionnaires.values import Chosen, Given
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import sent
from tests.portal.assessments.two_people import ASKED, REFS, Raw, pair_at

pytestmark = pytest.mark.anyio

WORDS = st.sampled_from(["one", "two", "three", "four"])
_COMMENT = st.sampled_from(["", "Since May."])
_ANSWERS: dict[str, st.SearchStrategy[Raw]] = {
    "AC-01": st.builds(
        lambda answer, comment: {"answer": [answer], "comment": [comment]}, st.sampled_from(["yes", "no"]), _COMMENT
    ),
    "SV-02": st.one_of(
        st.builds(
            lambda chosen, words: {"answer": sorted(chosen), "other": [words]},
            st.sets(st.sampled_from(["eu", "us", "else"]), min_size=1),
            WORDS,
        ),
        st.just({"answer": ["none"], "other": [""]}),
    ),
    "SV-01": WORDS.map(lambda words: {"answer": [words]}),
}
_WHO, _REF = st.sampled_from([0, 1]), st.sampled_from(REFS)


def _answers(ref: str) -> st.SearchStrategy[Raw]:
    return st.one_of(_ANSWERS[ref], _ANSWERS[ref], _ANSWERS[ref], st.just({"answer": [""]}))


_ACTS = st.one_of(
    st.tuples(st.just("look"), _WHO),
    _REF.flatmap(lambda ref: st.tuples(st.just("write"), _WHO, st.just(ref), _answers(ref), st.booleans())),
    _REF.flatmap(lambda ref: st.tuples(st.just("write"), _WHO, st.just(ref), _answers(ref))),
    _REF.flatmap(lambda ref: st.tuples(st.just("insist"), _WHO, st.just(ref), _answers(ref))),
    _REF.flatmap(lambda ref: st.tuples(st.just("both"), st.just(ref), st.tuples(_answers(ref), _answers(ref)))),
    st.tuples(st.just("repeat"), _WHO, _REF),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@over(acts=st.lists(_ACTS, min_size=4, max_size=16))
async def test_no_sequence_of_edits_loses_an_answer(
    acts: list[tuple[object, ...]], browser: Browser, database: Settings, cast: Cast
) -> None:
    """An answer goes only where its successor's writer had been shown it, and its history has every one."""
    await add_questionnaire(SYSTEM, ASKED)
    pair = await pair_at(browser, cast, await sent(database, cast, ASKED.key))

    for name, *arguments in acts:
        await getattr(pair, str(name))(*arguments)

    standing, shown, missing = await pair.settled()
    assert [] == pair.lost
    assert {ref: given for ref, given in pair.last.items() if given is not None} == standing == shown
    assert set() == missing


async def test_the_second_writer_is_asked(browser: Browser, database: Settings, cast: Cast) -> None:
    """Otherwise the test above would hold of pages on which nobody ever meets anybody."""
    await add_questionnaire(SYSTEM, ASKED)
    pair = await pair_at(browser, cast, await sent(database, cast, ASKED.key))
    words: Raw = {"answer": ["else"], "other": ["Japan"]}

    await pair.write(0, "SV-02", {"answer": ["eu"], "other": [""]})
    await pair.write(1, "SV-02", words)
    refused = dict(pair.last)
    await pair.insist(1, "SV-02", words)

    assert 1 == pair.clashes
    assert {"SV-02": Given(("eu",))} == refused
    assert {"SV-02": Given(Chosen(("else",), "Japan"))} == (await pair.settled())[0]


async def test_a_careless_writer_would_be_caught(browser: Browser, database: Settings, cast: Cast) -> None:
    """Writing over an answer that one's page never showed is what the first test looks for."""
    await add_questionnaire(SYSTEM, ASKED)
    pair = await pair_at(browser, cast, await sent(database, cast, ASKED.key))

    await pair.write(0, "SV-01", {"answer": ["one"]})
    pair.tabs[1].revisions["SV-01"] = pair.tabs[0].revisions["SV-01"]
    await pair.write(1, "SV-01", {"answer": ["two"]})

    assert 1 == len(pair.lost)
