"""`surety check`, which asks the gate and answers by its exit code too."""

from pathlib import Path

import click

from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM
from portal.risk.levels import GateDecision

EXIT_CODES = {
    GateDecision.ALLOWED: 0,
    GateDecision.ALLOWED_WITH_CONDITIONS: 3,
    GateDecision.BLOCKED: 4,
    GateDecision.EXPIRED: 4,
}


@click.command()
@click.option("--vendor", "slug", required=True, help="The vendor's slug.")
@click.option("--service", default=None, help="Name or id of the service; without it the strictest answer counts.")
@with_data
async def check(slug: str, service: str | None, data: Path | None) -> None:
    """May we sign with this vendor? Prints JSON; exit 0 allowed, 3 with conditions, 4 blocked or expired."""
    from portal.procurement.gate_answer import answer
    from portal.procurement.plain import plain

    async with opened(data):
        given = await answer(SYSTEM, slug, service)
    print_json(plain(given))
    if code := EXIT_CODES[given.decision.decision]:
        raise SystemExit(code)
