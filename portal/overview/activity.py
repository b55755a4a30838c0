"""What happened lately, from the audit log, in plain sentences."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from portal.core.tables import AuditEntry
from portal.vendors.tables import Vendor

# What an action did, as the rest of a sentence that begins with who; {name} and the like come from the entry's detail.
SENTENCES: dict[str, str] = {
    "vendor.added": "added the vendor",
    "vendor.edited": "changed what the register says",
    "vendor.archived": "archived the vendor",
    "vendor.restored": "put the vendor back into the register",
    "service.added": "added the service {name}, tier {tier}",
    "service.edited": "changed the service {name}, tier {tier}",
    "service.retired": "retired the service {name}",
    "service.resumed": "put the service {name} back into use",
    "contact.added": "added {name} as a contact",
    "contact.edited": "changed the contact {name}",
    "contact.retired": "retired the contact {name}",
    "contact.resumed": "made {name} a contact again",
    "contact.signed_in": "came in by a link",
    "person.signed_out": "signed out",
    "assessment.sent": "sent the questionnaire “{title}”",
    "assessment.due_changed": "changed the day by which answers are due",
    "assessment.submitted": "submitted the answers",
    "assessment.exported": "exported the answers",
    "assessment.results_exported": "exported the results of the review",
    "vendor.plan_exported": "exported the plan for the findings",
    "assessment.review_started": "began to review the answers",
    "assessment.returned": "asked the vendor to answer some questions again",
    "assessment.completed": "completed the review",
    "assessment.cancelled": "cancelled the questionnaire",
    "campaign.reminded": "reminded {told} of the questionnaire",
    "campaign.escalated": "told {told} that the vendor does not answer",
    "campaign.vendor_left_out": "left the vendor out of a campaign",
    "campaign.tried_again": "tried again to send a campaign to the vendor",
    "invitation.sent": "sent a link to {email}",
    "invitation.used": "opened the link",
    "invitation.extended": "let a link live longer",
    "invitation.revoked": "took a link back",
    "colleague.asked": "asked {name} to help with {part}",
    "colleague.reminded": "reminded {name}",
    "colleague.withdrawn": "no longer asks {name} to help",
    "colleague.came_in": "came in by a colleague’s link",
    "colleague.finished_told": "told {to} that a colleague has finished",
    "colleague.link_sent": "sent a fresh link to {email}",
    "earlier_answer.taken": "took the answer to question {ref} from “{title}”",
    "earlier_answer.refused": "put away the earlier answer to question {ref}",
    "assistant.asked_again": "asked the assistant again",
    "answer.recorded": "answered question {ref}",
    "assessment.language_chosen": "chose to read the questionnaire in the language {language}",
    "offline_copy.made": "downloaded the questionnaire as a workbook",
    "answer_file.received": "brought answers in the file {file}",
    "answer_file.merged": "took {taken} of the answers in the file {file}",
    "answer_file.dropped": "put the file {file} away",
    "message.written": "wrote a message about question {ref}",
    "messages.told": "told {to} of new messages",
    "sheet_file.received": "brought the spreadsheet {file}",
    "sheet_file.dropped": "put the spreadsheet {file} away",
    "sheet_template.kept": "said how spreadsheets like {file} are read",
    "upload.refused": "brought the file {name}, which the virus scanner refused",
    "answer.withdrawn": "took the answer to question {ref} back",
    "answer.evidence_changed": "changed the documents put to question {ref}",
    "evidence.received": "added the document {name}",
    "evidence.removed": "removed the document {name}",
    "evidence.ready": "read the document {name}",
    "evidence.scanned": "had the document {name} looked at by the virus scanner",
    "evidence.quarantined": "set the document {name} aside as harmful",
    "fact.review_withdrawn": "took back what was said of a fact of {name}",
    "evidence.unlocked": "opened the document {name} with its password",
    "evidence.unreadable": "could not read the document {name}",
    "verdict.agreed": "agreed with the verdict on question {ref}",
    "verdict.overruled": "overruled the verdict on question {ref}",
    "question.asked_again": "asked question {ref} again",
    "question.not_asked_again": "no longer asks question {ref} again",
    "question.given": "passed question {ref} to {to}",
    "review.checked_again": "had the answers checked against the evidence again",
    "draft.written": "had a text drafted",
    "feedback.given": "said what they think of an answer of the assistant",
    "summary.taken": "took an executive summary",
    "finding.raised": "raised a finding",
    "finding.remediated": "closed a finding as remediated",
    "finding.reopened": "opened a finding again",
    "finding.risk_accepted": "accepted the risk of a finding until {until}",
    "rating.drafted": "drafted a rating",
    "rating.text_edited": "edited the text of a rating",
    "rating.conditions_edited": "edited the conditions of a rating",
    "rating.proposed": "proposed a rating for approval",
    "rating.withdrawn": "took a rating back before approval",
    "rating.refused": "sent a rating back",
    "rating.published": "approved and published a rating",
    "condition.met": "marked the condition “{title}” as met",
    "check.recorded": "asked “may we sign?” and recorded the answer",
    "assistant.asked": "asked the assistant",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a vendor."""

    who: str
    words: str
    vendor: str
    slug: str
    at: datetime


async def recent_events(vendor: UUID | None = None, most: int = 12) -> list[Event]:
    """Return the newest things that happened to vendors, or to one."""
    about = AuditEntry.vendor == vendor if vendor else AuditEntry.vendor.is_not_null()
    # A hundred single answers, or drafts without effect, would push everything else off the page; the audit trail has them.
    notable = AuditEntry.action.not_like("answer.%") & AuditEntry.action.not_like("verdict.%")
    notable = notable & (AuditEntry.action != "question.given")
    notable = notable & AuditEntry.action.not_like("draft.%") & AuditEntry.action.not_like("feedback.%")
    rows = await AuditEntry.objects().where(about & notable).order_by(AuditEntry.id, ascending=False).limit(most)
    wanted = {row.vendor for row in rows}
    names = {}
    if wanted:
        columns = (Vendor.id, Vendor.name, Vendor.slug)
        names = {row["id"]: row for row in await Vendor.select(*columns).where(Vendor.id.is_in(list(wanted)))}
    return [
        Event(row.actor_name, sentence(row.action, row.detail), found["name"], found["slug"], row.at)
        for row in rows
        if (found := names.get(row.vendor)) is not None
    ]


def sentence(action: str, detail: str) -> str:
    """Return what was done, as the rest of a sentence; an action without one of its own is said in its own words."""
    if action in SENTENCES:
        facts = {
            name: str(value) for name, value in msgspec.json.decode(detail or "{}", type=dict[str, object]).items()
        }
        return SENTENCES[action].format_map(_Missing(facts))
    subject, _, verb = action.partition(".")
    return f"{verb.replace('_', ' ')} ({subject.replace('_', ' ')})"


class _Missing(dict[str, str]):
    """Facts of an entry; what has no name or title there goes by its e-mail or key, and any other gap shows as one."""

    def __missing__(self, key: str) -> str:
        return self.get({"name": "email", "title": "questionnaire"}.get(key, ""), "…")
