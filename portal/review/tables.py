"""Tables of review: the verdict worked out for each answer, the reviewers' decisions, conflicts, and who looks at what."""

from piccolo.columns import UUID, ForeignKey, Integer, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.assessments.tables import Assessment


class AnswerVerdict(Table, tablename="answer_verdict"):
    """What the evidence said of one answer at one time; the newest row of a question counts.

    `refuted` is JSON: the words of its comment that a document speaks against; none in rows from before it was asked. `parts`
    is JSON: the statements of an answer that makes several, each with its verdict. `confidence` is in hundredths, as it is
    shown; `sure` the same in ten thousandths, as it is held against thresholds. A row is never changed, but for
    `searched_last`: what the last look searched that came to the same.
    """

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    answer_revision = Integer(default=0)
    claim = Text()
    state = Varchar(30)
    reason = Text()
    confidence = Integer(default=None, null=True)
    sure = Integer(default=None, null=True)
    quotes = Text()
    refuted = Text(default=None, null=True)
    parts = Text(default=None, null=True)
    searched = Text()
    searched_last = Text(default=None, null=True)
    method = Varchar(80)
    worked_out_at = Timestamptz(default=None, null=True)


class Decision(Table, tablename="decision"):
    """What a reviewer decided on one answer; the newest row counts. `state` is the verdict that then holds."""

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    verdict = UUID(default=None, null=True)
    answer_revision = Integer(default=0)
    kind = Varchar(12)
    state = Varchar(30)
    reason = Text()
    decided_by = Varchar(40)
    decided_by_name = Varchar(200)
    decided_at = Timestamptz(default=None, null=True)


class Conflict(Table, tablename="conflict"):
    """Two statements about one question that differ; `sides` is JSON (portal.review.sides), the one that counts more first.

    Worked out anew with the verdicts: a row stays as long as the two differ.
    """

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    kind = Varchar(20)
    why = Text()
    sides = Text()
    found_at = Timestamptz(default=None, null=True)


class QuestionReviewer(Table, tablename="question_reviewer"):
    """The reviewer who is to look at a question; one for each question, or nobody."""

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    person = UUID()
    person_name = Varchar(200)
    given_at = Timestamptz(default=None, null=True)
