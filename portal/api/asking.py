"""A question by API goes the way a person's does: kept as a turn of the token owner's own, answered, on record."""

from portal.api.shapes import AnswerOut, CitationOut, RecordOut, SearchedOut
from portal.assistant.answering import answer_turn
from portal.assistant.asking import ask
from portal.assistant.keeping import cited_from_json, searched_from_json
from portal.assistant.records.telling import Told, line_cells, told_from_json
from portal.assistant.states import TurnState
from portal.assistant.tables import Conversation, Turn
from portal.core.errors import InvalidForm, PortalError
from portal.core.scope import Principal
from portal.engines import Engines
from portal.vendors.tables import Vendor

LONGEST_QUESTION = 4000


class NotAnswered(PortalError):
    """The answer could not be worked out; the question is kept."""

    status = 503


async def answer_by_api(who: Principal, vendor: Vendor, question: str, engines: Engines) -> AnswerOut:
    """Ask about one vendor and return the whole answer; raises InvalidForm, TooManyAttempts, NotAnswered."""
    question = " ".join(question.split())
    if not question or len(question) > LONGEST_QUESTION:
        raise InvalidForm({"question": f"Question: between 1 and {LONGEST_QUESTION} characters, please."})
    asked = await ask(who, question, vendor, None)
    conversation = await Conversation.objects().where(Conversation.id == asked.conversation).first()
    assert conversation is not None
    await answer_turn(asked.id, conversation, who, engines, lambda piece: None)
    turn = await Turn.objects().where(Turn.id == asked.id).first()
    if turn is None or turn.state != TurnState.answered.value:
        raise NotAnswered("This question could not be answered just now. It is kept; please try again.")
    return _answer(turn)


def _answer(turn: Turn) -> AnswerOut:
    searched = searched_from_json(turn.searched)
    return AnswerOut(
        answer=turn.answer,
        answered=turn.answered,
        citations=[
            CitationOut(one.quote.document, one.quote.page, one.quote.text)
            for one in cited_from_json(turn.citations)
            if one.quote is not None
        ],
        searched=SearchedOut(searched.documents, searched.pages),
        written_by=turn.written_by,
        note=turn.note,
        records=_records(told_from_json(turn.records)),
    )


def _records(told: Told | None) -> list[RecordOut]:
    return [
        RecordOut(
            line_cells(block, line),
            line.link,
            CitationOut(line.quote.document, line.quote.page, line.quote.text) if line.quote else None,
        )
        for block in (told.blocks if told else ())
        for line in block.lines
    ]
