"""What the page of one partner shows."""

from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import UUID

from portal.core.scope import Principal
from portal.procurement.check_queries import CheckLine, last_check
from portal.procurement.facts import GateAnswer
from portal.procurement.gate_answer import answer
from portal.procurement.looks import Look, look, owner_words
from portal.procurement.standard import Standard, requirements, standard_of
from portal.ratings.tables import RatingRecord
from portal.risk.errors import UnreadableRecord
from portal.risk.levels import Level, Owner
from portal.risk.rating import Rating, RatingInputs, rating_from_json, rating_inputs_from_json

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ServiceChoice:
    """A service to ask about, with its decision."""

    name: str
    url: str
    look: Look
    active: bool


@dataclass(frozen=True, slots=True)
class RiskPicture:
    """The risk matrix before and after controls, and the same in words."""

    inherent: Level
    before: Place
    residual: Level | None
    after: Place | None
    words: str


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """The answer for one partner, and what it stands on."""

    answer: GateAnswer
    look: Look
    services: list[ServiceChoice]
    picture: RiskPicture | None
    confidence: str
    standard: Standard | None
    last_check: CheckLine | None
    owners: dict[Owner, str]
    purpose: str
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The address of this answer, without its page's name."""
        chosen = self.answer.service if self.answer.asked_service else None
        return partner_url(self.answer.partner.slug, chosen.id if chosen else None)


def partner_url(slug: str, service: UUID | None) -> str:
    """Return the address of a partner's page, for one service if given."""
    return f"/partners/{slug}" + (f"?{urlencode({'service': service})}" if service else "")


async def partner_page(
    who: Principal, slug: str, service: str = "", purpose: str = "", errors: dict[str, str] | None = None
) -> PartnerPage:
    """Return the answer for a partner and, if named, one of its services; raises NotFound."""
    given = await answer(who, slug, service or None)
    inputs, rating = await _frozen(given.rating.id) if given.rating and given.grade else (None, None)
    return PartnerPage(
        answer=given,
        look=look(given.decision.decision),
        services=_choices(given) if len(given.services) > 1 else [],
        picture=_picture(given, rating),
        confidence=_confidence(rating) if rating else "",
        standard=standard_of(await requirements(), inputs) if inputs else None,
        last_check=await last_check(given.partner.id, given.service.id if given.service else None),
        owners=owner_words(given.partner.name),
        purpose=purpose,
        errors=errors or {},
    )


async def _frozen(rating_id: UUID) -> tuple[RatingInputs | None, Rating | None]:
    """Return what a published rating was worked out from and what came out; nothing where an older method wrote it."""
    row = await RatingRecord.select(_R.inputs, _R.result).where(_R.id == rating_id).first()
    assert row is not None
    try:
        return rating_inputs_from_json(row["inputs"]), rating_from_json(row["result"])
    except UnreadableRecord:
        return None, None


_R = RatingRecord


def _choices(given: GateAnswer) -> list[ServiceChoice]:
    return [
        ServiceChoice(
            name=one.service.name,
            url=partner_url(given.partner.slug, one.service.id),
            look=look(one.decision.decision),
            active=given.asked_service and one.service == given.service,
        )
        for one in given.services
        if one.service
    ]


def _confidence(rating: Rating) -> str:
    return f"{rating.confidence.level.label.lower()} ({rating.confidence.text})"


def _picture(given: GateAnswer, rating: Rating | None) -> RiskPicture | None:
    """Draw the service as it is today, and the rating's residual risk."""
    service = given.service
    if rating is None:
        if service is None or service.inherent is None:
            return None
        words = f"Inherent risk {service.inherent.label.lower()}, not rated"
        return RiskPicture(service.inherent, (service.likelihood, service.impact), None, None, words)
    inherent, before = rating.inherent, (rating.likelihood, rating.impact)
    if service is not None and service.inherent is not None:
        inherent, before = service.inherent, (service.likelihood, service.impact)
    words = f"Inherent risk {inherent.label.lower()}, residual risk {rating.residual.label.lower()}"
    after = (rating.residual_likelihood, rating.residual_impact)
    return RiskPicture(inherent, before, rating.residual, after, words)
