"""Every table, importable from one place."""

from db.models.base import Base
from db.models.calls import Call
from db.models.cases import Case, CaseEvent, CaseNumber, Message, Pair, Reading
from db.models.danger import Alarm
from db.models.files import File, FileChunk
from db.models.forms import FormDraft, OnBehalf
from db.models.inbox import InboxUpdate
from db.models.machine import Backup, Conversation, JobRun, RoleLease, TelegramContact, ToldTelegram, Worker
from db.models.outbox import ChatCursor, Letter, Slot
from db.models.people import Consent, Draft, Person
from db.models.returns import Return
from db.models.staff import BindCode, Organisation, StaffGroup, StaffInvite, StaffMember, StrangerRefusal
from db.models.voices import Complaint, Rating, RatingTicket, RatingWords

__all__ = [
    "Alarm",
    "Backup",
    "Base",
    "BindCode",
    "Call",
    "Case",
    "CaseEvent",
    "CaseNumber",
    "ChatCursor",
    "Complaint",
    "Consent",
    "Conversation",
    "Draft",
    "File",
    "FileChunk",
    "FormDraft",
    "InboxUpdate",
    "JobRun",
    "Letter",
    "Message",
    "OnBehalf",
    "Organisation",
    "Pair",
    "Person",
    "Rating",
    "RatingTicket",
    "RatingWords",
    "Reading",
    "Return",
    "RoleLease",
    "Slot",
    "StaffGroup",
    "StaffInvite",
    "StaffMember",
    "StrangerRefusal",
    "TelegramContact",
    "ToldTelegram",
    "Worker",
]
