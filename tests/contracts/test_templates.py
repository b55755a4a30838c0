"""Templates get their page object and nothing else, and load nothing from elsewhere."""

import re
from pathlib import Path

import pytest
from jinja2 import meta

from portal.core.pages import environment

TEMPLATES = Path(__file__).resolve().parents[2] / "portal" / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
GIVEN = {"page", "viewer", "nav", "csrf_token", "csrf_input", "flash", "company", "asset", "icon", "caller"}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_uses_only_what_every_page_is_given(name: str) -> None:
    """A name outside the page object would fail when shown."""
    env = environment()
    assert env.loader is not None
    source, _, _ = env.loader.get_source(env, name)

    # A child template's own imports count as undeclared inside its blocks.
    imported = set(re.findall(r"{%-? *import +\S+ as (\w+)", source))
    imported |= {
        name.strip().rpartition(" as ")[2]
        for names in re.findall(r"{%-? *from +\S+ +import ([^%]+?) *-?%}", source)
        for name in names.split(",")
    }
    assigned = set(re.findall(r"{%-? *set +(\w+)", source))
    undeclared = meta.find_undeclared_variables(env.parse(source)) - imported - assigned

    assert undeclared <= GIVEN | {"range", "loop"}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_loads_nothing_from_elsewhere(name: str) -> None:
    """No script, style, image or handler but our own files."""
    source = (TEMPLATES / name).read_text(encoding="utf-8")

    assert not re.search(r"""(?:src|action)=["']https?://""", source)
    assert not re.search(r"""<link[^>]+href=["']https?://""", source)
    assert not re.search(r"\son[a-z]+=\"|\sstyle=\"|<script(?![^>]*\bsrc=)", source)
    assert "| safe" not in source
    assert "|safe" not in source
