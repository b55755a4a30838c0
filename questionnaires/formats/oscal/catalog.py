"""A catalog as it is taken in: who published which version, and its controls in order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Control:
    """One control: its id lasts over versions, its label is what people call it, its text has the parameters in it."""

    id: str
    label: str
    title: str
    group: str
    text: str
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """A catalog, and a sentence for each thing of it that was left out."""

    uuid: str
    title: str
    version: str
    oscal_version: str
    modified: str
    controls: tuple[Control, ...]
    warnings: tuple[str, ...] = ()
