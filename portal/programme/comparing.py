"""What a catalog changes about the requirements that came from it before; pure."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from questionnaires.formats.oscal import Control


@dataclass(frozen=True, slots=True)
class Words:
    """What a requirement is called and says, in the catalog's words or ours."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Held:
    """A requirement that came from a catalog; `taken` are the words that were taken from it last."""

    id: UUID
    ref: str
    control: str
    words: Words
    taken: Words
    guidance: str
    grouped: str
    active: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A requirement and the control that it came from, as that is now."""

    held: Held
    control: Control

    @property
    def offered(self) -> Words:
        """The catalog's words."""
        return Words(self.control.title, self.control.text)

    @property
    def edited_here(self) -> bool:
        """Whether somebody changed the words since they were taken."""
        return self.held.words != self.held.taken

    @property
    def words_move(self) -> bool:
        """Whether the catalog says it in words that neither stand here nor were taken before."""
        return self.offered not in (self.held.taken, self.held.words)

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """What the catalog would move: its name, what stands here, what the catalog says."""
        words = [
            ("Title", self.held.words.title, self.control.title),
            ("What is required", self.held.words.text, self.control.text),
        ]
        aside = [
            ("Group", self.held.grouped, self.control.group),
            ("Guidance", self.held.guidance, self.control.guidance),
        ]
        return [one for one in (*(words if self.words_move else ()), *aside) if one[1] != one[2]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What taking a catalog in would do; a requirement edited here keeps its words unless a person says otherwise."""

    added: tuple[Control, ...]
    changed: tuple[Pair, ...]
    edited: tuple[Pair, ...]
    back: tuple[Pair, ...]
    gone: tuple[Held, ...]
    unchanged: int

    @property
    def groups(self) -> list[tuple[str, list[Control]]]:
        """The new controls by the outermost group around them, in the catalog's order."""
        found: dict[str, list[Control]] = {}
        for control in self.added:
            found.setdefault(control.group, []).append(control)
        return list(found.items())

    @property
    def nothing(self) -> bool:
        """Whether the catalog brings nothing that is not here."""
        return not (self.added or self.changed or self.edited or self.back or self.gone)

    @property
    def mark(self) -> str:
        """A hash of what is shown, so that a person takes in what was seen and nothing else."""
        pairs = [
            [kind, str(pair.held.id), *pair.differences]
            for kind, some in (("changed", self.changed), ("edited", self.edited), ("back", self.back))
            for pair in some
        ]
        shown = [[one.id for one in self.added], pairs, [str(one.id) for one in self.gone]]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()


def compared(controls: Sequence[Control], held: Sequence[Held]) -> Comparison:
    """Hold a catalog's controls against the requirements that came from it, control by control."""
    here = {one.control: one for one in held}
    offered = {one.id for one in controls}
    pairs = [Pair(here[one.id], one) for one in controls if one.id in here]
    edited = [pair for pair in pairs if pair.edited_here and pair.words_move]
    changed = [pair for pair in pairs if pair.differences and not (pair.edited_here and pair.words_move)]
    back = [pair for pair in pairs if pair.held.gone]
    touched = {pair.held.id for pair in (*edited, *changed, *back)}
    return Comparison(
        added=tuple(one for one in controls if one.id not in here),
        changed=tuple(changed),
        edited=tuple(edited),
        back=tuple(back),
        gone=tuple(one for one in held if one.control not in offered and not one.gone),
        unchanged=sum(pair.held.id not in touched for pair in pairs),
    )


def free_refs(controls: Sequence[Control], used: set[str]) -> Iterator[tuple[Control, str]]:
    """Give each new control a reference that no requirement has: its label, else its id, else one with a number behind."""
    taken = set(used)
    for control in controls:
        names = (control.label, control.id)
        wanted = [_as_ref(name) for name in names if len(name) <= _LONGEST] or [_as_ref(control.label)]
        numbered = (f"{wanted[0][: _LONGEST - 5]}-{number}" for number in range(2, len(controls) + len(used) + 3))
        ref = next(one for one in (*wanted, *numbered) if one not in taken)
        taken.add(ref)
        yield control, ref


_LONGEST = 20
_ALLOWED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-()&_:")


def _as_ref(name: str) -> str:
    ref = "".join(sign if sign in _ALLOWED else "-" for sign in name.upper())[:_LONGEST]
    return ref if ref[0].isalnum() else f"C{ref}"[:_LONGEST]
