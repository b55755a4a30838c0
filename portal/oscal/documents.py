"""A whole OSCAL document: who speaks of whom, when, and the documents it refers to; pure."""

import json
from collections.abc import Iterable
from urllib.parse import quote as escaped
from uuid import UUID

from portal.evidence.tables import Evidence
from portal.oscal.gathered import Base
from portal.oscal.writing import VERSION, Plain, kept, line, moment, props, uuid_of


def company_of(base: Base) -> str:
    """Return the id of the company that assesses."""
    return uuid_of("company", base.company)


def document(root: str, base: Base, title: str, body: Plain, resources: list[Plain]) -> bytes:
    """Write a document as JSON; its id says what is in it, so that the same content has the same id."""
    plain = kept({**body, "back-matter": kept({"resources": resources})})
    identity = uuid_of(root, json.dumps(plain, sort_keys=True))
    metadata = kept(
        {
            "title": line(title),
            "last-modified": moment(base.at),
            "version": base.at.date().isoformat(),
            "oscal-version": VERSION,
            "roles": [{"id": "assessor", "title": "Assessor"}, {"id": "provider", "title": "Assessed vendor"}],
            "parties": _parties(base),
            "responsible-parties": [
                {"role-id": "assessor", "party-uuids": [company_of(base)]},
                {"role-id": "provider", "party-uuids": [uuid_of("vendor", base.vendor.id)]},
            ],
        }
    )
    return json.dumps({root: {"uuid": identity, "metadata": metadata, **plain}}, ensure_ascii=False, indent=1).encode()


def resources_of(base: Base) -> list[Plain]:
    """Name the vendor's documents that are quoted, each with the hash of its bytes."""
    quoted = {quote.document_id for quote in base.quotes}
    return [_resource(one) for document, one in base.documents.items() if document in quoted]


def resource_id(document: UUID) -> str:
    """Return the id under which a document stands in the back matter."""
    return uuid_of("document", document)


def person_id(identity: str) -> str:
    """Return the id under which a person stands among the parties."""
    return uuid_of("person", identity)


def _resource(evidence: Evidence) -> Plain:
    hashes = [{"algorithm": "SHA-256", "value": evidence.sha256}]
    at = moment(evidence.uploaded_at) if evidence.uploaded_at else None
    return kept(
        {
            "uuid": resource_id(evidence.document),
            "title": line(evidence.name),
            "props": props({"uploaded-by": evidence.uploaded_by_name, "uploaded-at": at}),
            "rlinks": [{"href": escaped(evidence.name), "hashes": hashes}],
        }
    )


def _parties(base: Base) -> list[Plain]:
    people = {finding.raised_by: finding.raised_by_name for finding in base.findings}
    people |= {one.accepted_by: one.accepted_by_name for some in base.acceptances.values() for one in some}
    return [
        {"uuid": company_of(base), "type": "organization", "name": line(base.company)},
        {"uuid": uuid_of("vendor", base.vendor.id), "type": "organization", "name": line(base.vendor.name)},
        *_people(people.items(), company_of(base)),
    ]


def _people(people: Iterable[tuple[str, str]], company: str) -> list[Plain]:
    return [
        {"uuid": person_id(identity), "type": "person", "name": line(name), "member-of-organizations": [company]}
        for identity, name in people
        if line(name)
    ]
