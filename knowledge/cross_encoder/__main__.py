"""Trains the adapters that come with the package and writes them beside this file."""

from pathlib import Path
from sys import stdout

from knowledge.cross_encoder.adapters import FILE, Adapters
from knowledge.cross_encoder.measuring import nearness, unread
from knowledge.cross_encoder.pairs import (
    HELD,
    caveats,
    digest,
    filling_pairs,
    foreign_pairs,
    learnt_pairs,
    own_pairs,
    probes,
    surrounded,
    turning_pairs,
    verbatim_pairs,
)
from knowledge.cross_encoder.training import predicted, trained


def main() -> None:
    """Train on all authors but those that only measure, and show what is made of their examples."""
    own, near = learnt_pairs(), nearness()
    others = (*foreign_pairs(own, near), *filling_pairs(), *verbatim_pairs(), *turning_pairs(), *caveats())
    numbers = trained([*surrounded(own, near), *others], stdout.write)
    adapters = Adapters(numbers, digest(), predicted(numbers, probes()))
    Path(str(FILE)).write_bytes(adapters.to_bytes())
    stdout.write(unread(numbers, [pair for pair in own_pairs() if pair.author in HELD]))


main()
