"""Small facts about this installation that somebody set: a name and a value each, kept in the database."""

from portal.core.tables import Fact


async def kept(name: str) -> str:
    """Return what is kept under a name; empty where nothing is."""
    fact = await Fact.objects().where(Fact.name == name).first()
    return fact.value if fact else ""


async def keep(name: str, value: str) -> None:
    """Keep a value under a name, instead of what was there."""
    if await Fact.exists().where(Fact.name == name):
        await Fact.update({Fact.value: value}).where(Fact.name == name)
    else:
        await Fact.insert(Fact(name=name, value=value))
