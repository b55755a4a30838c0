"""The draft of an executive summary: half a page for people who are not technical, to be read aloud; pure."""

from collections.abc import Sequence
from datetime import date

from knowledge.citations import Quote
from portal.assistant.drafting.gathering import Gathered
from portal.assistant.drafting.profile import does_for_us
from portal.assistant.records.telling import Line
from portal.drafts.composing import Outline, Paragraph, Said
from portal.drafts.foreign import ended, plain
from portal.findings.standing import is_overdue, number_words
from portal.findings.tables import Finding
from portal.ratings.tables import Condition, RatingRecord
from portal.review.overruling import reviewers_reason
from portal.review.standing import Reviewed
from portal.risk.levels import FindingState, Owner, Severity
from portal.risk.levels import VerdictState as V
from portal.risk.rating import rating_from_json
from portal.risk.wording import counted, listed, long_date

_MOST = 4
_WAITING = {
    "draft": "A rating is being drafted; nobody has approved it.",
    "proposed": "A rating waits for the approval of a second person.",
}


def summary(of: Gathered) -> Outline:
    """Outline the summary: what the vendor does, its grade, what is open, what is out of date, what is not known."""
    parts = [
        Paragraph((*(Said(text) for text in does_for_us(of.vendor, of.services)),)),
        Paragraph((*(Said(text) for text in (*_grade(of), *_rests(of))),)),
        *_contradictions(of),
        *_findings(of),
        *_conditions(of),
        *_out_of_date(of),
        Paragraph((*(Said(text) for text in _unknown(of)),)),
    ]
    kept = tuple(part for part in parts if part.sentences)
    return Outline(f"Executive summary: {of.vendor.name}", kept, marked=True)


def _grade(of: Gathered) -> list[str]:
    waiting = [_WAITING[of.waiting.state]] if of.waiting and of.waiting.state in _WAITING else []
    row = of.rating
    if row is None:
        return [f"{plain(of.vendor.name)} is not rated yet, so there is no grade to rely on.", *waiting]
    rating = rating_from_json(row.result)
    subject = f"Its service {plain(of.rated)}" if of.rated else "It"
    said = [
        f"{subject} is rated {rating.grade.value}, on a scale from A, the best, to F; the risk that remains is "
        f"{rating.residual.label.lower()}.",
        f"{plain(row.approved_by_name)} approved this rating on {long_date(row.approved_at.date())}.",
    ]
    if row.valid_until is not None:
        over = row.valid_until < of.today
        when = long_date(row.valid_until)
        said.append(f"It ran out on {when} and has to be renewed." if over else f"It holds until {when}.")
    sure = f"Confidence in it is {rating.confidence.level.label.lower()}: {ended(rating.confidence.text)}"
    return [*said, sure, *(_beside(of, name, other) for name, other in of.others), *waiting]


def _beside(of: Gathered, name: str, row: RatingRecord) -> str:
    subject = f"Its service {plain(name)}" if name else "The vendor as a whole"
    until: date | None = row.valid_until
    over = until is not None and until < of.today
    when = f"{', which ran out on' if over else ' until'} {long_date(until)}" if until else ""
    return f"{subject} is rated {row.grade}{when}."


def _rests(of: Gathered) -> list[str]:
    if of.review is None:
        return ["The vendor has not submitted a questionnaire that could be checked."]
    states = [one.state for one in of.review.reviewed if one.state is not None]
    if not states:
        return ["None of its answers could be checked against its documents yet."]
    borne, partly = states.count(V.SUPPORTED), states.count(V.SUPPORTED_WITH_EXCEPTION)
    lapsed, against = states.count(V.STALE), states.count(V.CONTRADICTED)
    told = [
        f"Of {counted(len(states), 'answer')} that we checked, the vendor's own documents bear out {borne or 'none'}",
        f"bear out {partly} only in part or with an exception" if partly else "",
        f"bear out {lapsed} only by documents that are out of date" if lapsed else "",
        f"contradict {against}" if against else "contradict none",
    ]
    return [f"{listed(tuple(part for part in told if part))}."]


def _contradictions(of: Gathered) -> list[Paragraph]:
    ones = _weightiest(of, V.CONTRADICTED)
    lines = [Said(f"The vendor says: {ended(_claim(one))} {_reason(one)}", _quote(one)) for one in ones]
    return _under("Answers that do not hold against the evidence:", lines[:_MOST], len(lines))


