"""Learns from verdicts whose truth is known how sure a verdict is, and writes it beside what asks for it.

`python -m portal.calibrating` takes a few minutes; run it when readers or rules behind verdicts have changed.
"""

import json
from functools import partial
from pathlib import Path
from sys import stdout

from knowledge.sureness import LEARNT
from portal.evaluating import with_tools
from portal.planted.calibrating import GROUPS, learnt_from
from portal.planted.measuring import outcomes


def main() -> None:
    """Check every claim of the groups that teach, learn, and write."""
    results = [each for group in GROUPS for each in with_tools(partial(outcomes, group))]
    Path(str(LEARNT)).write_text(json.dumps(learnt_from(results), indent=1) + "\n", encoding="utf-8")
    stdout.write(f"learnt from {len(results)} claims\n")


if __name__ == "__main__":
    main()
