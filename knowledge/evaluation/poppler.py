"""Asks poppler's tools what stands on the pages of a PDF: a second opinion that is none of ours."""

import re
import shutil
import subprocess
from pathlib import Path

_IMAGE = re.compile(r"^\s*(\d+)\s+\d+\s+image\b", re.MULTILINE)
_SECONDS = 120


def installed() -> bool:
    """Tell whether the tools are on this machine."""
    return shutil.which("pdftotext") is not None and shutil.which("pdfimages") is not None


def page_texts(path: Path) -> list[str]:
    """Give the text of each page, or nothing when the file does not open."""
    text = _output("pdftotext", "-enc", "UTF-8", str(path), "-")
    return text.split("\f")[:-1]


def pages_with_pictures(path: Path) -> frozenset[int]:
    """Number the pages on which there is a picture."""
    return frozenset(int(number) for number in _IMAGE.findall(_output("pdfimages", "-list", str(path))))


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")
