"""Lets the heads of the bank speak of a sentence that the rules do not understand; every check that can lower still holds."""

from knowledge.amounts import by_values
from knowledge.checks import by_label, by_narrowing
from knowledge.comparing import Comparison
from knowledge.outcomes import Relation, Verdicted
from knowledge.polarity import Modality, Party, is_planned, modality, party, permits
from knowledge.stances.judging import Told
from knowledge.stating import Stated

LONGEST = 600
COVERED = 0.9
_SAME = "The document says the same in other words."
_OTHERWISE = "The document says otherwise, in other words than the claim's."
_ANOTHER = "The document names another choice than the vendor."


def leant(claim: Stated, said: str, told: Told, whole: bool = True) -> Comparison | None:
    """Return what a sentence does to a claim as the heads see it, or None when they are not sure.

    A row of a table, which is no whole sentence, conflicts by its values only.
    """
    if len(said) > LONGEST or not (told.is_so or (told.is_against and whole)):
        return None
    for outcome in (_by_modality(said), _by_party(claim, said)):
        if outcome is not None:
            return Comparison(*outcome, COVERED)
    if told.is_against:
        return Comparison(Relation.CONFLICTS, _OTHERWISE, COVERED, soft=True)
    for check in (by_label, by_values, by_narrowing):
        outcome = check(claim, said, party(said))
        if outcome is not None:
            return Comparison(*outcome, COVERED, soft=True)
    return Comparison(Relation.SUPPORTS, _SAME, COVERED)


def _by_modality(said: str) -> Verdicted | None:
    how = Modality.PLANNED if is_planned(said) else modality(said)
    if how in (Modality.PLANNED, Modality.ASKED) or (how is Modality.ADVISED and not permits(said)):
        return Relation.FALLS_SHORT, f"The document only {how.label}; the claim says that it is so."
    return None


def _by_party(claim: Stated, said: str) -> Verdicted | None:
    who = party(said)
    if who in (Party.VENDOR, claim.party):
        return None
    return Relation.FALLS_SHORT, f"The document speaks of what {who.label} does, the claim of {claim.party.label}."
