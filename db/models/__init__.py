"""Every table, importable from one place."""

from db.models.base import Base
from db.models.cases import Case, CaseEvent, CaseNumber, Message, Pair, Reading
from db.models.inbox import InboxUpdate
from db.models.machine import Conversation, JobRun, ToldTelegram
from db.models.outbox import ChatCursor, Letter, Slot
from db.models.people import Consent, Draft, Person
from db.models.staff import BindCode, Organisation, StaffGroup, StaffInvite, StaffMember, StrangerRefusal

__all__ = [
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
    "Slot",
    "StaffGroup",
    "StaffInvite",
    "StaffMember",
    "StrangerRefusal",
    "ToldTelegram",
]
