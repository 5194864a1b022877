"""Handing something to a provider: its states as one table, what can be shared, how consent and receipt are known.

Law of Ukraine 2297-VI, art. 14 and 16: personal data are passed to a third party by the consent of their owner.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

RECEIPT = "TRANSFER_RECEIPT"
"""By when the receipt has to be confirmed: a rule of deadlines.toml."""
LONGEST_SUMMARY = 600
"""Signs of what a caseworker writes about the request: the person reads it whole before they agree."""
LONGEST_WHO = 120
LONGEST_NUMBER = 60
OLDEST_DAYS = 30
"""So many days back a consent or a receipt may lie that is noted by hand."""


class Subject(StrEnum):
    """What is handed over."""

    CASE = "case"


class TransferState(StrEnum):
    """Where a transfer stands."""

    PICKING = "picking"
    """Staff choose what to share; the person has not heard of it."""
    ASKED = "asked"
    """The person was asked."""
    DECLINED = "declined"
    HANDING = "handing"
    """«Передаємо»: the person agreed, and no human has confirmed that it arrived."""
    RECEIVED = "received"
    TURNED_AWAY = "turned-away"
    """The provider does not take it."""
    STOPPED = "stopped"


class TransferVerb(StrEnum):
    """What can be done to a transfer."""

    PICK = "pick"
    ASK = "ask"
    AGREE = "agree"
    DECLINE = "decline"
    SEND = "send"
    """Staff note that it left, by which way."""
    CONFIRM = "confirm"
    TURN_AWAY = "turn-away"
    STOP = "stop"
    """Staff give it up."""
    WITHDRAW = "withdraw"
    """The person takes the consent back before anybody confirmed."""


_S, _V = TransferState, TransferVerb
# A row reads: this verb leads from this state to that one.
_TABLE: Mapping[TransferVerb, Mapping[TransferState, TransferState]] = MappingProxyType(
    {
        _V.PICK: {_S.PICKING: _S.PICKING, _S.ASKED: _S.PICKING},
        _V.ASK: {_S.PICKING: _S.ASKED},
        # The consent may be heard by staff as well, whether the person was asked in writing or not.
        _V.AGREE: {_S.PICKING: _S.HANDING, _S.ASKED: _S.HANDING},
        _V.DECLINE: {_S.PICKING: _S.DECLINED, _S.ASKED: _S.DECLINED},
        _V.SEND: {_S.HANDING: _S.HANDING},
        _V.CONFIRM: {_S.HANDING: _S.RECEIVED},
        _V.TURN_AWAY: {_S.HANDING: _S.TURNED_AWAY},
        _V.STOP: {_S.PICKING: _S.STOPPED, _S.ASKED: _S.STOPPED, _S.HANDING: _S.STOPPED},
        _V.WITHDRAW: {_S.HANDING: _S.STOPPED},
    }
)
BEFORE_CONSENT = frozenset({TransferState.PICKING, TransferState.ASKED})
"""What is over with the case: nobody may be asked about it any more."""
OPEN = BEFORE_CONSENT | {TransferState.HANDING}


def after(verb: TransferVerb, state: TransferState) -> TransferState | None:
    """The state once the verb is done; None where it can't be done."""
    return _TABLE[verb].get(state)


def verbs_in(state: TransferState) -> frozenset[TransferVerb]:
    """Everything that may be done in the state, permissions apart."""
    return frozenset(verb for verb, moves in _TABLE.items() if state in moves)


class Item(StrEnum):
    """One thing that can be shared."""

    NUMBER = "number"
    NAME = "name"
    PHONE = "phone"
    SERVICE = "service"
    SUMMARY = "summary"
    """What it is about, in a caseworker's words."""
    REGISTERED = "registered"
    ACTUAL = "actual"
    AUDIENCE = "audience"
    CATEGORY = "category"
    AGE = "age"
    HOUSEHOLD = "household"


ALWAYS = frozenset({Item.NUMBER})
"""Without it nobody could ask us about what they got."""
ITEMS: Mapping[Subject, tuple[Item, ...]] = MappingProxyType({Subject.CASE: tuple(Item)})
"""What can be shared of each subject, in the order in which it is shown."""


class ConsentWay(StrEnum):
    """How the person said yes."""

    PRESS = "press"
    PHONE = "phone"
    VISIT = "visit"
    POST = "post"


BY_HAND = (ConsentWay.PHONE, ConsentWay.VISIT, ConsentWay.POST)
"""What staff may note."""


class ReceiptWay(StrEnum):
    """How the provider said that it arrived."""

    PHONE = "phone"
    EMAIL = "email"
    PAPER = "paper"
    VISIT = "visit"
    CHAT = "chat"
    """Somebody of the provider pressed it, in this bot."""


RECEIPTS_BY_HAND = (ReceiptWay.PHONE, ReceiptWay.EMAIL, ReceiptWay.PAPER, ReceiptWay.VISIT)


def is_plausible(day: date, today: date) -> bool:
    """Whether something that is noted today may have happened on this day."""
    return today - timedelta(days=OLDEST_DAYS) <= day <= today
