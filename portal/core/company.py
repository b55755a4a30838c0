"""The company this installation belongs to: its name, as vendors see it."""

from dataclasses import dataclass

from portal.core.kept import keep, kept
from portal.core.settings import Settings

_NAME = "company"


@dataclass(slots=True)
class Company:
    """The company's name, held by the running process."""

    name: str


async def load_company(settings: Settings) -> Company:
    """Return the name the operator set, else the one kept in the database."""
    if settings.company:
        return Company(settings.company)
    return Company(await kept(_NAME) or "Our company")


async def name_company(name: str) -> None:
    """Keep the company's name."""
    await keep(_NAME, name)
