"""Pages of the assessments area: the staff's, the invitation, and the vendor's form."""

from litestar.types import ControllerRouterHandler

from portal.assessments.answer_routes import ROUTES as ANSWER
from portal.assessments.authoring.routes import ROUTES as AUTHORING
from portal.assessments.colleagues.routes import ROUTES as COLLEAGUES
from portal.assessments.evidence_routes import ROUTES as EVIDENCE
from portal.assessments.file_routes import ROUTES as FILES
from portal.assessments.invitation_routes import ROUTES as INVITATION
from portal.assessments.offline.routes import ROUTES as OFFLINE
from portal.assessments.printing import ROUTES as PRINTING
from portal.assessments.receipt_files.routes import ROUTES as RECEIPTS
from portal.assessments.sheets.routes import ROUTES as SHEETS
from portal.assessments.staff_routes import ROUTES as STAFF
from portal.assessments.suggestion_routes import ROUTES as SUGGESTIONS
from portal.assessments.talk.routes import ROUTES as TALK

ROUTES: list[ControllerRouterHandler] = [
    *STAFF,
    *AUTHORING,
    *FILES,
    *INVITATION,
    *ANSWER,
    *EVIDENCE,
    *SUGGESTIONS,
    *COLLEAGUES,
    *OFFLINE,
    *SHEETS,
    *RECEIPTS,
    *PRINTING,
    *TALK,
]
