"""Jobs of the assessments area."""

from portal.core.jobs import Handler
from portal.engines import Engines

JOBS: dict[str, Handler[Engines]] = {}
