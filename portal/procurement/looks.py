"""How decisions look on pages: a colour, a sign and a word, never a colour alone."""

from dataclasses import dataclass

from portal.risk.levels import GateDecision, Owner


@dataclass(frozen=True, slots=True)
class Look:
    """A chip's word, tone and sign."""

    word: str
    tone: str
    sign: str


_LOOKS = {
    GateDecision.ALLOWED: Look("Yes", "ok", "✓"),
    GateDecision.ALLOWED_WITH_CONDITIONS: Look("With conditions", "warn", "!"),
    GateDecision.BLOCKED: Look("No", "bad", "✕"),
    GateDecision.EXPIRED: Look("Expired", "bad", "◷"),
}


def look(decision: GateDecision) -> Look:
    """Return how a decision is shown."""
    return _LOOKS[decision]


def owner_words(partner: str) -> dict[Owner, str]:
    """Return who is meant by the owner of a condition, on a page about this partner."""
    return {owner: partner if owner is Owner.VENDOR else owner.label for owner in Owner}
