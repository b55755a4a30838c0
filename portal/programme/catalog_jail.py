"""The child process that reads a stranger's OSCAL catalog."""

from dataclasses import asdict

from portal.core.jail import Order, Said, work_off
from questionnaires.formats.oscal import read_catalog
from questionnaires.formats.source import Source


def main(memory: str, cpu_seconds: str, _secret: str) -> None:
    """Read the file, or say why it cannot be read."""
    work_off(memory, cpu_seconds, _work)


def _work(_: Order, sources: list[Source]) -> Said:
    return asdict(read_catalog(sources[0])), b""
