"""What the tests of drafts share: the newest draft, and the fields of a form on a page."""

from bs4 import BeautifulSoup

from portal.core.tables import AuditEntry
from portal.drafts.tables import Draft


async def newest_draft() -> Draft:
    """Return the draft written last."""
    row = await Draft.objects().order_by(Draft.created_at, ascending=False).first()
    assert row is not None
    return row


async def entry(action: str) -> AuditEntry:
    """Return the newest entry of an action."""
    row = await AuditEntry.objects().where(AuditEntry.action == action).order_by(AuditEntry.id, ascending=False).first()
    assert row is not None, action
    return row


def fields(html: str, action: str) -> dict[str, str]:
    """Return what a form on a page would send as it stands."""
    form = BeautifulSoup(html, "html.parser").find("form", attrs={"action": action})
    assert form is not None, action
    sent = {one["name"]: one.get("value", "") for one in form.find_all("input") if one.get("name")}
    sent |= {one["name"]: one.text for one in form.find_all("textarea")}
    for one in form.find_all("select"):
        chosen = one.find("option", selected=True)
        sent[one["name"]] = chosen["value"] if chosen else ""
    sent.pop("_csrf_token", None)
    return {str(name): str(value).strip("\n") for name, value in sent.items()}
