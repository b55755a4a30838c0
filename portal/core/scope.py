"""Who is asking: roles, what each may do, and the guards that say so."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.handlers.base import BaseRouteHandler

from portal.core.errors import NotAllowed, NotFound, NotSignedIn


class Role(StrEnum):
    """What a person is to this installation; `contact` and `colleague` are a vendor's persons, who have no account."""

    administrator = "administrator"
    approver = "approver"
    reviewer = "reviewer"
    procurement = "procurement"
    auditor = "auditor"
    contact = "contact"
    colleague = "colleague"  # asked by a contact, for a part of one assessment

    @property
    def outside(self) -> bool:
        """Whether it is a vendor's person."""
        return self in (Role.contact, Role.colleague)

    @property
    def label(self) -> str:
        """The word shown to people."""
        return {"contact": "Vendor contact", "colleague": "Vendor colleague"}.get(self.value, self.value.capitalize())


class Can(StrEnum):
    """One thing a role may do."""

    read_register = "read_register"  # vendors, services, ratings and their state
    read_evidence = "read_evidence"  # documents, answers, verdicts, the assistant
    edit_vendors = "edit_vendors"
    assess = "assess"  # send, return and complete assessments, upload evidence
    review = "review"  # decide verdicts, raise and close findings
    draft_rating = "draft_rating"
    approve_rating = "approve_rating"
    accept_risk = "accept_risk"
    check = "check"  # ask "may we sign?" and record the check
    read_audit = "read_audit"
    manage_people = "manage_people"
    edit_standard = "edit_standard"
    answer = "answer"  # a vendor's contact: answer and upload for the own vendor
    answer_part = "answer_part"  # the same within what one was asked for: which part it is, each use-case looks up


_READ = {Can.read_register, Can.read_evidence}
_REVIEW = _READ | {Can.edit_vendors, Can.assess, Can.review, Can.draft_rating, Can.check}
GRANTS: dict[Role, frozenset[Can]] = {
    Role.administrator: frozenset(_REVIEW | {Can.read_audit, Can.manage_people, Can.edit_standard}),
    Role.approver: frozenset(_REVIEW | {Can.approve_rating, Can.accept_risk, Can.read_audit, Can.edit_standard}),
    Role.reviewer: frozenset(_REVIEW),
    Role.procurement: frozenset({Can.read_register, Can.check}),
    Role.auditor: frozenset(_READ | {Can.read_audit, Can.check}),
    Role.contact: frozenset({Can.answer, Can.answer_part}),
    Role.colleague: frozenset({Can.answer_part}),
}


@dataclass(frozen=True, slots=True)
class Principal:
    """Whoever acts: a person of the company, a vendor's person (then `vendor` is set), a token's owner, or the system."""

    kind: str
    id: str
    name: str
    email: str
    role: Role
    vendor: UUID | None = None
    session: str = ""

    def can(self, what: Can | str) -> bool:
        """Whether this principal's role includes `what`."""
        return Can(what) in GRANTS[self.role]

    def require(self, what: Can) -> None:
        """Raise NotAllowed unless the role includes `what`."""
        if not self.can(what):
            raise NotAllowed()


SYSTEM = Principal(kind="system", id="system", name="Surety", email="", role=Role.administrator)

PortalRequest = Request[Principal | None, object, State]
Connection = ASGIConnection[Any, Principal | None, Any, State]


def principal_of(connection: Connection) -> Principal:
    """Return who is asking; raises NotSignedIn for nobody."""
    if connection.user is None:
        raise NotSignedIn()
    return connection.user


def allows(*wanted: Can) -> Callable[[Connection, BaseRouteHandler], None]:
    """Make a guard: signed in, and the role includes every one of `wanted`.

    A vendor's persons get 404 on staff pages, and staff get 404 on theirs, so that neither learns what exists; a
    colleague gets 404 on what only a contact may.
    """
    theirs = bool({Can.answer, Can.answer_part} & set(wanted))

    def guard(connection: Connection, _: BaseRouteHandler) -> None:
        principal = principal_of(connection)
        if principal.role.outside != theirs or (theirs and not all(principal.can(what) for what in wanted)):
            raise NotFound()
        for what in wanted:
            principal.require(what)

    return guard


def staff_only(connection: Connection, _: BaseRouteHandler) -> None:
    """Guard: any signed-in person of the company."""
    if principal_of(connection).role.outside:
        raise NotFound()
