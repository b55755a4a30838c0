"""What must stand in its place: SQL in tables, queries and use-cases; model providers, pypdf and Chroma in one module each."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("questionnaires", "knowledge", "portal")
MODULES = sorted(
    path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts
)
ROUTES = [path for path in MODULES if path.name.endswith("routes.py")]
PURE = [
    *(ROOT / "portal" / "risk").rglob("*.py"),
    *(ROOT / "questionnaires" / name for name in ("branching.py", "scoring.py", "model.py")),
    *(ROOT / "knowledge" / name for name in ("passages.py", "citations.py")),
]
ONLY_HERE = {
    "pypdf": {"knowledge"},
    "chromadb": {"knowledge"},
    "langchain": {"knowledge"},
    "onnxruntime": {"knowledge", "portal/assets"},
}
_QUERIES = {"objects", "select", "raw", "insert", "run_sql"}


def _calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("path", [p for p in PURE if p.is_file()], ids=lambda p: str(p.relative_to(ROOT)))
def test_a_pure_module_touches_no_database(path: Path) -> None:
    """Rules are worked out without rows, so that they can be replayed."""
    assert "piccolo" not in _imports(path)


@pytest.mark.parametrize("path", ROUTES, ids=lambda p: str(p.relative_to(ROOT)))
def test_routes_hold_no_queries(path: Path) -> None:
    """A route parses, calls and answers; what it reads stands in queries, what it changes in a use-case."""
    assert set() == _calls(path) & _QUERIES


@pytest.mark.parametrize("module", sorted(ONLY_HERE))
def test_a_heavy_library_has_one_home(module: str) -> None:
    """Readers, index and model providers are named inside the knowledge engine only."""
    users = {path for path in MODULES if any(name.startswith(module) for name in _imports(path))}

    strangers = {
        str(path.relative_to(ROOT))
        for path in users
        if not any(str(path.relative_to(ROOT)).startswith(home) for home in ONLY_HERE[module])
    }
    assert set() == strangers


def test_chroma_never_serves() -> None:
    """The HTTP server and client of Chroma have open holes: neither is named anywhere."""
    named = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if any(word in path.read_text(encoding="utf-8") for word in ("HttpClient", "chromadb.server", "chroma run"))
    ]

    assert [] == named
