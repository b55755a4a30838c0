"""Forms of the register: a vendor, its services with their tier, and its contacts."""

from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.vendors import adding, contacts, editing, services
from portal.vendors.access import contact_for, service_for, vendor_for
from portal.vendors.forms import ContactForm, VendorForm, parse_profile, parse_service
from portal.vendors.queries import contact_form_page, service_form_page, tier_view, vendor_form_page

EDIT = [allows(Can.edit_vendors)]


@get("/vendors/new", guards=EDIT, include_in_schema=False)
async def new_vendor(request: PortalRequest) -> Response[str]:
    """Show the form for a new vendor."""
    return render(request, "vendors/vendor.html", await vendor_form_page())


@post("/vendors/new", guards=EDIT, include_in_schema=False)
async def add_vendor(request: PortalRequest) -> Response[str] | Redirect:
    """Add a vendor."""
    given, who = await entered(request), principal_of(request)
    try:
        form = parse(VendorForm, given)
        vendor = await adding.add_vendor(who, form.name, form.website, form.summary, form.owner)
    except InvalidForm as error:
        return render(request, "vendors/vendor.html", await vendor_form_page(None, given, error.errors), 422)
    return go(f"/vendors/{vendor.slug}", f"{vendor.name} is in the register. Next: what does it do for us?")


@get("/vendors/{slug:str}/edit", guards=EDIT, include_in_schema=False)
async def vendor_form(request: PortalRequest, slug: str) -> Response[str]:
    """Show the form of a vendor."""
    vendor = await vendor_for(principal_of(request), slug)
    return render(request, "vendors/vendor.html", await vendor_form_page(vendor))


@post("/vendors/{slug:str}/edit", guards=EDIT, include_in_schema=False)
async def edit_vendor(request: PortalRequest, slug: str) -> Response[str] | Redirect:
    """Change a vendor."""
    given, who = await entered(request), principal_of(request)
    vendor = await vendor_for(who, slug)
    try:
        form = parse(VendorForm, given)
        await editing.edit_vendor(
            who, vendor, name=form.name, website=form.website, summary=form.summary, owner=form.owner
        )
    except InvalidForm as error:
        return render(request, "vendors/vendor.html", await vendor_form_page(vendor, given, error.errors), 422)
    return go(f"/vendors/{slug}", "The vendor is saved.")


@post("/vendors/{slug:str}/archive", guards=EDIT, include_in_schema=False)
async def archive_vendor(request: PortalRequest, slug: str) -> Redirect:
    """Take a vendor out of the register's daily view."""
    who = principal_of(request)
    await editing.archive_vendor(who, await vendor_for(who, slug))
    return go(f"/vendors/{slug}", "The vendor is archived. Nothing is deleted; you can restore it at any time.")


@post("/vendors/{slug:str}/restore", guards=EDIT, include_in_schema=False)
async def restore_vendor(request: PortalRequest, slug: str) -> Redirect:
    """Put an archived vendor back."""
    who = principal_of(request)
    await editing.restore_vendor(who, await vendor_for(who, slug))
    return go(f"/vendors/{slug}", "The vendor is back in the register.")


@get("/vendors/{slug:str}/services/new", guards=EDIT, include_in_schema=False)
async def new_service(request: PortalRequest, slug: str) -> Response[str]:
    """Show the form for a new service."""
    return render(request, "vendors/service.html", service_form_page(await vendor_for(principal_of(request), slug)))


@post("/vendors/{slug:str}/services/new", guards=EDIT, include_in_schema=False)
async def add_service(request: PortalRequest, slug: str) -> Response[str] | Redirect:
    """Add a service."""
    given, who = await entered(request), principal_of(request)
    vendor = await vendor_for(who, slug)
    try:
        form = parse_service(given)
        service = await services.add_service(who, vendor, form.name, form.profile, form.summary)
    except InvalidForm as error:
        page = service_form_page(vendor, None, given, error.errors, parse_profile(given))
        return render(request, "vendors/service.html", page, 422)
    return go(f"/vendors/{slug}#services", f"{service.name} is added, in tier {service.tier}.")


@post("/vendors/{slug:str}/services/tier", guards=EDIT, include_in_schema=False, status_code=200)
async def preview_tier(request: PortalRequest, slug: str) -> Response[str]:
    """Work out the tier of what is entered so far; nothing is kept."""
    await vendor_for(principal_of(request), slug)
    return render(request, "vendors/_tier.html", tier_view(parse_profile(await entered(request))))


