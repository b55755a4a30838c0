"""`surety evaluate`: the golden sets, run on this machine, and the error rates they give."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar, cast

import click

from portal import side_by_side
from portal.aims import TARGETS
from portal.core.errors import PortalError
from portal.core.running import print_json
from portal.tabling import table
from portal.targets import Figures, rows

if TYPE_CHECKING:
    from knowledge.evaluation.writers import Figures as Column
    from knowledge.retrieval import Tools
    from portal.core.settings import Settings
    from portal.engines import Engines

Rows = list[tuple[str, str]]
Result = TypeVar("Result")


COLUMNS = "asked_in_full"
NO_DATA = "needs --benchmarks FOLDER"
PUBLIC = ("grounding", "retrieval", "ingest", "reading", "screening")  # all of it or a part


@click.command()
@click.argument("sets", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON, with the claims behind each error.")
@click.option("--details", is_flag=True, help="Print every figure of a set below the table.")
@click.option(
    "--benchmarks",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=None,
    help="Folder with the public benchmark sets: `retrieval`, `ingest` and `grounding`, and more of `reading` and `screening`.",
)
@click.option(
    "--reveal",
    is_flag=True,
    help="For the sets `facts`, `verdicts` and `gap`: tell the slips of the groups kept apart too.",
)
@click.option(
    "--sample",
    type=click.IntRange(min=1),
    default=None,
    help="For the sets `answers` and `assistant`: ask only so many of the questions to the evidence, drawn the same each time.",
)
@click.option(
    "--postgres",
    default="",
    help="For the set `forms`: a PostgreSQL server, postgresql://..., on which a database is made and dropped again.",
)
def evaluate(
    sets: tuple[str, ...],
    as_json: bool,
    details: bool,
    benchmarks: Path | None,
    reveal: bool,
    sample: int | None,
    postgres: str,
) -> None:
    """Run golden sets and print one table: today's figure, the floor to beat and the aim.

    Sets: verdicts, grounding, assistant, injection, gap, answers; retrieval, reading, facts, screening, languages, query,
    ingest; forms. Default: all. What of them needs public data that is not given says so. `answers` and `assistant` are
    asked of a language model too, if SURETY_CHAT_MODEL names one.
    """
    runs = _runs(benchmarks, reveal, sample) | {"forms": lambda: _forms(postgres)}
    unknown = [name for name in sets if name not in runs]
    if unknown:
        raise PortalError(f"There is no set {unknown[0]} here; there are: {', '.join(runs)}.")
    figures = {name: _told(name, runs[name]) for name in dict.fromkeys(sets or runs)}
    columns = _columns(figures)
    figures |= citations_in(figures)
    missing = {name: NO_DATA for name in PUBLIC if name in figures and benchmarks is None}
    lines = rows(TARGETS, figures, missing)
    if as_json:
        print_json(figures | {"table": [asdict(line) for line in lines]})
        return
    click.echo(table(lines))
    for name, asked in columns.items():
        click.echo("\n".join((f"\n{name}, asked in full", *side_by_side.lines(asked))))
    for name, found in figures.items() if details else ():
        click.echo(f"\n{name}")
        for label, value in _rows({key: value for key, value in found.items() if key != COLUMNS}):
            click.echo(f"  {label:<40} {value:>8}")


def _columns(figures: dict[str, dict[str, object]]) -> "dict[str, dict[str, Column]]":
    """Return what each way of answering made of the questions, by set; among the figures leave it as plain values."""
    columns = {name: cast("dict[str, Column]", found[COLUMNS]) for name, found in figures.items() if COLUMNS in found}
    for name, asked in columns.items():
        figures[name][COLUMNS] = {who: asdict(each) for who, each in asked.items()}
    return columns


def _runs(benchmarks: Path | None, reveal: bool, sample: int | None) -> dict[str, Callable[[], dict[str, object]]]:
    def public(measure: Callable[[Path], dict[str, object]]) -> Callable[[], dict[str, object]]:
        return lambda: {} if benchmarks is None else measure(benchmarks)

    return {
        "verdicts": lambda: _verdicts(reveal),
        "grounding": public(_grounding),
        "assistant": lambda: _assistant(sample),
        "injection": _injection,
        "gap": lambda: _gap(reveal),
        "answers": lambda: _answers(sample),
        "retrieval": public(_retrieval),
        "reading": lambda: _reading(benchmarks),
        "facts": lambda: _facts(reveal),
        "screening": lambda: _screening(benchmarks),
        "languages": _languages,
        "query": _query,
        "ingest": public(_ingest),
    }


def _forms(postgres: str) -> dict[str, object]:
    from portal.loads import measuring

    found: dict[str, object] = {"sqlite": _plain(asyncio.run(measuring.run()))}
    there = _plain(asyncio.run(measuring.run(postgres))) if postgres else "needs --postgres ADDRESS"
    return found | {"postgres": there}


def _plain(figures: Mapping[str, object]) -> dict[str, object]:
    """Return figures with their dataclasses as plain values, one level down."""
    return {
        name: {page: asdict(cost) for page, cost in found.items()} if isinstance(found, Mapping) else found
        for name, found in figures.items()
    }


def _told(name: str, run: Callable[[], dict[str, object]]) -> dict[str, object]:
    """Run a set and say so to whoever waits."""
    began = time.monotonic()
    click.echo(f"{name} ...", err=True, nl=False)
    found = run()
    click.echo(f" {time.monotonic() - began:.0f} s", err=True)
    return found


def citations_in(figures: Figures) -> dict[str, dict[str, object]]:
    """Add up the quotes that sets read again on their pages, wherever they are counted among the figures."""
    counted = list(_counted(figures))
    quotes, fallen = sum(each[0] for each in counted), [words for each in counted for words in each[1]]
    standing = 1 - len(fallen) / quotes if quotes else 0.0
    return {"citations": {"quotes": quotes, "standing": standing, "fallen": fallen}} if quotes else {}


def _counted(figures: Figures) -> Iterator[tuple[int, Sequence[str]]]:
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from [(value["quotes"], value["fallen"])] if name == "citations" else _counted(value)


def _verdicts(reveal: bool) -> dict[str, object]:
    from knowledge.evaluation import verdicts
    from portal.planted import costing, figures

    ours, theirs = with_tools(lambda tools: figures.run(tools, reveal=reveal))
    planted: dict[str, object] = {name: asdict(group) for name, group in ours.items()}
    imported: dict[str, object] = {name: asdict(group) for name, group in theirs.items()}
    cost = asdict(with_tools(costing.run))
    return asdict(asyncio.run(verdicts.run())) | {"planted": planted, "imported": imported, "cost": cost}


def _gap(reveal: bool) -> dict[str, object]:
    from portal.planted.gap import run

    return dict(with_tools(lambda tools: run(tools, reveal=reveal)))


def _injection() -> dict[str, object]:
    from portal.injections.trials import run

    return asdict(with_tools(run))


def _answers(sample: int | None) -> dict[str, object]:
    from knowledge.evaluation import answers, gating
    from knowledge.evaluation.writers import drawn

    questions = drawn(answers.QUESTIONS, sample)
    columns = with_engines(lambda _, engines: answers.side_by_side(engines.tools, engines.language, questions))
    return asdict(asyncio.run(answers.run())) | {"gates": asdict(gating.run()), COLUMNS: columns}


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
    """Run a measurement in a data folder of its own, which is gone afterwards; a language model is the operator's."""
    from portal.core.database import open_database
    from portal.core.migrating import migrate
    from portal.core.settings import load_settings, with_secret_key
    from portal.engines import build_engines

    async def run(folder: str) -> Result:
        chat = {name: value for name, value in os.environ.items() if name.startswith("SURETY_CHAT_")}
        settings = with_secret_key(load_settings(chat, Path(folder)))
        async with open_database(settings, durable=False):
            await migrate()
            engines = build_engines(settings)
            try:
                return await measure(settings, engines)
            finally:
                engines.index.close()

    with TemporaryDirectory() as folder:
        return asyncio.run(run(folder))


def _assistant(sample: int | None) -> dict[str, object]:
    from knowledge.evaluation import querying
    from portal.sample.questions import run

    found, columns = with_engines(lambda settings, engines: run(settings, engines, sample))
    return asdict(found) | {"first_sentence": asdict(with_tools(querying.first_sentences)), COLUMNS: columns}


def _facts(reveal: bool) -> dict[str, object]:
    from knowledge.evaluation import facts

    return asdict(facts.run(reveal=reveal))


def _reading(folder: Path | None) -> dict[str, object]:
    from knowledge.evaluation import reading

    return {name: asdict(found) for name, found in reading.run(folder).items()}


def _rows(figures: Mapping[str, object], prefix: str = "") -> Rows:
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
