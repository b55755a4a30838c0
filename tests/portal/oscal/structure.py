"""What OSCAL 1.1 allows where, strictly: every name, what must be there, how each value is written, and every reference."""

import re
from collections.abc import Iterator

_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
VALUES = {
    "uuid": re.compile(_UUID),
    "token": re.compile(r"[^\W\d][\w.\-]*"),
    "string": re.compile(r"\S(.*\S)?"),
    "text": re.compile(r".*\S.*", re.DOTALL),
    "moment": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"),
    "uri": re.compile(r"[a-zA-Z][a-zA-Z0-9+\-.]+:\S+"),
    "reference": re.compile(r"\S+"),
}
# "!" must be there, "*" is a list of at least one; the rest is a kind of value or another shape.
SHAPES: dict[str, dict[str, str]] = {
    "metadata": {
        "title": "!text", "published": "moment", "last-modified": "!moment", "version": "!string",
        "oscal-version": "!string", "roles": "*role", "parties": "*party", "responsible-parties": "*responsible-party",
        "props": "*prop", "remarks": "text",
    },
    "role": {"id": "!token", "title": "!text", "description": "text"},
    "party": {"uuid": "!uuid", "type": "!party-type", "name": "string", "member-of-organizations": "*uuid"},
    "responsible-party": {"role-id": "!token", "party-uuids": "!*uuid"},
    "prop": {"name": "!token", "uuid": "uuid", "ns": "uri", "value": "!string", "class": "token", "remarks": "text"},
    "back-matter": {"resources": "*resource"},
    "resource": {
        "uuid": "!uuid", "title": "text", "description": "text", "props": "*prop", "rlinks": "*rlink", "remarks": "text",
    },
    "rlink": {"href": "!reference", "media-type": "string", "hashes": "*hash"},
    "hash": {"algorithm": "!algorithm", "value": "!sha256"},
    "assessment-results": {
        "uuid": "!uuid", "metadata": "!metadata", "import-ap": "!import-ap", "results": "!*result",
        "back-matter": "back-matter",
    },
    "import-ap": {"href": "!reference", "remarks": "text"},
    "result": {
        "uuid": "!uuid", "title": "!text", "description": "!text", "start": "!moment", "end": "moment", "props": "*prop",
        "reviewed-controls": "!reviewed-controls", "attestations": "*attestation", "observations": "*observation",
        "risks": "*risk", "findings": "*finding", "remarks": "text",
    },
    "reviewed-controls": {"description": "text", "control-selections": "!*selection", "remarks": "text"},
    "selection": {"description": "text", "include-all": "nothing", "include-controls": "*control"},
    "control": {"control-id": "!token", "statement-ids": "*token"},
    "attestation": {"responsible-parties": "*responsible-party", "parts": "!*part"},
    "part": {"name": "!token", "ns": "uri", "title": "text", "prose": "text", "props": "*prop"},
    "observation": {
        "uuid": "!uuid", "title": "text", "description": "!text", "props": "*prop", "methods": "!*method",
        "types": "*observation-type", "relevant-evidence": "*relevant-evidence", "collected": "!moment",
        "expires": "moment", "remarks": "text",
    },
    "relevant-evidence": {"href": "reference", "description": "!text", "props": "*prop", "remarks": "text"},
    "risk": {
        "uuid": "!uuid", "title": "!text", "description": "!text", "statement": "!text", "props": "*prop",
        "status": "!risk-status", "characterizations": "*characterization", "deadline": "moment",
        "remediations": "*response", "risk-log": "risk-log", "related-observations": "*related-observation",
    },
    "characterization": {"props": "*prop", "origin": "!origin", "facets": "!*facet"},
    "origin": {"actors": "!*actor"},
    "actor": {"type": "!actor-type", "actor-uuid": "!uuid", "role-id": "token"},
    "facet": {"name": "!token", "system": "!uri", "value": "!string", "props": "*prop"},
    "response": {"uuid": "!uuid", "lifecycle": "!lifecycle", "title": "!text", "description": "!text", "props": "*prop"},
    "risk-log": {"entries": "!*entry"},
    "entry": {
        "uuid": "!uuid", "title": "text", "description": "text", "start": "!moment", "end": "moment",
        "logged-by": "*logged-by", "status-change": "risk-status", "remarks": "text",
    },
    "logged-by": {"party-uuid": "!uuid", "role-id": "token"},
    "related-observation": {"observation-uuid": "!uuid"},
    "related-risk": {"risk-uuid": "!uuid"},
    "finding": {
        "uuid": "!uuid", "title": "!text", "description": "!text", "props": "*prop", "target": "!target",
        "related-observations": "*related-observation", "related-risks": "*related-risk", "remarks": "text",
    },
    "target": {"type": "!target-type", "target-id": "!token", "title": "text", "status": "!target-status"},
    "target-status": {"state": "!target-state", "reason": "target-reason", "remarks": "text"},
    "plan-of-action-and-milestones": {
        "uuid": "!uuid", "metadata": "!metadata", "system-id": "system-id", "observations": "*observation",
        "risks": "*risk", "findings": "*finding", "poam-items": "!*poam-item", "back-matter": "back-matter",
    },
    "system-id": {"identifier-type": "uri", "id": "!string"},
    "poam-item": {
        "uuid": "uuid", "title": "!text", "description": "!text", "props": "*prop",
        "related-observations": "*related-observation", "related-risks": "*related-risk", "remarks": "text",
    },
    "nothing": {},
}  # fmt: skip
WORDS = {
    "party-type": ("person", "organization"),
    "algorithm": ("SHA-224", "SHA-256", "SHA-384", "SHA-512"),
    "method": ("EXAMINE", "INTERVIEW", "TEST", "UNKNOWN"),
    "observation-type": ("ssp-statement-issue", "control-objective", "mitigation", "finding", "historic"),
    "risk-status": (
        "open", "investigating", "remediating", "deviation-requested", "deviation-approved", "closed",
    ),
    "actor-type": ("tool", "assessment-platform", "party"),
    "lifecycle": ("recommendation", "planned", "completed"),
    "target-type": ("statement-id", "objective-id"),
    "target-state": ("satisfied", "not-satisfied"),
    "target-reason": ("pass", "fail", "other"),
}  # fmt: skip
VALUES |= {name: re.compile("|".join(words)) for name, words in WORDS.items()}
VALUES["sha256"] = re.compile(r"[0-9a-f]{64}")


