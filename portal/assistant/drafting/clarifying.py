"""The draft of a question to the vendor about one of its answers; pure."""

from portal.assistant.drafting.wording import answer_words, nearest, question_words, says
from portal.drafts.composing import Outline, Paragraph, Said
from portal.drafts.foreign import plain
from portal.review.overruling import reviewers_reason
from portal.review.standing import Reviewed
from portal.risk.levels import VerdictState as V

_OTHERWISE = "Please send us the document that shows this, and tell us on which page."
_ASK = {
    V.CONTRADICTED: "This and your answer do not agree. Please tell us which of the two is right: if it is the answer, send us "
    "the document that shows it; if it is the document, correct the answer.",
    V.SUPPORTED_WITH_EXCEPTION: "This bears your answer out only in part or with an exception. Please tell us what has been "
    "done about it since, who is responsible, and by when it will be settled.",
    V.STALE: "The document that your answer rests on is past its date. Please send us the current one, or tell us when it "
    "will be issued.",
    V.SUPPORTED: "This bears your answer out. Please confirm that it still holds today.",
}
_NOT_SHOWN = (
    "Please send us the document that shows it and tell us on which page it stands, or tell us that there is none."
)
_DOUBT = "We do not take this to bear your answer out as it stands. Please tell us more, and send us what shows it."
_TELL_MORE = "Please tell us more about this, and send us the document that shows it if there is one."


def clarification(one: Reviewed, service: str) -> Outline:
    """Outline the question; it repeats the answer, says what the documents say of it, and what is asked."""
    return Outline(f"Question about {one.ref}", (Paragraph((Said(_opening(one)),)), *_matter(one, service)), _OTHERWISE)


def _opening(one: Reviewed) -> str:
    if not one.answered.is_answered:
        return f"We have no answer from you yet to {question_words(one)}."
    if one.answered.said_not_to_apply:
        why = f" because of this: {answer_words(one)}" if one.answered.comment else ""
        return f"You told us that {question_words(one)} does not apply{why}."
    return f"To {question_words(one)}, you answered: {answer_words(one)}."


def _matter(one: Reviewed, service: str) -> list[Paragraph]:
    if not one.answered.is_answered:
        return [Paragraph((Said("Please answer it, or tell us why it does not apply to you."),))]
    if one.answered.said_not_to_apply:
        whose = f" for {plain(service, 80)}" if service else ""
        return [Paragraph((Said(f"Please tell us why it does not apply{whose}, and what you do instead."),))]
    if one.state in (None, V.NOT_EVIDENCED) or one.verdict is None or not one.verdict.quotes:
        return _not_shown(one)
    return [Paragraph((*says(one, "Your document says", "We also read"), Said(_asked(one, service), rests=True)))]


def _asked(one: Reviewed, service: str) -> str:
    if reviewers_reason(one) and one.state is not V.SUPPORTED:
        return _DOUBT
    if one.state is V.OUT_OF_SCOPE:
        ours = f"the one we use, {plain(service, 80)}" if service else "the one we use"
        return f"This speaks of another service than {ours}. Please send us the document that covers ours."
    return _ASK.get(one.state or V.NOT_EVIDENCED, _TELL_MORE)


def _not_shown(one: Reviewed) -> list[Paragraph]:
    if one.verdict is None or one.state is not V.NOT_EVIDENCED:
        return [Paragraph((Said(_TELL_MORE),))]
    looked = one.verdict.searched
    found = f"We looked through {_counted(looked.documents, 'document')} of yours and found nothing that shows this."
    unread = looked.unread_pages + looked.unread_documents
    notes = (Said("Some of what you sent could not be read, so it may stand there."),) if unread else ()
    near = nearest(one, "What comes nearest")
    return [Paragraph((Said(found), *near, *notes)), Paragraph((Said(_NOT_SHOWN),))]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
