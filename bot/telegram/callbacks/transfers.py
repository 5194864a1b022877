"""Buttons of what is handed to a provider: the person's, and staff's on the desk."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Day, Page, Slug
from bot.telegram.callbacks.providers import ProviderId
from rules.transfers import Item

TransferId = Annotated[int, Field(ge=1, le=2**63 - 1)]


class TransferAnswer(ButtonData, prefix="h6"):
    """The person says whether exactly this may go there; `round`: which time it was asked."""

    transfer: TransferId
    round: Annotated[int, Field(ge=1, le=9_999)]
    yes: bool


class OwnTransfer(ButtonData, prefix="h7"):
    """The person looks how it stands, or takes the consent back."""

    transfer: TransferId
    withdraw: bool = False


class Transfers(ButtonData, prefix="h8"):
    """Staff: the transfers of a case, on the desk; `choose`: to whom a new one may go, a page from 0."""

    case: CaseId
    choose: bool = False
    page: Page = 0


class TransferTo(ButtonData, prefix="h9"):
    """Staff: hand the case to this provider."""

    case: CaseId
    provider: ProviderId


class TransferPick(ButtonData, prefix="ha"):
    """Staff: share this item, or not any more."""

    transfer: TransferId
    item: Item


class TransferStep(StrEnum):
    """What staff do with a transfer."""

    OPEN = "open"
    SUMMARY = "summary"
    LOOK = "look"
    ASK = "ask"
    HEARD = "heard"
    SHEET = "sheet"
    SENT = "sent"
    RECEIPT = "receipt"
    TURN_AWAY = "away"
    STOP = "stop"
    HANDED = "handed"
    """Somebody of the provider looks at what is handed to them."""
    TAKE_IN = "take-in"


class TransferDo(ButtonData, prefix="hb"):
    """Staff: a step with a transfer."""

    transfer: TransferId
    step: TransferStep


class TransferHow(ButtonData, prefix="hd"):
    """Staff: how the consent, or the receipt, was said; on which day (0: not chosen yet), and whether it is a yes."""

    transfer: TransferId
    receipt: bool
    way: Slug
    day: Day = 0
    yes: bool = True
