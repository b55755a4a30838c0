"""`surety learn`."""

from pathlib import Path

import click

from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM


@click.command()
@click.option("--take", is_flag=True, help="Keep what holds; without it, only say what would be kept.")
@click.option("--forget", is_flag=True, help="Go back to what ships.")
@click.option(
    "--error-rate",
    type=click.IntRange(1, 20),
    metavar="N",
    help="Choose how many of 100 supports shown as certain may be wrong (unless chosen: 5).",
)
@with_data
async def learn(take: bool, forget: bool, error_rate: int | None, data: Path | None) -> None:
    """Learn from reviewers' decisions on verdicts and print what holds, what does not, and why.

    For administrators: whoever may run this reads the whole data folder. Nothing leaves the machine.
    """
    from portal.engines import build_engines
    from portal.review.learning.taking import choose_error_rate, forget_learning, take_learning, try_learning

    if take + forget + (error_rate is not None) > 1:
        raise click.UsageError("Choose one of --take, --forget and --error-rate.")
    async with opened(data) as settings:
        if error_rate is not None:
            print_json(await choose_error_rate(SYSTEM, error_rate / 100))
        elif forget:
            print_json(await forget_learning(SYSTEM))
        else:
            print_json(await (take_learning if take else try_learning)(SYSTEM, build_engines(settings)))
