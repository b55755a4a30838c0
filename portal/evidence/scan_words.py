"""What the pages say of a file that the virus scanner has, or should have, looked at."""

from portal.evidence.tables import Evidence, ScanState

_AWAY = "The virus scanner does not answer. The file is kept closed and will be read as soon as the scanner is back."


def is_set_aside(row: Evidence) -> bool:
    """Whether the file is closed to everybody, now or for good."""
    return row.scan in (ScanState.WAITING, ScanState.INFECTED)


def scan_words(row: Evidence) -> tuple[str, str] | None:
    """Return the words and tone that come before the document's own state, if any do."""
    tones = {ScanState.WAITING: "warn", ScanState.INFECTED: "bad"}
    state = ScanState(row.scan) if row.scan else None
    return (state.label, tones[state]) if state in tones else None


def scan_reason(row: Evidence) -> str:
    """Say why a file waits; empty when it does not."""
    return _AWAY if row.scan == ScanState.WAITING else ""


def scan_remarks(row: Evidence) -> list[tuple[str, str]]:
    """Return what a reviewer should know of the file before relying on it, each as a heading and a sentence."""
    if row.scan == ScanState.INFECTED:
        return [("Harmful content, set aside", f"The virus scanner found {row.scan_signature} in this file.")]
    unsure = {ScanState.UNSCANNED: "The scanner did not answer.", ScanState.FAILED: "The scanner could not examine it."}
    return [("Not scanned for viruses", unsure[ScanState(row.scan)])] if row.scan in unsure else []
