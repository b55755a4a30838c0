"""Where a campaign stands, where each of its vendors stands, and what is still to be done for one."""

from enum import StrEnum

from portal.assessments.states import AssessmentState


class CampaignState(StrEnum):
    """Where a campaign stands: vendors chosen, sent (and worked off), called off."""

    draft = "draft"
    sent = "sent"
    cancelled = "cancelled"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return {"draft": "Not sent yet"}.get(self.value, self.value.capitalize())

    @property
    def tone(self) -> str:
        """The colour it is shown in."""
        return {"draft": "warn", "sent": "info"}.get(self.value, "mute")


class Wanted(StrEnum):
    """What the worker has to do for a vendor next; `chosen` waits for the campaign to be sent, `nothing` is done."""

    nothing = ""
    chosen = "chosen"
    send = "send"
    resend = "resend"
    due = "due"
    cancel = "cancel"


PENDING = (Wanted.send, Wanted.resend, Wanted.due, Wanted.cancel)


class Standing(StrEnum):
    """Where one vendor stands on the board, in the order of the chips."""

    chosen = "chosen"
    waiting = "waiting"
    stuck = "stuck"
    not_opened = "not_opened"
    opened = "opened"
    in_progress = "in_progress"
    returned = "returned"
    submitted = "submitted"
    in_review = "in_review"
    completed = "completed"
    cancelled = "cancelled"
    never_sent = "never_sent"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return _LABELS.get(self, self.value.replace("_", " ").capitalize())

    @property
    def tone(self) -> str:
        """The colour it is shown in."""
        return _TONES.get(self, "mute")

    @property
    def open(self) -> bool:
        """Whether the vendor still has something to answer."""
        return self in _OPEN

    @property
    def ended(self) -> bool:
        """Whether nothing more can be changed for this vendor."""
        return self in {Standing.completed, Standing.cancelled, Standing.never_sent}


_LABELS = {
    Standing.waiting: "To be sent",
    Standing.stuck: "Could not be sent",
    Standing.in_progress: "Started",
    Standing.never_sent: "Never sent",
}
_TONES = {
    Standing.waiting: "info",
    Standing.stuck: "bad",
    Standing.not_opened: "warn",
    Standing.opened: "info",
    Standing.in_progress: "info",
    Standing.returned: "warn",
    Standing.submitted: "ok",
    Standing.in_review: "ok",
    Standing.completed: "ok",
}
_OPEN = {Standing.not_opened, Standing.opened, Standing.in_progress, Standing.returned}

# States in which the vendor still answers: they can be late, reminded and called off.
WITH_VENDOR = tuple(state for state in AssessmentState if state.answerable)


class StepKind(StrEnum):
    """Why a step was taken: a contact reminded, or an owner told."""

    remind = "remind"
    escalate = "escalate"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return {"remind": "Reminder", "escalate": "Owner told"}[self.value]
