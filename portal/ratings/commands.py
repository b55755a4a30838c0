"""`surety rating draft`, `show` and `replay`."""

from pathlib import Path
from uuid import UUID

import click

from portal.core.errors import NotFound
from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM


@click.group()
def rating() -> None:
    """Draft, show and replay ratings."""


@rating.command("draft")
@click.option("--vendor", "slug", required=True, help="The vendor's slug.")
@with_data
async def draft(slug: str, data: Path | None) -> None:
    """Check the vendor's newest submitted answers against its evidence, draft the rating and print it.

    Before anything is submitted, what the evidence alone gives is printed as preliminary and kept nowhere.
    """
    from portal.engines import build_engines
    from portal.ratings.drafting import draft_rating, find_ratable_assessment
    from portal.ratings.plain import rating_plain
    from portal.ratings.preliminary import preliminary_rating
    from portal.review.access import DECIDABLE
    from portal.review.working_out import work_out_verdicts
    from portal.vendors.access import vendor_for

    async with opened(data) as settings:
        vendor = await vendor_for(SYSTEM, slug)
        engines = build_engines(settings)
        assessment = await find_ratable_assessment(vendor)
        if assessment is None:
            print_json(await preliminary_rating(vendor, engines))
            return
        if assessment.state in DECIDABLE:
            await work_out_verdicts(assessment.id, engines)
        row = await draft_rating(SYSTEM, assessment.id)
        print_json(await rating_plain(row, vendor.slug))


@rating.command("show")
@click.option("--vendor", "slug", required=True, help="The vendor's slug.")
@with_data
async def show(slug: str, data: Path | None) -> None:
    """Print the vendor's rating in force; without one, its newest draft."""
    from portal.ratings.plain import rating_plain
    from portal.ratings.published import newest_published, newest_unpublished
    from portal.vendors.access import vendor_for

    async with opened(data):
        vendor = await vendor_for(SYSTEM, slug)
        row = await newest_published(vendor.id, None) or await newest_unpublished(vendor.id)
        if row is None:
            raise NotFound(f"{vendor.name} has no rating yet. Draft one with: surety rating draft --vendor {slug}")
        print_json(await rating_plain(row, vendor.slug))


@rating.command("replay")
@click.argument("rating_id", metavar="ID", type=click.UUID)
@click.pass_context
@with_data
async def replay_it(context: click.Context, rating_id: UUID, data: Path | None) -> None:
    """Work a published rating out again from its record; exit 1 when anything differs."""
    import msgspec

    from portal.ratings.replaying import replay

    async with opened(data):
        replayed = await replay(rating_id)
    print_json(msgspec.to_builtins(replayed))
    if not replayed.same:
        context.exit(1)
