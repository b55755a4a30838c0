"""Which files stay closed: nothing opens them, draws their pages or gives them out."""

from portal.core.clamav import ScanMode
from portal.core.errors import NotFound
from portal.core.settings import Settings
from portal.evidence.tables import Evidence, ScanState

_OPEN = {
    ScanMode.OFF: frozenset(set(ScanState) - {ScanState.INFECTED}),
    ScanMode.BEST_EFFORT: frozenset({ScanState.CLEAN, ScanState.UNSCANNED, ScanState.FAILED}),
    ScanMode.REQUIRED: frozenset({ScanState.CLEAN}),
}


def is_open(row: Evidence, settings: Settings) -> bool:
    """Whether a file may be opened and given out, as the settings ask; what was found harmful never may."""
    if not row.scan:
        return settings.scanning is ScanMode.OFF
    return ScanState(row.scan) in _OPEN[settings.scanning]


def require_open(row: Evidence, settings: Settings) -> None:
    """Raise NotFound with a sentence for a file that stays closed."""
    if is_open(row, settings):
        return
    if row.scan == ScanState.INFECTED:
        raise NotFound("The virus scanner found something harmful in this file; nobody can open or download it.")
    if row.scan == ScanState.FAILED:
        raise NotFound("The virus scanner could not examine this file, so nobody can open or download it.")
    raise NotFound("This file is waiting for the virus scanner; it can be opened once it has been scanned.")
