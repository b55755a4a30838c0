"""The statement of a recorded check: canonical JSON that is signed, kept and given out."""

import json

import msgspec

from portal.core.scope import Principal
from portal.procurement.facts import GateAnswer
from portal.procurement.plain import plain
from portal.procurement.signing import ALGORITHM

KIND = "surety.contract-check.1"


def statement_text(answer: GateAnswer, *, number: int, purpose: str, who: Principal, company: str, key: str) -> str:
    """Write what was asked and answered as canonical JSON: keys sorted, no spaces, UTF-8, no number with a fraction."""
    said: dict[str, object] = msgspec.to_builtins(plain(answer))
    return canonical(
        {
            **said,
            "kind": KIND,
            "number": number,
            "purpose": purpose,
            "company": company,
            "asked_by": {"name": who.name, "email": who.email, "role": who.role.value},
            "key": key,
        }
    )


def canonical(value: object) -> str:
    """Return the one JSON text of a value, as anybody's JSON library can write it."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def signed_document(statement: str, signature: str) -> dict[str, object]:
    """Return the file that goes with the contract: the statement, its signature, and which key made it."""
    said: dict[str, object] = msgspec.json.decode(statement)
    return {"algorithm": ALGORITHM, "key": said["key"], "signature": signature, "statement": said}


def statement_file(document: dict[str, object]) -> bytes:
    """Return the document as a file that people can read too."""
    return (json.dumps(document, sort_keys=True, indent=2, ensure_ascii=False) + "\n").encode()
