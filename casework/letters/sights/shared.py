"""What is shared with a provider, item by item."""

from __future__ import annotations

from dataclasses import dataclass

from rules.transfers import Item, TransferState


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One item that is shared, with its value."""

    item: Item
    value: str


@dataclass(frozen=True, slots=True)
class OwnTransferLine:
    """Part of `own-data` and `my-case`: what was handed to whom, or is to be; `provider` empty: not named here."""

    transfer_id: int
    number: str
    provider: str
    state: TransferState
    shared: tuple[SharedLine, ...] = ()
