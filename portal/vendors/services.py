"""A vendor's services: adding, changing and retiring them, each with the tier that its profile gives."""

from piccolo.columns import Column

from portal.core import audit
from portal.core.clock import now
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.errors import InvalidForm
from portal.core.scope import Can, Principal
from portal.risk.tiering import ServiceProfile, Tiering, most_critical, tiering
from portal.vendors.profiles import profile_from_json, profile_to_json, reasons_to_json
from portal.vendors.tables import Service, Vendor

Columns = dict[Column | str, object]


async def add_service(by: Principal, vendor: Vendor, name: str, profile: ServiceProfile, summary: str = "") -> Service:
    """Add a service; the vendor's tier follows its most critical one. Raises InvalidForm."""
    by.require(Can.edit_vendors)
    worked_out = tiering(profile)
    async with transaction():
        await _hold(vendor)
        name = await _free_name(vendor, name)
        service = Service(
            vendor=vendor.id,
            name=name,
            summary=summary.strip(),
            profile=profile_to_json(profile),
            reasons=reasons_to_json(worked_out),
            tier=worked_out.tier.value,
            likelihood=worked_out.likelihood,
            impact=worked_out.impact,
            inherent=worked_out.inherent.value,
            created_at=now(),
        )
        await service.save()
        await _follow(vendor)
        await audit.record(by, "service.added", service, _detail(name, worked_out), vendor=vendor.id)
    return service


async def edit_service(
    by: Principal, vendor: Vendor, service: Service, *, name: str, profile: ServiceProfile, summary: str = ""
) -> None:
    """Change a service and work its tier out again; the vendor's tier follows. Raises InvalidForm."""
    by.require(Can.edit_vendors)
    worked_out = tiering(profile)
    async with transaction():
        await _hold(vendor)
        name = await _free_name(vendor, name, except_service=service)
        changed: Columns = {"name": name, "summary": summary.strip(), "profile": profile_to_json(profile)}
        changed |= {"reasons": reasons_to_json(worked_out), **_tier_columns(worked_out)}
        await Service.update(changed).where(Service.id == service.id)
        await _follow(vendor)
        detail = {**_detail(name, worked_out), "tier_before": service.tier}
        await audit.record(by, "service.edited", service, detail, vendor=vendor.id)


async def retire_service(by: Principal, vendor: Vendor, service: Service) -> None:
    """Take a service out of use; its history stays, and the vendor's tier follows the services that are left."""
    await _switch(by, vendor, service, active=False)


async def resume_service(by: Principal, vendor: Vendor, service: Service) -> None:
    """Put a retired service back into use."""
    await _switch(by, vendor, service, active=True)


async def _switch(by: Principal, vendor: Vendor, service: Service, *, active: bool) -> None:
    by.require(Can.edit_vendors)
    async with transaction():
        await _hold(vendor)
        await Service.update({Service.active: active}).where(Service.id == service.id)
        await _follow(vendor)
        action = "service.resumed" if active else "service.retired"
        await audit.record(by, action, service, {"name": service.name}, vendor=vendor.id)


async def _follow(vendor: Vendor) -> None:
    rows = await Service.select(Service.profile).where((Service.vendor == vendor.id) & Service.active.eq(True))
    deciding = most_critical(tiering(profile_from_json(row["profile"])) for row in rows)
    none: Columns = {"tier": "", "inherent": "", "likelihood": 0, "impact": 0}
    columns = _tier_columns(deciding) if deciding else none
    await Vendor.update(columns).where(Vendor.id == vendor.id)


async def _hold(vendor: Vendor) -> None:
    if is_postgres():
        await run_sql("SELECT id FROM vendor WHERE id = {} FOR UPDATE", vendor.id)


async def _free_name(vendor: Vendor, name: str, except_service: Service | None = None) -> str:
    name = " ".join(name.split())
    rows = await Service.select(Service.id, Service.name).where(Service.vendor == vendor.id)
    others = (row["name"] for row in rows if except_service is None or row["id"] != except_service.id)
    if any(other.casefold() == name.casefold() for other in others):
        raise InvalidForm({"name": f"{vendor.name} has a service of that name already; it may be a retired one."})
    return name


def _tier_columns(worked_out: Tiering) -> Columns:
    return {
        "tier": worked_out.tier.value,
        "likelihood": worked_out.likelihood,
        "impact": worked_out.impact,
        "inherent": worked_out.inherent.value,
    }


def _detail(name: str, worked_out: Tiering) -> dict[str, object]:
    return {"name": name, "tier": worked_out.tier.value, "inherent": worked_out.inherent.value}
