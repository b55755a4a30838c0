"""The API's routes about evidence: a vendor's documents, taking one in, and questions to them."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.openapi.spec import OpenAPIFormat, OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import Parameter
from litestar.types import ControllerRouterHandler

from knowledge.media import Media
from portal.api import queries
from portal.api.asking import answer_by_api
from portal.api.idempotency import IdempotencyKey, StreamedBody, WholeBody, once
from portal.api.paging import Cursor, Limit, Page
from portal.api.problems import WrongType
from portal.api.shapes import AnswerOut, EvidenceDetailOut, EvidenceOut, QuestionIn
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.receiving import receive
from portal.vendors.access import vendor_for

_TYPES = (*(media.mime.partition(";")[0] for media in Media), "application/octet-stream")
FileName = Annotated[str, Parameter(query="name", min_length=1, max_length=255, description="The file's name.")]


@dataclass
class _PdfOperation(Operation):
    """Says in the description that the body is a file."""

    def __post_init__(self) -> None:
        file = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        self.request_body = RequestBody(content={_TYPES[0]: OpenAPIMediaType(schema=file)}, required=True)


@get("/vendors/{slug:str}/evidence", guards=[allows(Can.read_evidence)], tags=["Evidence"])
async def evidence(request: PortalRequest, slug: str, cursor: Cursor = "", limit: Limit = 50) -> Page[EvidenceOut]:
    """List a vendor's documents, newest first."""
    return await queries.evidence(await vendor_for(principal_of(request), slug), cursor, limit)


@get("/vendors/{slug:str}/evidence/{evidence_id:uuid}", guards=[allows(Can.read_evidence)], tags=["Evidence"])
async def evidence_item(request: PortalRequest, slug: str, evidence_id: UUID) -> EvidenceDetailOut:
    """Show one document with what could be read off it; ask again while it is `received` or `reading`."""
    who = principal_of(request)
    return await queries.evidence_item(who, await vendor_for(who, slug), evidence_id)


@post(
    "/vendors/{slug:str}/evidence", guards=[allows(Can.assess)], tags=["Evidence"], status_code=201,
    operation_class=_PdfOperation,
)  # fmt: skip
async def add_evidence(
    request: PortalRequest,
    slug: str,
    name: FileName,
    settings: NamedDependency[Settings],
    idempotency_key: IdempotencyKey = None,
) -> Response[EvidenceDetailOut]:
    """Take a file in; the same bytes again give the same document. It is read in the background."""
    if request.content_type[0] not in _TYPES:
        raise WrongType("Send the file itself as the body, with its Content-Type or application/octet-stream.")
    who, body = principal_of(request), StreamedBody(request)
    vendor = await vendor_for(who, slug)

    async def take_in() -> EvidenceDetailOut:
        row = await receive(who, vendor.id, name, body.chunks(), settings)
        return await queries.evidence_item(who, vendor, row.id)

    return await once(request, idempotency_key, body, EvidenceDetailOut, take_in)


@post("/vendors/{slug:str}/ask", guards=[allows(Can.read_evidence)], tags=["Assistant"], status_code=200)
async def ask(
    request: PortalRequest,
    slug: str,
    data: QuestionIn,
    engines: NamedDependency[Engines],
    idempotency_key: IdempotencyKey = None,
) -> Response[AnswerOut]:
    """Ask the assistant about one vendor's documents; every quote stands on the page it names."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)

    async def answer() -> AnswerOut:
        return await answer_by_api(who, vendor, data.question, engines)

    return await once(request, idempotency_key, WholeBody(request), AnswerOut, answer, 200)


ROUTES: list[ControllerRouterHandler] = [evidence, evidence_item, add_evidence, ask]
