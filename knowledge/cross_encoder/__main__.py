"""Trains the adapters that come with the package and writes them beside this file."""

from pathlib import Path
from sys import stdout

from knowledge.cross_encoder.adapters import FILE, Adapters
from knowledge.cross_encoder.measuring import near, unread
from knowledge.cross_encoder.pairs import (
    HELD,
    caveats,
    digest,
    foreign_pairs,
    learnt_pairs,
    own_pairs,
    probes,
    turning_pairs,
    verbatim_pairs,
)
from knowledge.cross_encoder.training import predicted, trained


def main() -> None:
    """Train on all authors but those that only measure, and show what is made of their examples."""
    own = learnt_pairs()
    numbers = trained(
        [*own, *foreign_pairs(own, near()), *verbatim_pairs(), *turning_pairs(), *caveats()], stdout.write
    )
    adapters = Adapters(numbers, digest(), predicted(numbers, probes()))
    Path(str(FILE)).write_bytes(adapters.to_bytes())
    stdout.write(unread(numbers, [pair for pair in own_pairs() if pair.author in HELD]))


main()
