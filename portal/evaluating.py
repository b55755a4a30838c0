"""`surety evaluate`: the golden sets, run on this machine, and the error rates they give."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

import click

from portal.core.errors import PortalError
from portal.core.running import print_json

if TYPE_CHECKING:
    from knowledge.retrieval import Tools
    from portal.core.settings import Settings
    from portal.engines import Engines

Rows = list[tuple[str, str]]
Result = TypeVar("Result")


@click.command()
@click.argument("sets", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON, with the claims behind each error.")
@click.option(
    "--benchmarks",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=None,
    help="Folder with the public benchmark sets: `retrieval`, `ingest` and `grounding`, and more of `reading` and `screening`.",
)
@click.option(
    "--reveal",
    is_flag=True,
    help="For the sets `facts`, `verdicts` and `gap`: tell the slips of the group kept apart too.",
)
def evaluate(sets: tuple[str, ...], as_json: bool, benchmarks: Path | None, reveal: bool) -> None:
    """Run golden sets and print their figures.

    Sets: verdicts, gap, answers, assistant, query, languages, facts, screening, reading, injection; with --benchmarks also
    retrieval, ingest and grounding.
    Default: all.
    """
    runs: dict[str, Callable[[], dict[str, object]]] = {
        "verdicts": lambda: _verdicts(reveal),
        "gap": lambda: _gap(reveal),
        "answers": _answers,
        "assistant": _assistant,
        "query": _query,
        "languages": _languages,
        "facts": lambda: _facts(reveal),
        "screening": lambda: _screening(benchmarks),
        "reading": lambda: _reading(benchmarks),
        "injection": _injection,
    }
    if benchmarks is not None:
        folder = benchmarks
        runs["retrieval"] = lambda: _retrieval(folder)
        runs["ingest"] = lambda: _ingest(folder)
        runs["grounding"] = lambda: _grounding(folder)
    unknown = [name for name in sets if name not in runs]
    if unknown:
        raise PortalError(f"There is no set {unknown[0]} here; there are: {', '.join(runs)}.")
    figures = {name: runs[name]() for name in sets or runs}
    if as_json:
        print_json(figures)
        return
    for name, found in figures.items():
        click.echo(name)
        for label, value in _rows(found):
            click.echo(f"  {label:<40} {value:>8}")


def _verdicts(reveal: bool) -> dict[str, object]:
    from knowledge.evaluation import verdicts
    from portal.planted.figures import run

    planted = {name: asdict(found) for name, found in with_tools(lambda tools: run(tools, reveal=reveal)).items()}
    return asdict(asyncio.run(verdicts.run())) | {"planted": planted}


def _gap(reveal: bool) -> dict[str, object]:
    from portal.planted.gap import run

    return dict(with_tools(lambda tools: run(tools, reveal=reveal)))


def _injection() -> dict[str, object]:
    from portal.injections.trials import run

    return asdict(with_tools(run))


def _answers() -> dict[str, object]:
    from knowledge.evaluation import answers

    return asdict(asyncio.run(answers.run()))


def _screening(folder: Path | None) -> dict[str, object]:
    from knowledge.evaluation import screening

    figures: dict[str, object] = {"drawn": asdict(screening.run())}
    return figures | {"shared": asdict(screening.run_shared(folder))} if folder else figures


def _retrieval(folder: Path) -> dict[str, object]:
    from knowledge.evaluation import retrieval

    figures = with_tools(lambda tools: retrieval.run(folder, tools))
    return {name: asdict(found) for name, found in figures.items()}


def _languages() -> dict[str, object]:
    from knowledge.evaluation import languages

    return {name: asdict(found) for name, found in with_tools(languages.run).items()}


def _query() -> dict[str, object]:
    from knowledge.evaluation import querying

    return asdict(with_tools(querying.run))


def _ingest(folder: Path) -> dict[str, object]:
    from knowledge.evaluation import taking_in

    return asdict(with_tools(lambda tools: taking_in.run(folder, tools)))


def _grounding(folder: Path) -> dict[str, object]:
    from knowledge.embedding import ShippedEmbedder
    from knowledge.evaluation import grounding

    figures = grounding.run(folder, ShippedEmbedder())
    return {name: found if isinstance(found, str) else asdict(found) for name, found in figures.items()}


def with_tools(measure: "Callable[[Tools], Awaitable[Result]]") -> "Result":
    """Run a measurement in a database and an index of its own, which are gone afterwards."""
    return with_engines(lambda settings, engines: measure(engines.tools))


def with_engines(measure: "Callable[[Settings, Engines], Awaitable[Result]]") -> "Result":
    """Run a measurement in a data folder of its own, which is gone afterwards."""
    from portal.core.database import open_database
    from portal.core.migrating import migrate
    from portal.core.settings import load_settings, with_secret_key
    from portal.engines import build_engines

    async def run(folder: str) -> Result:
        settings = with_secret_key(load_settings({}, Path(folder)))
        async with open_database(settings, durable=False):
            await migrate()
            engines = build_engines(settings)
            try:
                return await measure(settings, engines)
            finally:
                engines.index.close()

    with TemporaryDirectory() as folder:
        return asyncio.run(run(folder))


def _assistant() -> dict[str, object]:
    from portal.sample.questions import run

    return asdict(with_engines(run))


def _facts(reveal: bool) -> dict[str, object]:
    from knowledge.evaluation import facts

    return asdict(facts.run(reveal=reveal))


def _reading(folder: Path | None) -> dict[str, object]:
    from knowledge.evaluation import reading

    return {name: asdict(found) for name, found in reading.run(folder).items()}


def _rows(figures: dict[str, object], prefix: str = "") -> Rows:
    rows: Rows = []
    for name, value in figures.items():
        label = f"{prefix}{name.replace('_', ' ')}"
        if isinstance(value, dict) and "missed" in value and "right" in value:
            rows.append((label, _rates(value)))
        elif isinstance(value, dict):
            rows += _rows(value, f"{label}: ")
        elif isinstance(value, float) and name.endswith("_ms"):
            rows.append((label.removesuffix(" ms"), f"{value:.1f} ms"))
        elif isinstance(value, float):
            rows.append((label, f"{value:.1%}"))
        elif isinstance(value, int | str):
            rows.append((label.removesuffix(" ms"), str(value)))
        elif value:
            rows.append((label, str(len(list(value)))))  # type: ignore[call-overload]
    return rows


def _rates(value: dict[str, object]) -> str:
    counts = "{right} right, {missed} missed, {wrong} wrong".format_map(value)
    return "precision {precision:>6.1%}  recall {recall:>6.1%}  ".format_map(value) + counts