@get("/vendors/{slug:str}/services/{service_id:uuid}", guards=EDIT, include_in_schema=False)
async def service_form(request: PortalRequest, slug: str, service_id: UUID) -> Response[str]:
    """Show the form of a service."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    return render(
        request, "vendors/service.html", service_form_page(vendor, await service_for(who, vendor, service_id))
    )


@post("/vendors/{slug:str}/services/{service_id:uuid}", guards=EDIT, include_in_schema=False)
async def edit_service(request: PortalRequest, slug: str, service_id: UUID) -> Response[str] | Redirect:
    """Change a service."""
    given, who = await entered(request), principal_of(request)
    vendor = await vendor_for(who, slug)
    service = await service_for(who, vendor, service_id)
    try:
        form = parse_service(given)
        await services.edit_service(who, vendor, service, name=form.name, profile=form.profile, summary=form.summary)
    except InvalidForm as error:
        page = service_form_page(vendor, service, given, error.errors, parse_profile(given))
        return render(request, "vendors/service.html", page, 422)
    return go(f"/vendors/{slug}#services", f"{form.name} is saved and its tier worked out again.")


@post("/vendors/{slug:str}/services/{service_id:uuid}/retire", guards=EDIT, include_in_schema=False)
async def retire_service(request: PortalRequest, slug: str, service_id: UUID) -> Redirect:
    """Take a service out of use."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    await services.retire_service(who, vendor, await service_for(who, vendor, service_id))
    return go(f"/vendors/{slug}#services", "The service is retired and no longer counts for the tier.")


@post("/vendors/{slug:str}/services/{service_id:uuid}/resume", guards=EDIT, include_in_schema=False)
async def resume_service(request: PortalRequest, slug: str, service_id: UUID) -> Redirect:
    """Put a retired service back into use."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    await services.resume_service(who, vendor, await service_for(who, vendor, service_id))
    return go(f"/vendors/{slug}#services", "The service is in use again and counts for the tier.")


@get("/vendors/{slug:str}/contacts/new", guards=EDIT, include_in_schema=False)
async def new_contact(request: PortalRequest, slug: str) -> Response[str]:
    """Show the form for a new contact."""
    return render(request, "vendors/contact.html", contact_form_page(await vendor_for(principal_of(request), slug)))


@post("/vendors/{slug:str}/contacts/new", guards=EDIT, include_in_schema=False)
async def add_contact(request: PortalRequest, slug: str) -> Response[str] | Redirect:
    """Add a contact."""
    given, who = await entered(request), principal_of(request)
    vendor = await vendor_for(who, slug)
    try:
        form = parse(ContactForm, given)
        contact = await contacts.add_contact(who, vendor, form.name, form.email, form.title)
    except InvalidForm as error:
        return render(request, "vendors/contact.html", contact_form_page(vendor, None, given, error.errors), 422)
    return go(f"/vendors/{slug}#contacts", f"{contact.name} is added.")


@get("/vendors/{slug:str}/contacts/{contact_id:uuid}", guards=EDIT, include_in_schema=False)
async def contact_form(request: PortalRequest, slug: str, contact_id: UUID) -> Response[str]:
    """Show the form of a contact."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    return render(
        request, "vendors/contact.html", contact_form_page(vendor, await contact_for(who, vendor, contact_id))
    )


@post("/vendors/{slug:str}/contacts/{contact_id:uuid}", guards=EDIT, include_in_schema=False)
async def edit_contact(request: PortalRequest, slug: str, contact_id: UUID) -> Response[str] | Redirect:
    """Change a contact."""
    given, who = await entered(request), principal_of(request)
    vendor = await vendor_for(who, slug)
    contact = await contact_for(who, vendor, contact_id)
    try:
        form = parse(ContactForm, given)
        await contacts.edit_contact(who, vendor, contact, name=form.name, email=form.email, title=form.title)
    except InvalidForm as error:
        return render(request, "vendors/contact.html", contact_form_page(vendor, contact, given, error.errors), 422)
    return go(f"/vendors/{slug}#contacts", f"{form.name} is saved.")


@post("/vendors/{slug:str}/contacts/{contact_id:uuid}/retire", guards=EDIT, include_in_schema=False)
async def retire_contact(request: PortalRequest, slug: str, contact_id: UUID) -> Redirect:
    """Stop writing to a contact and sign them out everywhere."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    await contacts.retire_contact(who, vendor, await contact_for(who, vendor, contact_id))
    return go(f"/vendors/{slug}#contacts", "The contact is retired and signed out on every device.")


@post("/vendors/{slug:str}/contacts/{contact_id:uuid}/resume", guards=EDIT, include_in_schema=False)
async def resume_contact(request: PortalRequest, slug: str, contact_id: UUID) -> Redirect:
    """Write to a retired contact again."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    await contacts.resume_contact(who, vendor, await contact_for(who, vendor, contact_id))
    return go(f"/vendors/{slug}#contacts", "The contact is active again. They need a fresh link to come in.")


ROUTES: list[ControllerRouterHandler] = [
    new_vendor, add_vendor, vendor_form, edit_vendor, archive_vendor, restore_vendor,
    new_service, add_service, preview_tier, service_form, edit_service, retire_service, resume_service,
    new_contact, add_contact, contact_form, edit_contact, retire_contact, resume_contact,
]  # fmt: skip