def problems(plain: dict[str, object]) -> list[str]:
    """Return everything that OSCAL does not allow in a whole document."""
    [root] = plain
    found = list(_shape(plain[root], root, root))
    defined = {str(one["uuid"]) for one in mappings(plain) if "uuid" in one}
    for one in mappings(plain):
        found += [f"{name} {value} leads nowhere" for name, value in one.items() if _dangling(name, value, defined)]
    ids = [str(one["uuid"]) for one in mappings(plain) if "uuid" in one]
    found += [f"two things are called {one}" for one in {one for one in ids if ids.count(one) > 1}]
    return found


def mappings(plain: object) -> Iterator[dict[str, object]]:
    """Go through every assembly of a document."""
    if isinstance(plain, dict):
        yield plain
        for value in plain.values():
            yield from mappings(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from mappings(value)


def _dangling(name: str, value: object, defined: set[str]) -> bool:
    if name in ("observation-uuid", "risk-uuid", "party-uuid", "actor-uuid"):
        return value not in defined
    if name in ("party-uuids", "member-of-organizations") and isinstance(value, list):
        return not set(value) <= defined
    return name == "href" and str(value).startswith("#") and str(value)[1:] not in defined


def _shape(plain: object, name: str, where: str) -> Iterator[str]:
    if name in VALUES:
        if not isinstance(plain, str) or not VALUES[name].fullmatch(plain):
            yield f"{where} is no {name}: {plain!r}"
        return
    if not isinstance(plain, dict):
        yield f"{where} is no {name}: {plain!r}"
        return
    shape = SHAPES[name]
    yield from (f"{where} has no {one}" for one, rule in shape.items() if rule.startswith("!") and one not in plain)
    for key, value in plain.items():
        if key not in shape:
            yield f"{where} may have no {key}"
        else:
            yield from _value(value, shape[key].lstrip("!"), f"{where}/{key}")


def _value(value: object, rule: str, where: str) -> Iterator[str]:
    if not rule.startswith("*"):
        yield from _shape(value, rule, where)
    elif not isinstance(value, list) or not value:
        yield f"{where} is no list of at least one"
    else:
        for number, one in enumerate(value):
            yield from _shape(one, rule[1:], f"{where}/{number}")
