"""The API's description (OpenAPI) as JSON at /api/v1/openapi.json, and nothing else: no page that would load scripts."""

from litestar import Router
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from portal.core.errors import NotFound
from portal.core.scope import PortalRequest

PATH = "/api/v1"
BEARER = {"bearer": list[str]()}
_DESCRIPTION = "/openapi.json"


def openapi_config() -> OpenAPIConfig:
    """Return how the framework describes the API; what it would answer beside the description is not found."""
    return OpenAPIConfig(
        title="Surety",
        version="1",
        path=PATH,
        openapi_router=Router(
            path=PATH, route_handlers=[], include_in_schema=False, before_request=_only_the_description
        ),
        render_plugins=[JsonRenderPlugin(path=_DESCRIPTION)],
        components=Components(
            security_schemes={
                "bearer": SecurityScheme(
                    type="http", scheme="bearer", description="A token from your account page or `surety token create`."
                )
            }
        ),
    )


async def _only_the_description(request: PortalRequest) -> None:
    if request.url.path != PATH + _DESCRIPTION:
        raise NotFound()
