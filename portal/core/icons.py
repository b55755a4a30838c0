"""Inline SVG icons for templates, read once from the files the build put in place."""

from functools import cache
from pathlib import Path

from markupsafe import Markup

ICONS = Path(__file__).resolve().parent.parent / "static" / "vendor" / "icons"


@cache
def icon(name: str, label: str = "") -> Markup:
    """Return an icon as inline SVG; without a label it is decoration that screen readers skip."""
    source = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    shapes = " ".join(source[source.index(">") + 1 : source.rindex("</svg>")].split())
    meaning = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup(
        '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"'
        ' stroke-linecap="round" stroke-linejoin="round" focusable="false" {}>{}</svg>'
    ).format(meaning, Markup(shapes))  # noqa: S704  # our own build's file, checked by hash
