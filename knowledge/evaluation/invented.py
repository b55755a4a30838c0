"""Invented windows of security documents in any number, with vectors that cost little: for measuring speed, not quality."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.embedding import Embedder, stored
from knowledge.facts.reading_off import facts
from knowledge.ingesting import Digest
from knowledge.pages import PageState, PageText
from knowledge.passages import Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SUBJECTS = """
the security team|the platform team|every system owner|an independent auditor|the hosting provider|the risk committee
the data protection officer|each team lead|the service desk|the incident manager|external testers|the board
the architect on duty|human resources|the procurement office|a second engineer|the payroll department|site guards
the release manager|the legal counsel|the facilities group|regional directors|the operations centre|a certified assessor
the customer success desk|database specialists|the internal audit function|the crisis unit|trainers|the works council"""
ACTIONS = """
reviews|tests|approves|monitors|documents|encrypts|restores|rotates|restricts|logs|deletes|classifies|scans|patches
isolates|replicates|signs|archives|rehearses|inspects|escalates|revokes|samples|hardens|labels|purges|interviews
reconciles|countersigns|withdraws|migrates|throttles|anonymises|fingerprints|quarantines|benchmarks"""
OBJECTS = """
access rights of administrators|backups of the production database|encryption keys|firewall rules|customer data
security logs|critical vulnerabilities|the recovery plan|laptops of employees|source code changes|subprocessors
accounts of leavers|network segments|personal data of users|certificates|incident reports|payment records
multi-factor settings|cloud storage buckets|data centre visits|service accounts|API tokens|audit findings
visitor badges|tape cartridges|container images|telephone recordings|phishing exercises|wireless gateways
insurance cover|spare generators|smoke detectors|open source licences|password vaults|mobile handsets|contractor screening
retention schedules|deletion requests|privacy notices|penetration results|malware signatures|change tickets|shift rosters
escrow deposits|cabling plans|web application firewalls|message queues|ticket backlogs|warranty claims|training attendance"""
TIMES = """
every quarter|once a year|within 24 hours|every night|after each release|twice a month|within 30 days|continuously
before go-live|on the first working day of the month"""
REASONS = """
and keeps the records for 12 months|unless the risk committee agreed to an exception|as the policy requires
and reports the result to the board|with a tool that raises an alert|in all regions of the service
except for test systems|and a second person confirms it"""
FREQUENCIES = ("every quarter", "once a year", "every night", "twice a month")
WINDOW = 4


@dataclass(frozen=True, slots=True)
class Invention:
    """Sentences to make windows of, with their vectors, and questions that share their words; some of them `answered`."""

    sentences: Sequence[str]
    vectors: "NDArray[np.float32]"
    questions: Sequence[str]
    answered: Sequence[str]
    chance: random.Random

    def documents(self, count: int, windows: int) -> Iterator[Digest]:
        """Make so many documents of so many windows each, one page each."""
        return (self._document(number, windows) for number in range(count))

    def _document(self, number: int, windows: int) -> Digest:
        import numpy as np

        chosen = [self.chance.sample(range(len(self.sentences)), WINDOW) for _ in range(windows)]
        texts = [" ".join(self.sentences[each] for each in some) for some in chosen]
        sums = np.stack([self.vectors[some].sum(axis=0) for some in chosen])
        vectors = stored(sums / np.linalg.norm(sums, axis=1, keepdims=True))
        page = PageText(1, "", PageState.TEXT, "\n".join(texts))
        cut = tuple(_windows(texts, f"Security report {number}"))
        return Digest((page,), cut, tuple(vectors), facts((), ""), (), "invented", f"Security report {number}")


def invention(embedder: Embedder, sentences: int, questions: int, seed: int = 7) -> Invention:
    """Invent sentences and questions, the same for the same seed; embeds each sentence once."""
    chance = random.Random(seed)  # noqa: S311
    made = [_sentence(chance) for _ in range(sentences)]
    asked = [_question(chance) for _ in range(questions)]
    often = [sentence for sentence in made if any(f" {time} " in sentence for time in FREQUENCIES)]
    return Invention(
        made, embedder.embed(made), asked, [_how_often(sentence) for sentence in often[:questions]], chance
    )


def _windows(texts: Sequence[str], header: str) -> Iterator[Window]:
    start = 0
    for text in texts:
        yield Window(1, start, start + len(text), text, header)
        start += len(text) + 1


def _sentence(chance: random.Random) -> str:
    subject, action, matter, time, reason = (_one(chance, of) for of in (SUBJECTS, ACTIONS, OBJECTS, TIMES, REASONS))
    return f"{subject[0].upper()}{subject[1:]} {action} {matter} {time} {reason}."


def _question(chance: random.Random) -> str:
    opening = chance.choice(("How often", "Is it documented who", "Please describe how", "Where is it said that"))
    return f"{opening} {_one(chance, SUBJECTS)} {_one(chance, ACTIONS)} {_one(chance, OBJECTS)}?"


def _how_often(sentence: str) -> str:
    """Ask what a sentence says, with its own words."""
    time = next(time for time in FREQUENCIES if f" {time} " in sentence)
    said = sentence.partition(f" {time} ")[0]
    return f"How often is it that {said[0].lower()}{said[1:]}?"


def _one(chance: random.Random, lines: str) -> str:
    return chance.choice(lines.strip().replace("\n", "|").split("|"))
