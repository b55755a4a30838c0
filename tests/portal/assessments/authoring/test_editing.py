"""Whatever two people do to one draft at once, nothing that was acknowledged is lost."""

import asyncio
from uuid import UUID

import pytest

from portal.assessments.authoring.arranging import Arrange, add_question, arrange_question, next_ref
from portal.assessments.authoring.editing import ChangedMeanwhile, save_question
from portal.assessments.authoring.loading import load_whole
from portal.assessments.authoring.publishing import discard_draft, publish_draft
from portal.assessments.authoring.starting import start_draft, start_version
from portal.assessments.authoring.tables import QuestionnaireDraft
from portal.assessments.choosing import RESERVED, add_questionnaire
from portal.core.errors import Conflict, NotAllowed
from questionnaires.tables import StoredQuestionnaire
from tests.cast import Cast
from tests.questionnaires.samples import MFA, questionnaire

pytestmark = pytest.mark.anyio


async def begun(cast: Cast) -> tuple[QuestionnaireDraft, UUID]:
    """A draft with one question that asks something."""
    draft = await start_draft(cast.reviewer, "Cloud check")
    part = (await load_whole(draft)).parts[0]
    row = await add_question(cast.reviewer, draft.id, part.id)
    await save_question(cast.reviewer, draft.id, row.id, {"text": ["Is it so?"]}, 1)
    return draft, row.id


async def texts(draft: QuestionnaireDraft) -> list[str]:
    """What the questions of a draft ask, in their order."""
    return [piece.typed.text for piece in (await load_whole(draft)).pieces]


async def test_of_two_who_save_at_once_one_is_told(cast: Cast) -> None:
    """Both write over the same words: one is acknowledged and stands, the other learns who was faster."""
    draft, question = await begun(cast)
    people = (cast.reviewer, cast.approver)

    done = await asyncio.gather(
        *(save_question(who, draft.id, question, {"text": [who.name]}, 2) for who in people), return_exceptions=True
    )

    won = [who.name for who, result in zip(people, done, strict=True) if not isinstance(result, Exception)]
    (lost,) = [result for result in done if isinstance(result, Exception)]
    assert isinstance(lost, ChangedMeanwhile)
    assert won == await texts(draft) == [lost.by]


async def test_saving_the_same_again_changes_nothing(cast: Cast) -> None:
    """Whoever got no reply may send it again with the revision seen before."""
    draft, question = await begun(cast)

    again = await save_question(cast.reviewer, draft.id, question, {"text": ["Is it so?"]}, 1)

    assert "Is it so?" == again.text
    assert 2 == (await load_whole(draft)).pieces[0].row.revision


async def test_moves_and_additions_at_once_lose_no_question(cast: Cast) -> None:
    """However the moves of two people fall, every question stays, each once and each in a place of its own."""
    draft, first = await begun(cast)
    part = (await load_whole(draft)).parts[0]
    more = [await add_question(cast.reviewer, draft.id, part.id) for _ in range(3)]

    await asyncio.gather(
        arrange_question(cast.reviewer, draft.id, first, Arrange.down),
        arrange_question(cast.approver, draft.id, more[2].id, Arrange.up),
        add_question(cast.approver, draft.id, part.id, first),
        arrange_question(cast.reviewer, draft.id, more[0].id, Arrange.copy),
    )

    pieces = (await load_whole(draft)).pieces
    assert 6 == len({piece.id for piece in pieces}) == len({piece.typed.ref for piece in pieces})
    assert [0, 1, 2, 3, 4, 5] == [piece.row.position for piece in pieces]


async def test_of_two_who_publish_at_once_one_does(cast: Cast) -> None:
    """A draft becomes a version once."""
    draft, _ = await begun(cast)
    seen = (await load_whole(draft)).questionnaire.version

    done = await asyncio.gather(
        *(publish_draft(who, draft.id, seen) for who in (cast.reviewer, cast.approver)), return_exceptions=True
    )

    assert [Conflict] == [type(result) for result in done if isinstance(result, Exception)]
    assert 1 == await StoredQuestionnaire.count().where(StoredQuestionnaire.key == "cloud-check")


async def test_a_key_is_free_and_no_other_page(cast: Cast) -> None:
    """Neither our sets, nor other questionnaires, nor addresses beside them are taken by a new one's key."""
    await add_questionnaire(cast.reviewer, questionnaire(MFA))

    keys = [(await start_draft(cast.reviewer, title)).key for title in ("Core", "Small", "Small", "New", "Drafts")]

    assert ["core-2", "small-2", "small-3", "new-2", "drafts-2"] == [key.replace("_", "-") for key in keys]
    assert {"new", "drafts"} == set(RESERVED)


async def test_only_ones_own_questionnaires_have_a_next_version(cast: Cast) -> None:
    """Surety's own sets are duplicated instead."""
    with pytest.raises(Conflict, match="duplicate it instead"):
        await start_version(cast.reviewer, "core")


async def test_whoever_may_not_send_may_not_write(cast: Cast) -> None:
    """Procurement, auditors and vendors write nothing."""
    for who in (cast.procurement, cast.auditor, cast.helio.who):
        with pytest.raises(NotAllowed):
            await start_draft(who, "Mine")


async def test_a_version_published_before_is_not_published_again(cast: Cast) -> None:
    """Going back to old words word for word is said, so that the newest version is always the one published last."""
    draft, _ = await begun(cast)
    await publish_draft(cast.reviewer, draft.id, (await load_whole(draft)).questionnaire.version)
    second = await start_version(cast.reviewer, "cloud-check")

    with pytest.raises(Conflict, match="word for word"):
        await publish_draft(cast.reviewer, second.id, (await load_whole(second)).questionnaire.version)

    await discard_draft(cast.reviewer, second.id)


async def test_proposed_references_count_on(cast: Cast) -> None:
    """The next reference is one more than the last of the section, or made of the section's title."""
    draft, _ = await begun(cast)
    whole = await load_whole(draft)

    assert ["GE-01"] == [piece.typed.ref for piece in whole.pieces]
    assert "GE-02" == next_ref(whole, whole.parts[0])
