"""Every way the gate can answer, arranged in rows, with what page, API and command must all say."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from portal.core.clock import now, today
from portal.findings.tables import Finding
from portal.risk.levels import Grade
from portal.vendors.profiles import profile_from_json
from portal.vendors.services import add_service
from tests.cast import Cast
from tests.portal.procurement.rating import completed_assessment, demand, publish

OTHER = "Wholesale clearing"


@dataclass(frozen=True, slots=True)
class Case:
    """One situation: how it comes about, which service is asked for, and the answer."""

    name: str
    arrange: Callable[[Cast], Awaitable[object]]
    decision: str
    headline: str
    exit_code: int
    service: str | None = None


async def _nothing(cast: Cast) -> None:
    """Helio was never sent anything."""


async def _questionnaire_out(cast: Cast) -> None:
    await completed_assessment(cast.helio, "in_progress")


async def _allowed(cast: Cast) -> None:
    await demand(await publish(cast.helio), "Retest", None, met=True)


async def _conditions(cast: Cast) -> None:
    rating = await publish(cast.helio)
    await demand(rating, "Auditor's retest of leaver access", today() + timedelta(days=30))
    await demand(rating, "Breach notice within 24 hours", None)


async def _overdue(cast: Cast) -> None:
    await demand(await publish(cast.helio), "Retest", today() - timedelta(days=1))


async def _expired(cast: Cast) -> None:
    await publish(cast.helio, approved_on=today() - timedelta(days=400))


async def _too_low(cast: Cast) -> None:
    await publish(cast.helio, grade=Grade.F)


async def _only_one_service(cast: Cast) -> None:
    await publish(cast.helio, service=cast.helio.service)
    await add_service(cast.reviewer, cast.helio.vendor, OTHER, profile_from_json(cast.helio.service.profile))


async def _critical_finding(cast: Cast) -> None:
    await publish(cast.helio)
    await Finding.insert(
        Finding(
            number=1, vendor=cast.helio.vendor.id, ref="AC-02", title="Keys in the repository", description="",
            severity="critical", state="open", quotes="[]", remediation="", raised_by="", raised_by_name="Rosa",
            raised_at=now(),
        )
    )  # fmt: skip


async def _new_data(cast: Cast) -> None:
    await publish(cast.helio, data=("internal",))


CASES = (
    Case("never rated", _nothing, "blocked", "No: this partner has not been rated", 4),
    Case("questionnaire out", _questionnaire_out, "blocked", "No: this partner has not been rated", 4),
    Case("allowed", _allowed, "allowed", "Yes", 0),
    Case("conditions", _conditions, "allowed_with_conditions", "Yes, with 2 conditions", 3),
    Case("overdue", _overdue, "blocked", "No: a condition is overdue since ", 4),
    Case("expired", _expired, "expired", "Not now: the rating expired on ", 4),
    Case("grade too low", _too_low, "blocked", "No: grade F is not enough", 4),
    Case("rated service", _only_one_service, "allowed", "Yes", 0, "Main service"),
    Case("service not covered", _only_one_service, "blocked", f"No: the rating does not cover {OTHER}", 4, OTHER),
    Case("strictest of two", _only_one_service, "blocked", f"No: the rating does not cover {OTHER}", 4),
    Case("critical finding", _critical_finding, "blocked", "No: 1 critical finding is open", 4),
    Case("new data", _new_data, "blocked", "No: the rating does not cover personal data", 4),
)
