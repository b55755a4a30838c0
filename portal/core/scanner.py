"""How the virus scanner is doing, in words for whoever runs this installation."""

from datetime import datetime, timedelta

import anyio.to_thread

from portal.core.clamav import ScanMode, ScannerAway, Version, version
from portal.core.clock import now
from portal.core.settings import Settings

_OLD = timedelta(hours=48)
_WITHIN = 1.0


async def scanner_status(settings: Settings) -> str:
    """Say "off", or whether the scanner answers and how old its signatures are; never raises."""
    if settings.scanning is ScanMode.OFF:
        return "off"
    try:
        found = await anyio.to_thread.run_sync(version, settings.clamav, _WITHIN)
    except ScannerAway:
        held = settings.scanning is ScanMode.REQUIRED
        return f"warning: does not answer; new files {'wait for it' if held else 'are read unscanned'}"
    return status_words(found, now())


def status_words(found: Version, today: datetime) -> str:
    """Say what a scanner's version means today."""
    if found.signatures_at is None:
        return f"answers; {found.name} does not say how old its signatures are"
    since = f"its signatures are of {found.signatures_at:%Y-%m-%d %H:%M} UTC"
    old = today - found.signatures_at > _OLD
    return f"warning: {since}, more than 48 hours old" if old else f"answers; {since}"
