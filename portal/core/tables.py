"""Tables of the ground floor: audit entries, jobs, outgoing mail, facts about this installation and attempt counters."""

from piccolo.columns import UUID, BigInt, Integer, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class AuditEntry(Table, tablename="audit_entry"):
    """One thing that happened; sealed into a hash chain, never changed afterwards."""

    id = Serial(primary_key=True)
    at = Timestamptz(default=None, null=True)
    actor_kind = Varchar(12)
    actor_id = Varchar(40)
    actor_name = Varchar(200)
    vendor = UUID(default=None, null=True, index=True)
    action = Varchar(60, index=True)
    subject_kind = Varchar(40)
    subject_id = Varchar(60, index=True)
    detail = Text()
    position = Integer(default=None, null=True)
    previous_hash = Varchar(64)
    hash = Varchar(64)


class Job(Table, tablename="job"):
    """A piece of work waiting, running, done or failed."""

    id = Serial(primary_key=True)
    kind = Varchar(40)
    subject = Varchar(80)
    state = Varchar(10, index=True)
    attempts = Integer(default=0)
    not_before = Timestamptz(default=None, null=True)
    heartbeat = Timestamptz(default=None, null=True)
    worker = Varchar(80, null=True, default=None)
    error = Text()
    created_at = Timestamptz(default=None, null=True)
    finished_at = Timestamptz(default=None, null=True)


class OutboxMessage(Table, tablename="outbox_message"):
    """A mail to be sent, or shown on the outbox page where no mail server is configured."""

    id = UUID(primary_key=True)
    recipient = Varchar(254)
    subject = Varchar(200)
    body = Text()
    state = Varchar(10, index=True)
    error = Text()
    about = UUID(default=None, null=True)
    created_at = Timestamptz(default=None, null=True)
    sent_at = Timestamptz(default=None, null=True)


class Fact(Table, tablename="installation_fact"):
    """A named value about this installation, such as the company's name."""

    name = Varchar(40, primary_key=True)
    value = Text()


class TokensUsed(Table, tablename="tokens_used"):
    """How many tokens the language model used on a day (UTC, 2026-11-27), with what is taken for questions under way."""

    day = Varchar(10, primary_key=True)
    tokens = BigInt(default=0)


class Attempt(Table, tablename="attempt"):
    """One try at something limited, such as a sign-in; old ones are swept."""

    id = Serial(primary_key=True)
    key = Varchar(120, index=True)
    at = Timestamptz(default=None, null=True, index=True)
