"""`surety feedback`."""

from pathlib import Path

import click

from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM


@click.group()
def feedback() -> None:
    """Give out what people said of answers, and check it again.

    For administrators: whoever may run this reads the whole data folder. The sets name no person.
    """


@feedback.command("export")
@click.option("--verdicts", is_flag=True, help="Reviewers' decisions on verdicts instead of feedback on answers.")
@with_data
async def export_set(verdicts: bool, data: Path | None) -> None:
    """Print the set as JSON lines."""
    from portal.assistant.feedback.exporting import export
    from portal.assistant.feedback.sets import FeedbackSet

    async with opened(data):
        for example in await export(SYSTEM, FeedbackSet.verdicts if verdicts else FeedbackSet.answers):
            print_json(example)


@feedback.command("check")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@with_data
async def check_set(file: Path, data: Path | None) -> None:
    """Ask the questions of an exported set again.

    Prints how many answers judged right still cite the same words (`right_same`) and how many judged wrong differ now
    (`wrong_differs`); `missing_differs` likewise. Lines about a single verdict, and vendors not known here, are skipped.
    """
    from portal.assistant.feedback.checking import check_again, examples_in
    from portal.engines import build_engines

    with file.open(encoding="utf-8") as lines:
        examples = examples_in(lines)
    async with opened(data) as settings:
        print_json(await check_again(examples, build_engines(settings)))