def _weightiest(of: Gathered, state: V) -> list[Reviewed]:
    ones = [one for one in of.review.reviewed if one.state is state] if of.review else []
    return sorted((one for one in ones if _quote(one)), key=lambda one: -one.answered.question.weight.points)


def _claim(one: Reviewed) -> str:
    return plain(one.answered.claim or one.answered.words, 200)


def _reason(one: Reviewed) -> str:
    own = reviewers_reason(one)
    if own:
        return f"Our reviewer judged otherwise: {ended(plain(own, 220))}"
    return ended(plain(one.verdict.reason, 220)) if one.verdict else ""


def _quote(one: Reviewed) -> tuple[Quote, ...]:
    return one.verdict.quotes[:1] if one.verdict else ()


def _findings(of: Gathered) -> list[Paragraph]:
    if not of.findings:
        return [Paragraph((Said("No finding is open."),))]
    lines = [Said(_finding(of, row)) for row in of.findings]
    return _under("Findings that are not settled:", lines[:_MOST], len(lines))


def _finding(of: Gathered, row: Finding) -> str:
    said = f"{number_words(row)}, {Severity(row.severity).label.lower()}: {plain(row.title, 200)}"
    if row.state == FindingState.ACCEPTED.value:
        until = of.accepted.get(row.id)
        over = until is not None and until < of.today
        day_words = f" until {long_date(until)}" if until else ""
        return f"{said}; the risk {'was' if over else 'is'} accepted{day_words}{', which has passed' if over else ''}."
    day: date | None = row.due
    if day is None:
        return f"{said}; no date is set."
    late = "it was due on" if is_overdue(row, of.today) else "to be settled by"
    return f"{said}; {late} {long_date(day)}."


def _conditions(of: Gathered) -> list[Paragraph]:
    lines = [Said(_condition(of, one)) for one in sorted(of.conditions, key=lambda one: (one.due is None, one.due))]
    return _under("Conditions of the rating that are not met yet:", lines[:_MOST], len(lines))


def _condition(of: Gathered, one: Condition) -> str:
    said = f"{plain(one.title, 200).rstrip('.')} ({Owner(one.owner).label.lower()})"
    day: date | None = one.due
    if day is None:
        return f"{said}."
    return f"{said}, {'was due on' if day < of.today else 'by'} {long_date(day)}."


def _out_of_date(of: Gathered) -> list[Paragraph]:
    lines = [
        Said(
            f"“{plain(line.cells[1], 120)}” counted until {line.cells[2]}{_by(line)}.",
            (line.quote,) if line.quote else (),
        )
        for line in of.ended
    ]
    return _under("Evidence that is out of date:", lines[:_MOST], len(lines))


def _by(line: Line) -> str:
    """Say who stated a date that stands on no words of a page."""
    return f", as {plain(line.label, 80)}" if line.quote is None and line.label.startswith("stated by") else ""


def _unknown(of: Gathered) -> list[str]:
    said = []
    bare = _areas(of)
    if bare and of.review:
        count = sum(one.state is V.NOT_EVIDENCED for one in of.review.reviewed)
        on = f", on {listed(tuple(bare[:3]))}{' and other matters' if len(bare) > 3 else ''}"
        said.append(
            f"Nothing in its documents speaks to {counted(count, 'answer')}{on}; these rest on the vendor's word."
        )
    silent = sum(not one.answered.is_answered for one in of.review.reviewed) if of.review else 0
    if silent:
        said.append(f"{counted(silent, 'question')} {'is' if silent == 1 else 'are'} not answered.")
    unread = (counted(len(of.searched.unread_documents), "document"), counted(len(of.searched.unread), "page"))
    shown = tuple(text for text in unread if not text.startswith("0 "))
    if shown:
        said.append(f"{listed(shown)} could not be read, so what they say is not known.")
    if not of.searched.documents:
        said.append("There are no documents of this vendor that could be checked.")
    return [f"What we could not check: {text[:1].lower()}{text[1:]}" if n == 0 else text for n, text in enumerate(said)]


def _areas(of: Gathered) -> list[str]:
    ones = [one for one in of.review.reviewed if one.state is V.NOT_EVIDENCED] if of.review else []
    return list(dict.fromkeys(one.answered.section.area.label.lower() for one in ones))


def _under(head: str, lines: Sequence[Said], total: int) -> list[Paragraph]:
    more = [Said(f"and {total - len(lines)} more.")] if total > len(lines) else []
    return [Paragraph((*lines, *more), head)] if lines else []
