"""Table of what was learnt from reviewers' decisions."""

from piccolo.columns import Bytea, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class Learning(Table, tablename="learning"):
    """What was learnt at one time; the newest row counts, and one without a digest says that it was forgotten.

    `base` names the shipped heads it was learnt over: with others it is not used. `weights` are numbers and names
    (knowledge.stances.learnt), `told` is the result as it was printed.
    """

    id = Serial(primary_key=True)
    digest = Varchar(64)
    base = Varchar(64)
    weights = Bytea()
    told = Text()
    learnt_by = Varchar(40)
    learnt_by_name = Varchar(200)
    learnt_at = Timestamptz(default=None, null=True)
