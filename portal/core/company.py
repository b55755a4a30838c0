"""The company this installation belongs to: its name, as vendors see it."""

from dataclasses import dataclass

from portal.core.settings import Settings
from portal.core.tables import Fact


@dataclass(slots=True)
class Company:
    """The company's name, held by the running process."""

    name: str


async def load_company(settings: Settings) -> Company:
    """Return the name the operator set, else the one kept in the database."""
    if settings.company:
        return Company(settings.company)
    fact = await Fact.objects().where(Fact.name == "company").first()
    return Company(fact.value if fact else "Our company")


async def name_company(name: str) -> None:
    """Keep the company's name."""
    if await Fact.exists().where(Fact.name == "company"):
        await Fact.update({Fact.value: name}).where(Fact.name == "company")
    else:
        await Fact.insert(Fact(name="company", value=name))
