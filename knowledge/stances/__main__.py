"""Trains the heads that come with the package and writes them beside this file."""

from dataclasses import asdict
from pathlib import Path
from sys import stdout

from knowledge.embedding import ShippedEmbedder
from knowledge.stances.learning import held_out, trained
from knowledge.stances.material import examples
from knowledge.stances.model import WEIGHTS


def main() -> None:
    """Train on all examples; prints how heads do on authors they have not read."""
    embedder = ShippedEmbedder()
    model = trained(examples(), embedder)
    Path(str(WEIGHTS)).write_bytes(model.to_bytes())
    figures = {stance: asdict(found) for stance, found in held_out(examples(), embedder).items()}
    stdout.write(f"{len(examples())} examples, {len(model.names)} heads; authors held out: {figures}\n")


main()
