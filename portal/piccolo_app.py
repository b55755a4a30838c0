"""The portal's tables and migrations, as Piccolo wants them named."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from portal.api.tables import KeptAnswer
from portal.assessments.authoring.tables import DraftQuestion, DraftSection, QuestionnaireDraft
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.file_tables import AnswerFile, OfflineCopy, ReceiptRecord, SheetFile, SheetTemplate
from portal.assessments.language_tables import AnswerLanguage
from portal.assessments.reuse.tables import Reuse
from portal.assessments.tables import AnswerEvidence, AskedAgain, Assessment, Invitation, Suggestion, SuggestionRun
from portal.assessments.talk.tables import Message, MessageNotice
from portal.assistant.tables import Conversation, Feedback, Turn
from portal.campaigns.tables import (
    Cadence,
    Campaign,
    CampaignDigest,
    CampaignReminder,
    CampaignVendor,
    QuestionnaireRule,
)
from portal.core.tables import Attempt, AuditEntry, Fact, Job, OutboxMessage, TokensUsed
from portal.drafts.tables import Draft
from portal.evidence.tables import Evidence, ExpiryReminder, FactReview, Succession
from portal.findings.tables import Finding, RiskAcceptance
from portal.learnt.tables import Learning
from portal.people.tables import ApiToken, Person, SignIn, SignInLink
from portal.procurement.tables import ContractCheck
from portal.programme.tables import Catalog, CatalogReading, Requirement
from portal.ratings.tables import Condition, RatingRecord
from portal.review.tables import AnswerVerdict, Conflict, Decision, QuestionReviewer
from portal.vendors.tables import Contact, Service, Vendor

APP_CONFIG = AppConfig(
    app_name="portal",
    migrations_folder_path=str(Path(__file__).resolve().parent / "migrations"),
    table_classes=[
        AnswerEvidence,
        AnswerFile,
        AnswerLanguage,
        AnswerVerdict,
        ApiToken,
        AskedAgain,
        Assessment,
        Attempt,
        AuditEntry,
        Cadence,
        Campaign,
        CampaignDigest,
        CampaignReminder,
        CampaignVendor,
        Catalog,
        CatalogReading,
        Colleague,
        Condition,
        Conflict,
        Contact,
        ContractCheck,
        Conversation,
        Decision,
        Draft,
        DraftQuestion,
        DraftSection,
        Evidence,
        ExpiryReminder,
        Fact,
        FactReview,
        Feedback,
        Finding,
        Invitation,
        Job,
        KeptAnswer,
        Learning,
        Message,
        MessageNotice,
        OfflineCopy,
        OutboxMessage,
        Person,
        QuestionReviewer,
        QuestionnaireDraft,
        QuestionnaireRule,
        RatingRecord,
        ReceiptRecord,
        Requirement,
        Reuse,
        RiskAcceptance,
        Service,
        SheetFile,
        SheetTemplate,
        SignIn,
        SignInLink,
        Succession,
        Suggestion,
        SuggestionRun,
        TokensUsed,
        Turn,
        Vendor,
    ],
)
