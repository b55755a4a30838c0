"""Builds the web application; the only place where pages are wired."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from anyio import to_thread
from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.logging import LoggingConfig
from litestar.middleware import DefineMiddleware
from litestar.static_files import create_static_files_router

from portal.api.description import openapi_config
from portal.api.routes import ROUTES as API
from portal.assessments.routes import ROUTES as ASSESSMENTS
from portal.assistant.drafting.routes import ROUTES as DRAFTING
from portal.assistant.feedback.routes import ROUTES as FEEDBACK
from portal.assistant.passing_on.routes import ROUTES as PASSING_ON
from portal.assistant.routes import ROUTES as ASSISTANT
from portal.campaigns.routes import ROUTES as CAMPAIGNS
from portal.core import queue
from portal.core.company import Company, load_company
from portal.core.csrf import check_origin_and_token
from portal.core.database import open_database
from portal.core.errors import SettingsError
from portal.core.handlers import HANDLERS
from portal.core.headers import add_headers
from portal.core.migrating import pending_migrations
from portal.core.pages import STATIC
from portal.core.routes import ROUTES as CORE
from portal.core.settings import Settings, with_secret_key
from portal.engines import Engines, build_engines
from portal.evidence.fact_routes import ROUTES as FACTS
from portal.evidence.files import sweep_incoming
from portal.evidence.routes import ROUTES as EVIDENCE
from portal.evidence.version_routes import ROUTES as VERSIONS
from portal.findings.routes import ROUTES as FINDINGS
from portal.oscal.routes import ROUTES as OSCAL
from portal.overview.routes import ROUTES as OVERVIEW
from portal.people.middleware import WhoIsAsking
from portal.people.routes import ROUTES as PEOPLE
from portal.procurement.routes import ROUTES as PROCUREMENT
from portal.programme.catalog_routes import ROUTES as CATALOGS
from portal.programme.routes import ROUTES as PROGRAMME
from portal.ratings.routes import ROUTES as RATINGS
from portal.review.routes import ROUTES as REVIEW
from portal.vendors.routes import ROUTES as VENDORS
from portal.worker import Worker

ROUTES = [
    *CORE, *PEOPLE, *OVERVIEW, *VENDORS, *EVIDENCE, *FACTS, *VERSIONS, *ASSESSMENTS, *CAMPAIGNS, *ASSISTANT, *DRAFTING, *FEEDBACK,
    *PASSING_ON, *REVIEW, *FINDINGS, *RATINGS, *PROCUREMENT, *PROGRAMME, *CATALOGS, *OSCAL, *API,
]  # fmt: skip


def create_app(settings: Settings, *, worker: bool = True, database_open: bool = False) -> Litestar:
    """Build the application. `worker` works jobs off in the same process; with `database_open` the caller has connected."""
    _check_assets()
    app = Litestar(
        route_handlers=[
            *ROUTES,
            create_static_files_router(
                path="/static", directories=[STATIC], cache_control=None, include_in_schema=False, name="static"
            ),
        ],
        dependencies={
            "settings": Provide(_settings, sync_to_thread=False),
            "engines": Provide(_engines, sync_to_thread=False),
        },
        middleware=[DefineMiddleware(WhoIsAsking, exclude=["^/static/", "^/healthz$", "^/readyz$", "^/metrics$"])],
        before_request=check_origin_and_token,
        before_send=[add_headers],
        exception_handlers=HANDLERS,  # type: ignore[arg-type]
        lifespan=[_lifespan],
        request_max_body_size=settings.upload_limit + 1024 * 1024,
        openapi_config=openapi_config(),
        logging_config=LoggingConfig(
            root={"level": "WARNING", "handlers": ["queue_listener"]},
            loggers={"surety": {"level": "INFO", "handlers": ["queue_listener"], "propagate": False}},
            log_exceptions="never",
        ),
        signature_namespace={"Engines": Engines, "Settings": Settings},
        debug=False,
    )
    return furnish(app, settings, worker=worker, database_open=database_open)


def furnish(app: Litestar, settings: Settings, *, worker: bool, database_open: bool) -> Litestar:
    """Give the application its settings and engines; whatever it had before it starts is replaced."""
    settings = with_secret_key(settings)
    app.state.settings = settings
    app.state.engines = build_engines(settings)
    app.state.company = Company(settings.company)
    app.state.worker = worker
    app.state.database_open = database_open
    return app


def _settings(state: State) -> Settings:
    settings: Settings = state.settings
    return settings


def _engines(state: State) -> Engines:
    engines: Engines = state.engines
    return engines


@asynccontextmanager
async def _lifespan(app: Litestar) -> AsyncIterator[None]:
    settings, engines = _settings(app.state), _engines(app.state)
    async with AsyncExitStack() as stack:
        stack.callback(engines.index.close)
        if not app.state.database_open:
            await stack.enter_async_context(open_database(settings))
        if await pending_migrations():
            raise SettingsError("The database is not up to date. Run: surety migrate (or surety serve --migrate).")
        app.state.company = await load_company(settings)
        await to_thread.run_sync(sweep_incoming, settings)
        if app.state.worker:
            await stack.enter_async_context(_working(settings, engines))
        yield


@asynccontextmanager
async def _working(settings: Settings, engines: Engines) -> AsyncIterator[None]:
    # On SQLite there is one box: what was running when it died is put back at once, whatever name the box had then.
    await queue.recover(only_box=not settings.postgres)
    worker = Worker(settings, engines)
    task = asyncio.create_task(worker.run())
    try:
        yield
    finally:
        worker.stop()
        await task


def _check_assets() -> None:
    missing = [name for name in ("tabler.min.css", "htmx.min.js") if not (STATIC / "vendor" / name).is_file()]
    if missing:
        raise SettingsError(
            f"The page assets are missing ({', '.join(missing)}). They are made when the package is built: pip install ."
        )


logging.getLogger("surety").addHandler(logging.NullHandler())
