"""Jobs of the evidence area."""

from portal.core.jobs import Handler
from portal.engines import Engines

JOBS: dict[str, Handler[Engines]] = {}
