"""Table of requests that carried an Idempotency-Key, with what they were answered."""

from piccolo.columns import Integer, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class KeptAnswer(Table, tablename="kept_answer"):
    """One request under one key: `key_hash` is over token, method, path and key; status 0 while it is being worked on."""

    id = Serial(primary_key=True)
    key_hash = Varchar(64)
    body_hash = Varchar(64)
    status = Integer(default=0)
    body = Text()
    created_at = Timestamptz(default=None, null=True, index=True)
