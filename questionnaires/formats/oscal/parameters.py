"""Parameters of controls: what stands where a text says `{{ insert: param, ac-1_prm_1 }}`."""

import re
from collections.abc import Iterable

from questionnaires.formats.oscal.plain import Plain, line_of, mapping_of, texts_of

_INSERT = re.compile(r"\{\{\s*(?:insert:\s*)?(?:param\s*[,:]\s*)?([^\s{},]{1,200})\s*\}\}")
_LONGEST = 2000


class Parameters:
    """The parameters of a whole catalog; a value is inserted where one is set, else what has to be assigned is named."""

    def __init__(self, defined: Iterable[Plain]) -> None:
        self._defined = {line_of(one, "id"): one for one in defined}
        self._known: dict[str, str] = {}

    def inserted(self, text: str) -> str:
        """Return a text with every parameter of it written out."""
        return _INSERT.sub(lambda found: self._words(found.group(1)), text)

    def _words(self, name: str) -> str:
        """Write one out, of bounded length; one that stands inside itself is named and no more."""
        if name not in self._known:
            self._known[name] = f"[{name}]"
            found = self._written(self._defined[name]) if name in self._defined else ""
            self._known[name] = found[:_LONGEST] or f"[{name}]"
        return self._known[name]

    def _written(self, parameter: Plain) -> str:
        values = [self.inserted(value) for value in texts_of(parameter, "values") if value]
        if values:
            return ", ".join(values)
        select = mapping_of(parameter, "select")
        choices = [self.inserted(choice) for choice in texts_of(select, "choice") if choice]
        if choices:
            several = " (one or more)" if line_of(select, "how-many") == "one-or-more" else ""
            return f"[Selection{several}: {'; '.join(choices)}]"
        label = line_of(parameter, "label")
        return f"[Assignment: {label}]" if label else ""
