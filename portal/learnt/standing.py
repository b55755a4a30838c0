"""What was learnt, as it stands now, for whoever checks a claim."""

from dataclasses import replace

from knowledge.heads.calibrating import RATE
from knowledge.retrieval import Tools
from knowledge.stances.learnt import Learnt, base, from_bytes
from portal.core.kept import keep, kept
from portal.learnt.tables import Learning

_RATE = "error rate"
_read: dict[str, Learnt] = {}  # the newest alone; rows never change, so a digest says enough


async def learnt_digest() -> str:
    """Name what was learnt and counts now; empty where nothing was, or where other heads ship since."""
    row = await Learning.select(Learning.digest, Learning.base).order_by(Learning.id, ascending=False).first()
    return row["digest"] if row is not None and row["base"] == base() else ""


async def learnt_now() -> Learnt | None:
    """Return what was learnt and counts now, or None; reads the weights once a process."""
    digest = await learnt_digest()
    if not digest:
        return None
    if digest not in _read:
        row = await Learning.select(Learning.weights).where(Learning.digest == digest).first()
        assert row is not None
        _read.clear()
        _read[digest] = from_bytes(bytes(row["weights"]))
    return _read[digest]


async def error_rate() -> float:
    """Return which share of the supports shown as certain may be wrong, from 0 to 1: what was chosen here, else RATE."""
    chosen = await kept(_RATE)
    return float(chosen) if chosen else RATE


async def keep_error_rate(rate: float) -> None:
    """Keep which share may be wrong, from 0 to 1."""
    await keep(_RATE, str(rate))


async def taught(tools: Tools) -> Tools:
    """Return tools that check claims by what was learnt, as it stands now."""
    return replace(tools, learnt=await learnt_now())
