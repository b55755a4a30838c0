"""Trains the adapters that come with the package and writes them beside this file."""

from dataclasses import replace
from pathlib import Path
from sys import stdout

from knowledge.cross_encoder.adapters import FILE
from knowledge.cross_encoder.measuring import near, unread
from knowledge.cross_encoder.pairs import HELD, caveats, digest, foreign_pairs, own_pairs
from knowledge.cross_encoder.training import trained


def main() -> None:
    """Train on all authors but those that only measure, and show what is made of their examples."""
    own = [pair for pair in own_pairs() if pair.author not in HELD]
    adapters = trained([*own, *foreign_pairs(own, near()), *caveats()], stdout.write)
    Path(str(FILE)).write_bytes(replace(adapters, learnt=digest()).to_bytes())
    stdout.write(unread(adapters, [pair for pair in own_pairs() if pair.author in HELD]))


main()
