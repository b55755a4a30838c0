"""References that are unique and fit: short enough, and without what an address on the web would take for something else."""

import hashlib
import re

LONGEST = 40


class Names:
    """Gives every thing a name of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """Take this name, shortened and numbered where that is needed."""
        name = shortened(re.sub(r"[\s/?#%\\]+", "_", wanted.strip()) or "_", LONGEST)
        number = 2
        found = name
        while found in self._taken:
            found = f"{name[: LONGEST - 5]}-{number}"
            number += 1
        self._taken.add(found)
        return found


def shortened(name: str, longest: int) -> str:
    """Cut a name that is too long and mark it by what was cut, so that two of them stay two."""
    if len(name) <= longest:
        return name
    return f"{name[: longest - 9]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def slug(text: str) -> str:
    """Write a title in small letters with dashes."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
