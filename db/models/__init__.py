"""Every table, importable from one place."""

from db.models.base import Base
from db.models.cases import Case, CaseEvent, CaseNumber, Message, Pair, Reading
from db.models.danger import Alarm
from db.models.inbox import InboxUpdate
from db.models.machine import Backup, Conversation, JobRun, RoleLease, TelegramContact, ToldTelegram, Worker
from db.models.outbox import ChatCursor, Letter, Slot
from db.models.people import Consent, Draft, Person
from db.models.staff import BindCode, Organisation, StaffGroup, StaffInvite, StaffMember, StrangerRefusal

__all__ = [
    "Alarm",
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
    "InboxUpdate",
    "JobRun",
    "Letter",
    "Message",
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
