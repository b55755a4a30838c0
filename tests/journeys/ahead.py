"""Runs `surety` with a clock that is some days ahead: `python -m tests.journeys.ahead DAYS WORDS...`."""

import sys
from datetime import datetime, timedelta

from portal.core import clock

_now = clock.now


def _run() -> None:
    ahead = timedelta(days=int(sys.argv.pop(1)))

    def later() -> datetime:
        return _now() + ahead

    clock.now = later  # before anything else takes it from there
    from portal.cli import main

    main()


if __name__ == "__main__":
    _run()
