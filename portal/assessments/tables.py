"""Tables of assessments: what was sent to whom, the invitations, the evidence of each answer, and what was asked again."""

from piccolo.columns import UUID, Date, ForeignKey, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.evidence.tables import Evidence
from portal.vendors.tables import Contact, Service, Vendor


class Assessment(Table, tablename="assessment"):
    """One questionnaire, in one frozen version, for one vendor (and service), until one date.

    `campaign` names the campaign it was sent in, `opened_at` the moment its contact first came in by a link.
    """

    id = UUID(primary_key=True)
    vendor = ForeignKey(Vendor, null=False, on_delete=OnDelete.restrict)
    service = ForeignKey(Service, null=True, default=None, on_delete=OnDelete.restrict)
    contact = ForeignKey(Contact, null=False, on_delete=OnDelete.restrict)
    questionnaire = UUID()
    response = UUID(index=True)
    title = Varchar(200)
    state = Varchar(12, index=True)
    due = Date(default=None, null=True)
    message = Text()
    sent_by = Varchar(40)
    sent_by_name = Varchar(200)
    sent_at = Timestamptz(default=None, null=True)
    campaign = UUID(default=None, null=True)
    opened_at = Timestamptz(default=None, null=True)
    submitted_at = Timestamptz(default=None, null=True)
    attested_name = Varchar(200)
    attested_title = Varchar(120)
    receipt = Text()
    returned_note = Text()
    completed_at = Timestamptz(default=None, null=True)
    created_at = Timestamptz(default=None, null=True)


class Invitation(Table, tablename="invitation"):
    """A link for a contact: the code is kept as a hash, works once, until it expires or is revoked."""

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    contact = ForeignKey(Contact, null=False, on_delete=OnDelete.restrict)
    email = Varchar(254)
    code_hash = Varchar(64, index=True)
    created_at = Timestamptz(default=None, null=True)
    expires_at = Timestamptz(default=None, null=True)
    used_at = Timestamptz(default=None, null=True)
    revoked_at = Timestamptz(default=None, null=True)


class AnswerEvidence(Table, tablename="answer_evidence"):
    """Evidence a contact put to one question."""

    id = Serial(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    evidence = ForeignKey(Evidence, null=False, on_delete=OnDelete.restrict)
    added_by = Varchar(200)
    added_at = Timestamptz(default=None, null=True)


class AskedAgain(Table, tablename="asked_again"):
    """A question the reviewer wants answered again, with the note the vendor reads."""

    id = Serial(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    note = Text()
    asked_by_name = Varchar(200)
    asked_at = Timestamptz(default=None, null=True)
    returned_at = Timestamptz(default=None, null=True)
    settled_at = Timestamptz(default=None, null=True)


class Suggestion(Table, tablename="suggestion"):
    """An answer that the vendor's own documents seem to give to one question; it counts only once a contact confirms it.

    Open ones follow the evidence; what a contact decided stays. `value` is empty where words have to be looked at first.
    """

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict, index=True)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    kind = Varchar(10)
    value = Text(default=None, null=True)
    quotes = Text()
    method = Varchar(80)
    state = Varchar(10)
    found_at = Timestamptz(default=None, null=True)
    decided_by_name = Varchar(200)
    decided_at = Timestamptz(default=None, null=True)


class SuggestionRun(Table, tablename="suggestion_run"):
    """What was looked at when an assessment's suggestions were last worked out, as a hash."""

    assessment = UUID(primary_key=True)
    basis = Varchar(64)
    worked_out_at = Timestamptz(default=None, null=True)
