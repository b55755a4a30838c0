"""Where a file of answers stands, and on whose side it is brought."""

from enum import StrEnum

from portal.core.scope import Can, Principal


class AnswerFileState(StrEnum):
    """Whether somebody still has to choose."""

    open = "open"
    merged = "merged"
    dropped = "dropped"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return self.value.capitalize()


def require_bringing(who: Principal) -> bool:
    """Return whether somebody brings files for the company's side, on the vendor's behalf; raises NotAllowed."""
    ours = not who.role.outside
    who.require(Can.assess if ours else Can.answer)
    return ours


def writer_of(who: Principal) -> str:
    """Name who an answer of a file is by: staff are said to have brought it, since the words are the vendor's."""
    return who.name if who.role.outside else f"{who.name[:150]}, for the vendor"
