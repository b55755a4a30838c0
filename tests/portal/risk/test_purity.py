"""The risk method stands on nothing but the standard library."""

import ast
import sys
from pathlib import Path

import portal.risk

ALLOWED = sys.stdlib_module_names - {
    "socket",
    "sqlite3",
    "urllib",
    "http",
    "subprocess",
    "os",
    "pathlib",
    "time",
    "random",
}


def test_only_pure_imports() -> None:
    """No module of the method imports a library, another area, or anything that reads or waits."""
    folder = Path(portal.risk.__file__).parent
    imported = {name for path in folder.glob("*.py") for name in _imports(path)}

    assert set() == {
        name for name in imported if not name.startswith("portal.risk") and name.split(".")[0] not in ALLOWED
    }


def test_no_clock_and_no_fractions() -> None:
    """No module asks what day it is or divides into fractions: both would break replay."""
    folder = Path(portal.risk.__file__).parent
    trees = [ast.walk(ast.parse(path.read_text("utf-8"))) for path in folder.glob("*.py")]
    nodes = [node for tree in trees for node in tree]

    assert [] == [node for node in nodes if isinstance(node, ast.Div | ast.Constant) and _is_fraction(node)]
    assert [] == [node for node in nodes if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow"}]
    assert [] == [call for call in nodes if isinstance(call, ast.Call) and ast.unparse(call.func) == "date.today"]


def _imports(path: Path) -> list[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]


def _is_fraction(node: ast.Div | ast.Constant) -> bool:
    return isinstance(node, ast.Div) or isinstance(node.value, float)
