"""Every table, importable from one place."""

from db.models.base import Base
from db.models.cases import Case, CaseEvent, CaseNumber, Message, Pair, Reading
from db.models.forms import FormDraft, OnBehalf
from db.models.inbox import InboxUpdate
from db.models.machine import Backup, Conversation, JobRun, RoleLease, TelegramContact, ToldTelegram, Worker
from db.models.outbox import ChatCursor, Letter, Slot
from db.models.people import Consent, Draft, Person
from db.models.staff import BindCode, Organisation, StaffGroup, StaffInvite, StaffMember, StrangerRefusal

__all__ = [
    "Backup",
    "Base",
    "BindCode",
    "Case",
    "CaseEvent",
    "CaseNumber",
    "ChatCursor",
    "Consent",
    "Conversation",
    "Draft",
    "FormDraft",
    "InboxUpdate",
    "JobRun",
    "Letter",
    "Message",
    "OnBehalf",
    "Organisation",
    "Pair",
    "Person",
    "Reading",
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
