"""Every table, importable from one place."""

from db.models.allocation import (
    Allocation,
    AllocationLine,
    AllocationParty,
    CampPlace,
    PlaceOffer,
)
from db.models.appointments import Appointment, AppointmentTime, Specialist, SpecialistDayOff, SpecialistHours
from db.models.awaited import AwaitedLetter
from db.models.base import Base
from db.models.broadcasts import Broadcast, BroadcastRecipient, BroadcastRun
from db.models.bulk import BulkItem, BulkRun
from db.models.calls import Call
from db.models.canned import CannedAnswer, CannedVersion
from db.models.cases import Case, CaseEvent, CaseNumber, Message, Pair, Reading
from db.models.danger import Alarm
from db.models.documents import WantedDocument
from db.models.duty import AlarmCall, DutyShift
from db.models.events import EventDate, EventSeat, GroupEvent
from db.models.exports import Export, ExportItem
from db.models.files import File, FileChunk
from db.models.forms import FormDraft, OnBehalf
from db.models.handovers import Handover
from db.models.importing import ImportedDraft
from db.models.inbox import InboxUpdate
from db.models.machine import (
    Backup,
    BudgetNote,
    Conversation,
    Hold,
    JobResult,
    JobRun,
    RoleLease,
    TelegramContact,
    ToldTelegram,
    Worker,
)
from db.models.notes import CaseNote
from db.models.outbox import ChatCursor, Letter, Slot
from db.models.pages import PageCheck, PageSent
from db.models.people import Consent, Draft, Person
from db.models.providers import Provider, Upload
from db.models.recreation import (
    Application,
    ApplicationChild,
    Campaign,
    CampaignVersion,
    NeedAsk,
    RecreationWait,
)
from db.models.registering import CodeGuess, LinkCode, Registration, Telling
from db.models.reminders import CaseDeadline, Reminder, ReminderStop
from db.models.returns import Return
from db.models.search import SearchKey
from db.models.staff import BindCode, Organisation, StaffGroup, StaffInvite, StaffMember, StrangerRefusal
from db.models.ties import CaseMerge, CaseTie
from db.models.transfers import Transfer
from db.models.voices import Complaint, Rating, RatingTicket, RatingWords

__all__ = [
    "Alarm",
    "AlarmCall",
    "Allocation",
    "AllocationLine",
    "AllocationParty",
    "Application",
    "ApplicationChild",
    "Appointment",
    "AppointmentTime",
    "AwaitedLetter",
    "Backup",
    "Base",
    "BindCode",
    "Broadcast",
    "BroadcastRecipient",
    "BroadcastRun",
    "BudgetNote",
    "BulkItem",
    "BulkRun",
    "Call",
    "CampPlace",
    "Campaign",
    "CampaignVersion",
    "CannedAnswer",
    "CannedVersion",
    "Case",
    "CaseDeadline",
    "CaseEvent",
    "CaseMerge",
    "CaseNote",
    "CaseNumber",
    "CaseTie",
    "ChatCursor",
    "CodeGuess",
    "Complaint",
    "Consent",
    "Conversation",
    "Draft",
    "DutyShift",
    "EventDate",
    "EventSeat",
    "Export",
    "ExportItem",
    "File",
    "FileChunk",
    "FormDraft",
    "GroupEvent",
    "Handover",
    "Hold",
    "ImportedDraft",
    "InboxUpdate",
    "JobResult",
    "JobRun",
    "Letter",
    "LinkCode",
    "Message",
    "NeedAsk",
    "OnBehalf",
    "Organisation",
    "PageCheck",
    "PageSent",
    "Pair",
    "Person",
    "PlaceOffer",
    "Provider",
    "Rating",
    "RatingTicket",
    "RatingWords",
    "Reading",
    "RecreationWait",
    "Registration",
    "Reminder",
    "ReminderStop",
    "Return",
    "RoleLease",
    "SearchKey",
    "Slot",
    "Specialist",
    "SpecialistDayOff",
    "SpecialistHours",
    "StaffGroup",
    "StaffInvite",
    "StaffMember",
    "StrangerRefusal",
    "TelegramContact",
    "Telling",
    "ToldTelegram",
    "Transfer",
    "Upload",
    "WantedDocument",
    "Worker",
]
