"""YAML as questionnaires use it: `yes` and `no` are answers, not truth values, and dates stay text."""

import re

import yaml

from questionnaires.errors import UnreadableQuestionnaire

MOST_VALUES = 200_000


class _Loader(yaml.SafeLoader):
    """Reads only `true` and `false` as truth values and leaves dates alone."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def load_yaml(text: str) -> object:
    """Read one YAML document, or say at which line it breaks."""
    try:
        plain: object = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader with fewer implicit types
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UnreadableQuestionnaire(f"This is not YAML we can read: {error.problem} at line {line}.") from None
    except yaml.YAMLError:
        raise UnreadableQuestionnaire("This is not YAML: it holds characters that YAML does not allow.") from None
    except (RecursionError, ValueError):
        raise UnreadableQuestionnaire("This is not YAML we can read: a value is broken or nested too deep.") from None
    if _size(plain, {}) > MOST_VALUES:
        raise UnreadableQuestionnaire(
            f"This file holds more than {MOST_VALUES:,} values once its aliases are followed."
        )
    return plain


def _size(plain: object, known: dict[int, int]) -> int:
    """Count the values with aliases written out, without writing them out; a value inside itself is beyond bounds."""
    if not isinstance(plain, dict | list):
        return 1
    if id(plain) not in known:
        known[id(plain)] = MOST_VALUES + 1
        children = plain.values() if isinstance(plain, dict) else plain
        known[id(plain)] = 1 + sum(_size(child, known) for child in children)
    return known[id(plain)]


class _Dumper(yaml.SafeDumper):
    """Writes what `_Loader` reads: `yes` needs no quotes, and aliases are never used."""

    def ignore_aliases(self, data: object) -> bool:
        """Write everything out in full."""
        return True


_Dumper.yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers


def dump_yaml(plain: object) -> str:
    """Write YAML that `load_yaml` reads back to the same."""
    return yaml.dump(plain, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
