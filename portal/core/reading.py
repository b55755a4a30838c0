"""Reading a request: what a form and its files hold, from where it comes and on which device."""

import unicodedata

from litestar.datastructures import UploadFile

from portal.core.scope import PortalRequest
from portal.core.settings import Settings


async def entered(request: PortalRequest) -> dict[str, list[str]]:
    """Return the form's text values, several per name; files and the form token are left out."""
    given: dict[str, list[str]] = {}
    for name, value in (await request.form()).multi_items():
        if isinstance(value, str) and name != "_csrf_token":
            given.setdefault(name, []).append(value.replace("\x00", ""))
    return given


async def uploaded(request: PortalRequest, name: str = "files") -> tuple[str, bytes] | None:
    """Return the first file of a form, its name fit to be shown and what is in it; None when none was chosen."""
    files = (await request.form()).getall(name, [])
    given = [file for file in files if isinstance(file, UploadFile) and file.filename]
    return (clean_name(given[0].filename), await given[0].read()) if given else None


def clean_name(name: str) -> str:
    """Return a file's name fit to be shown: no folders, no control or direction characters, at most 200 characters."""
    base = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in unicodedata.normalize("NFC", base) if unicodedata.category(c)[0] != "C")
    return " ".join(kept.split())[-200:] or "document.pdf"


def client_address(request: PortalRequest, settings: Settings) -> str:
    """Return the caller's address; X-Forwarded-For counts only from a configured proxy."""
    address = request.client.host if request.client else "unknown"
    proxies = {proxy.strip() for proxy in settings.trusted_proxies.split(",") if proxy.strip()}
    forwarded = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()]
    while address in proxies and forwarded:
        address = forwarded.pop()
    return address[:45]


def device_of(request: PortalRequest) -> str:
    """Return a short word for the browser, for the list of one's devices."""
    agent = request.headers.get("user-agent", "")
    browser = next((b for b in ("Edg", "Firefox", "Chrome", "Safari") if b in agent), "Unknown browser")
    system = next((s for s in ("Windows", "Android", "iPhone", "Mac OS", "Linux") if s in agent), "unknown system")
    return f"{browser.replace('Edg', 'Edge')} on {system}"
