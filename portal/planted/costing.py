"""What a verdict costs in a portal with 500 documents: one claim, and the whole core set."""

import time
from dataclasses import dataclass

from knowledge.evaluation.querying import fill
from knowledge.retrieval import Tools
from knowledge.scope import Scope
from knowledge.verification import Claim, verify
from portal.planted.measuring import taken_in
from portal.planted.phrases import SEEN
from portal.planted.vendors import TODAY, vendors

OTHERS = (49, 10, 30)


@dataclass(frozen=True, slots=True)
class Costs:
    """Milliseconds on the clock and of the processor; nothing was looked at before, so the first claims pay for what is kept."""

    documents: int
    claims: int
    one_p50_ms: float
    one_p95_ms: float
    one_cpu_ms: float
    whole_ms: float
    whole_cpu_ms: float


async def run(tools: Tools, others: tuple[int, int, int] = OTHERS, most: int | None = None) -> Costs:
    """Check the answers of one invented vendor beside many others.

    `others` are vendors, documents of each and passages of each document; `most` leaves claims out.
    """
    await fill(tools, *others)
    vendor = vendors(SEEN)[0]
    shelved = await taken_in(SEEN, vendor, tools)
    clock: list[float] = []
    cpu = time.process_time()
    for claimed in shelved.claims[:most]:
        began = time.perf_counter()
        claim = Claim(claimed.claim, claimed.question.text, "", vendor.service, *claimed.words)
        await verify(claim, Scope((shelved.shelf,)), tools, TODAY)
        clock.append(1e3 * (time.perf_counter() - began))
    cpu = 1e3 * (time.process_time() - cpu)
    count, ordered = len(clock), sorted(clock)
    return Costs(
        documents=others[0] * others[1] + len(shelved.pages),
        claims=count,
        one_p50_ms=ordered[count // 2],
        one_p95_ms=ordered[min(count - 1, int(0.95 * count))],
        one_cpu_ms=cpu / count,
        whole_ms=sum(clock),
        whole_cpu_ms=cpu,
    )
