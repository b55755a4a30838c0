"""Passwords: argon2id through argon2-cffi, worked out in a bounded pool of threads, and the rules a new one must meet."""

import anyio
import anyio.to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 200
_hasher = PasswordHasher()
# Each hash takes 64 MiB: two at a time keep fifty sign-ins from taking three gigabytes.
_pool: list[anyio.CapacityLimiter] = []
# The form of a hash that no password has; trying one against it takes as long as against any other.
_DUMMY = f"$argon2id$v=19$m={_hasher.memory_cost},t={_hasher.time_cost},p={_hasher.parallelism}${'A' * 22}${'A' * 43}"


def password_problem(password: str, email: str = "") -> str:
    """Return a sentence when the password cannot be taken, else an empty string."""
    if len(password) < SHORTEST:
        return f"Please choose at least {SHORTEST} characters; a few words in a row are good."
    if len(password) > LONGEST:
        return f"Please choose at most {LONGEST} characters."
    if len(set(password)) < 5 or password.lower() in (email.lower(), email.lower().partition("@")[0]):
        return "That password is too easy to guess. A few words in a row are good."
    return ""


async def hash_password(password: str) -> str:
    """Return the argon2id hash of a password."""
    return await anyio.to_thread.run_sync(_hasher.hash, password, limiter=_limiter())


async def matches(password: str, kept: str) -> bool:
    """Whether the password is the one kept; takes as long for a person who does not exist (`kept` empty)."""
    found = await anyio.to_thread.run_sync(_verify, kept or _DUMMY, password, limiter=_limiter())
    return found and bool(kept)


def _verify(kept: str, password: str) -> bool:
    try:
        return _hasher.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


def _limiter() -> anyio.CapacityLimiter:
    if not _pool:
        _pool.append(anyio.CapacityLimiter(2))
    return _pool[0]
