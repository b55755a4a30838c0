"""The draft of a finding on one answer: what is wrong, how grave it looks, and what it stands on; pure."""

from portal.assistant.drafting.wording import answer_words, claim_words, nearest, question_words, says
from portal.drafts.composing import Outline, Paragraph, Said
from portal.drafts.foreign import ended, plain, shortened
from portal.review.overruling import reviewers_reason
from portal.review.standing import Reviewed
from portal.risk.levels import Severity
from portal.risk.levels import VerdictState as V
from questionnaires.model import Weight

_TITLES = {
    V.CONTRADICTED: "the evidence contradicts the answer",
    V.SUPPORTED_WITH_EXCEPTION: "borne out only with an exception",
    V.STALE: "the evidence is past its date",
    V.OUT_OF_SCOPE: "the evidence is about another service",
    V.NOT_EVIDENCED: "nothing in the evidence shows it",
}
_BORNE_OUT = "(The evidence bears this answer out. Say here what is wrong all the same.)"
_REMEDY = {
    V.CONTRADICTED: "To remediate it, the vendor does what it answered and shows it, or corrects the answer.",
    V.SUPPORTED_WITH_EXCEPTION: "To remediate it, the vendor shows that the exception is settled.",
    V.STALE: "To remediate it, the vendor sends a current document.",
    V.OUT_OF_SCOPE: "To remediate it, the vendor sends evidence that covers our service.",
    V.SUPPORTED: _BORNE_OUT,
    V.NOT_EVIDENCED: "To remediate it, the vendor sends evidence, or says that there is none.",
}
_OTHER_REMEDY = "To remediate it, the vendor says what it will change and by when."
_GRAVE = {Weight.CRITICAL: Severity.HIGH, Weight.HIGH: Severity.HIGH, Weight.NORMAL: Severity.MEDIUM}


def shortcoming(one: Reviewed) -> Outline:
    """Outline the finding; its severity is proposed from the question's weight and the verdict in force."""
    remedy = _REMEDY.get(one.state, _OTHER_REMEDY) if one.state else _OTHER_REMEDY
    parts = (
        Paragraph((Said(_opening(one)),)),
        *_grounds(one),
        Paragraph((Said(remedy),)),
    )
    return Outline(_title(one), parts, severity=_severity(one).value)


def _title(one: Reviewed) -> str:
    if not one.answered.is_answered:
        return f"{one.ref}: not answered: {claim_words(one)}"
    if one.state is None or one.state is V.SUPPORTED:
        said = f"Answer: {plain(one.answered.words, 60)}"
        return shortened(f"{one.ref}: {plain(one.answered.question.text, 120)} {said}", 200)
    return f"{one.ref}: {_TITLES[one.state]}: {claim_words(one)}"


def _opening(one: Reviewed) -> str:
    if not one.answered.is_answered:
        return f"The vendor has not answered {question_words(one)}."
    if one.answered.said_not_to_apply:
        why = f", because of this: {answer_words(one)}" if one.answered.comment else ""
        return f"The vendor says that {question_words(one)} does not apply{why}."
    return f"To {question_words(one)}, the vendor answered: {answer_words(one)}."


def _grounds(one: Reviewed) -> list[Paragraph]:
    if one.verdict is None:
        return []
    own = reviewers_reason(one)
    reason = () if own else (Said(ended(plain(one.verdict.reason, 300)), rests=_is_shown(one)),)
    if _is_shown(one):
        told = says(one, "The evidence says", "It also says")
        repeated = any(plain(quote.text, 200) in said.text for said in reason for quote in one.verdict.quotes)
        grounds = [Paragraph((*told, *(() if repeated else reason)))]
    else:
        near = nearest(one, "What comes nearest")
        grounds = [Paragraph((*reason, *near, Said(one.verdict.searched.words)))]
    if own and one.state is not None:
        said = f"A reviewer put “{one.state.label.lower()}” in force: {ended(plain(own, 300))}"
        grounds.append(Paragraph((Said(said),)))
    return grounds


def _is_shown(one: Reviewed) -> bool:
    """Whether words of a page speak for the verdict in force, rather than come nearest to what nothing shows."""
    return one.verdict is not None and bool(one.verdict.quotes) and one.state is not V.NOT_EVIDENCED


def _severity(one: Reviewed) -> Severity:
    proposed = _GRAVE.get(one.answered.question.weight, Severity.LOW)
    if one.state is V.CONTRADICTED or not one.answered.is_answered or one.state is None:
        return proposed
    return {Severity.HIGH: Severity.MEDIUM}.get(proposed, Severity.LOW)
