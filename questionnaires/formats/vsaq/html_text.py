"""HTML in the texts of another's questionnaire as plain text: paragraphs, lists and where links lead stay, nothing else."""

import re
from html.parser import HTMLParser

_BREAKS = {"p": "\n\n", "div": "\n\n", "ul": "\n", "ol": "\n", "br": "\n", "tr": "\n", "pre": "\n"}
_HEADS = {f"h{number}": "\n\n" for number in range(1, 7)}
_SILENT = {"script", "style", "template", "iframe", "object", "svg", "title", "head"}


class _Text(HTMLParser):
    """Gathers what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._links: list[tuple[str, int]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, an item or a link."""
        self._silent += tag in _SILENT
        if tag == "li":
            self.pieces.append("\n- ")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.pieces)))
        else:
            self.pieces.append({**_BREAKS, **_HEADS}.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """End them; behind a link stands where it leads."""
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag == "a" and self._links:
            address, start = self._links.pop()
            shown = "".join(self.pieces[start:]).strip()
            if re.match(r"(https?|mailto):", address, re.IGNORECASE) and address not in (shown, f"mailto:{shown}"):
                self.pieces.append(f" ({address})")
        elif tag != "br":
            self.pieces.append({**_BREAKS, **_HEADS}.get(tag, ""))

    def handle_data(self, data: str) -> None:
        """Take text, white space made one space as a browser does."""
        if not self._silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def plain_text(html: str) -> str:
    """Turn HTML into text; a text without any comes back with its white space made single."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = [line.strip() for line in "".join(parser.pieces).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
