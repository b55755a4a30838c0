"""One effect for one Idempotency-Key, however often and however many at once the request comes."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Annotated, Protocol, TypeVar

import msgspec
from litestar import Response
from litestar.params import Parameter
from piccolo.columns import Column

from portal.api.tables import KeptAnswer
from portal.core.clock import now
from portal.core.errors import Conflict, InvalidForm
from portal.core.scope import PortalRequest, principal_of

T = TypeVar("T")
IdempotencyKey = Annotated[
    str | None,
    Parameter(header="Idempotency-Key", description="The same key again, within 24 hours, has no second effect."),
]
KEPT_FOR = timedelta(hours=24)
ABANDONED_AFTER = timedelta(minutes=5)
PATIENCE = 30.0
LONGEST_KEY = 200
_PAUSE = 0.1


class Body(Protocol):
    """Whatever can say the hash of a request's whole body."""

    async def digest(self) -> str:
        """Return SHA-256 of the body in hex, reading what is left of it."""


class WholeBody:
    """A small body, such as JSON, that is in memory anyway."""

    def __init__(self, request: PortalRequest) -> None:
        self._request = request

    async def digest(self) -> str:
        """Return the body's SHA-256."""
        return hashlib.sha256(await self._request.body()).hexdigest()


class StreamedBody:
    """A large body, hashed while it passes by on its way to where it is kept."""

    def __init__(self, request: PortalRequest) -> None:
        self._stream = request.stream()
        self._hash = hashlib.sha256()

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give the body in pieces."""
        async for chunk in self._stream:
            self._hash.update(chunk)
            yield chunk

    async def digest(self) -> str:
        """Return the body's SHA-256."""
        async for _ in self.chunks():
            pass
        return self._hash.hexdigest()


async def once(
    request: PortalRequest,
    key: str | None,
    body: Body,
    kind: type[T],
    run: Callable[[], Awaitable[T]],
    status: int = 201,
) -> Response[T]:
    """Do `run` and answer with what it gives; the same key again, within 24 hours, gets the same answer and no effect.

    Without a key it is simply done. Of racing requests one does it and the others wait for its answer. A failure
    frees the key. Raises InvalidForm for another body under a used key, Conflict when the first takes too long.
    """
    if key is None:
        return Response(await run(), status_code=status)
    key = _hash_of(request, key)
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not await _claim(key):
        kept = await KeptAnswer.objects().where(KeptAnswer.key_hash == key).first()
        if kept is not None and kept.status:
            return await _again(kept, body, kind)
        if asyncio.get_running_loop().time() > deadline:
            raise Conflict("The first request under this Idempotency-Key is still being worked on. Please try again.")
        await asyncio.sleep(_PAUSE)
    try:
        answer = await run()
    except BaseException:
        await KeptAnswer.delete().where((KeptAnswer.key_hash == key) & (KeptAnswer.status == 0))
        raise
    await _keep(key, await body.digest(), status, answer)
    return Response(answer, status_code=status)


def _hash_of(request: PortalRequest, key: str) -> str:
    if not key or len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable():
        raise InvalidForm(
            {"Idempotency-Key": f"Idempotency-Key: up to {LONGEST_KEY} printable ASCII characters, please."}
        )
    parts = [principal_of(request).session, request.method, request.url.path, request.url.query, key]
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


async def _claim(key: str) -> bool:
    """Take the key if nobody has it; what is over its time, or was abandoned by a process that died, counts as nobody's."""
    over = KeptAnswer.created_at < now() - KEPT_FOR
    abandoned = (KeptAnswer.status == 0) & (KeptAnswer.created_at < now() - ABANDONED_AFTER)
    await KeptAnswer.delete().where(over | abandoned)
    taken = await (
        KeptAnswer.insert(KeptAnswer(key_hash=key, body_hash="", status=0, body="", created_at=now()))
        .on_conflict(target=(KeptAnswer.key_hash,), action="DO NOTHING")
        .returning(KeptAnswer.id)
    )
    return bool(taken)


async def _keep(key: str, body_hash: str, status: int, answer: object) -> None:
    changes: dict[Column | str, object] = {
        KeptAnswer.body_hash: body_hash,
        KeptAnswer.status: status,
        KeptAnswer.body: msgspec.json.encode(answer).decode(),
    }
    await KeptAnswer.update(changes).where(KeptAnswer.key_hash == key)


async def _again(kept: KeptAnswer, body: Body, kind: type[T]) -> Response[T]:
    if kept.body_hash != await body.digest():
        raise InvalidForm({"Idempotency-Key": "This Idempotency-Key was used for a request with another body."})
    answer = msgspec.json.decode(kept.body, type=kind)
    return Response(answer, status_code=kept.status, headers={"idempotency-replayed": "true"})
