"""What is handed to a provider: what its person reads, and what the topic says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import CaseDo, CaseStep, MyCase
from bot.telegram.callbacks.transfers import OwnTransfer, TransferAnswer, Transfers
from bot.telegram.keyboards import button, column
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import CardSight
from casework.letters.sights.shared import OwnTransferLine, SharedLine
from casework.letters.sights.transfers import TransferNewsSight, TransferSight
from rules.transfers import Item, TransferState

ITEMS: Mapping[Item, Name] = {
    Item.NUMBER: lambda t: t.plain("item-number"),
    Item.NAME: lambda t: t.plain("item-name"),
    Item.PHONE: lambda t: t.plain("item-phone"),
    Item.SERVICE: lambda t: t.plain("item-service"),
    Item.SUMMARY: lambda t: t.plain("item-summary"),
    Item.REGISTERED: lambda t: t.plain("item-registered"),
    Item.ACTUAL: lambda t: t.plain("item-actual"),
    Item.AUDIENCE: lambda t: t.plain("item-audience"),
    Item.CATEGORY: lambda t: t.plain("item-category"),
    Item.AGE: lambda t: t.plain("item-age"),
    Item.HOUSEHOLD: lambda t: t.plain("item-household"),
}
STANDS: Mapping[TransferState, Callable[[TransferSight, Words], Markup]] = {
    TransferState.DECLINED: lambda shown, t: t.get("screen-transfer-declined", number=shown.number),
    TransferState.HANDING: lambda shown, t: _handing(shown, t),
    TransferState.RECEIVED: lambda shown, t: _received(shown, t),
    TransferState.TURNED_AWAY: lambda shown, t: _turned_away(shown, t),
    TransferState.STOPPED: lambda shown, t: _stopped(shown, t),
}
"""How it stands, in whole sentences."""


def shared_lines(shared: Sequence[SharedLine], t: Words) -> Markup:
    """Every item with its value, a line each."""
    return join(t.get("transfer-item", item=ITEMS[each.item](t), value=each.value) for each in shared)


def asked_text(shown: TransferSight, t: Words) -> Markup:
    """The question itself, as staff see it before it is asked, too."""
    where = t.get("letter-transfer-asked", number=shown.number, provider=shown.provider)
    until = t.get("letter-transfer-until", until=t.day(shown.accepts_until)) if shown.accepts_until else Markup()
    contacts = t.get("letter-transfer-contacts", contacts=shown.contacts) if shown.contacts else Markup()
    shared = join([t.get("letter-transfer-only"), shared_lines(shown.shared, t)])
    promise = t.get("letter-transfer-promise", by=t.day(shown.by))
    parts = (join([each for each in (where, contacts, until) if each]), shared, promise)
    return join(parts, "\n\n")


def handing_line(shown: CardSight, t: Words) -> Markup:
    """How much is handed over and not confirmed, on the card; nothing where that is none."""
    return t.get("screen-card-handing", count=shown.handing) if shown.handing else Markup()


def transfer_buttons(lines: Sequence[OwnTransferLine], t: Words) -> list[InlineKeyboardButton]:
    """From a case to what is handed over of it; on a phone that others may read without a name."""
    return [
        button(
            t.plain("button-own-transfer", provider=each.provider) if each.provider else _unnamed(t),
            OwnTransfer(transfer=each.transfer_id),
        )
        for each in lines
    ]


def _unnamed(t: Words) -> str:
    return t.plain("button-own-transfer-bare")


@shows("transfer-asked", of=TransferSight)
def asked(shown: TransferSight, t: Words) -> Rendered:
    """May we?"""
    answer = TransferAnswer(transfer=shown.transfer_id, round=shown.round, yes=True)
    return Rendered(
        join([asked_text(shown, t), t.get("letter-transfer-may")], "\n\n"),
        keyboard=column(
            button(t.plain("button-transfer-yes"), answer, ButtonStyle.PRIMARY),
            button(t.plain("button-transfer-no"), answer.model_copy(update={"yes": False})),
            button(t.plain("button-transfer-talk"), CaseDo(case=shown.case_id, verb=CaseStep.ADD_WORDS)),
        ),
    )


@shows("transfer", of=TransferSight)
def transfer(shown: TransferSight, t: Words) -> Rendered:
    """How it stands; what was agreed to, and the way back as long as nobody confirmed."""
    if shown.state is TransferState.ASKED:
        return asked(shown, t)
    parts = [t.get("screen-transfer", stands=STANDS[shown.state](shown, t))]
    if shown.state in (TransferState.HANDING, TransferState.RECEIVED) and shown.shared:
        parts.append(join([t.get("screen-transfer-shared"), shared_lines(shown.shared, t)]))
    withdraw = None
    if shown.state is TransferState.HANDING:
        parts.append(t.get("screen-transfer-may-withdraw"))
        withdraw = button(t.plain("button-transfer-withdraw"), OwnTransfer(transfer=shown.transfer_id, withdraw=True))
    back = button(t.plain("button-my-case"), MyCase(case=shown.case_id))
    return Rendered(join(parts, "\n\n"), keyboard=column(withdraw, back))


def _handing(shown: TransferSight, t: Words) -> Markup:
    provider = _to(shown, t)
    if shown.late:
        return t.get("screen-transfer-late", number=shown.number, provider=provider)
    return t.get(
        "screen-transfer-handing",
        number=shown.number,
        provider=provider,
        by=t.day(shown.by),
        sent="yes" if shown.sent else "no",
    )


def _received(shown: TransferSight, t: Words) -> Markup:
    parts = [
        t.get(
            "letter-transfer-received",
            number=shown.number,
            provider=_to(shown, t),
            on=t.day(shown.received_on) if shown.received_on else "",
        )
    ]
    if shown.there:
        parts.append(t.get("letter-transfer-there", there=shown.there))
    if shown.contacts:
        parts.append(t.get("letter-transfer-contacts", contacts=shown.contacts))
    return join(parts)


def _turned_away(shown: TransferSight, t: Words) -> Markup:
    return t.get("letter-transfer-turned-away", number=shown.number, provider=_to(shown, t))


def _stopped(shown: TransferSight, t: Words) -> Markup:
    if shown.sent:
        return t.get("letter-transfer-stopped-left", number=shown.number, provider=_to(shown, t))
    return t.get("letter-transfer-stopped", number=shown.number, provider=_to(shown, t))


def _to(shown: TransferSight, t: Words) -> str:
    """The provider; on a phone that others may read it has no name."""
    return shown.provider or t.plain("transfer-somewhere")


def _letter(shown: TransferSight, text: Markup, t: Words) -> Rendered:
    look = button(t.plain("button-transfer-look-own"), OwnTransfer(transfer=shown.transfer_id))
    return Rendered(text, keyboard=column(look))


@shows("transfer-going", of=TransferSight)
def going(shown: TransferSight, t: Words) -> Rendered:
    """As they agreed: what, to whom, and what happens next."""
    parts = [t.get("letter-transfer-going", number=shown.number, provider=_to(shown, t))]
    if shown.shared:
        parts.append(join([t.get("letter-transfer-only"), shared_lines(shown.shared, t)]))
    parts.append(t.get("letter-transfer-promise", by=t.day(shown.by)))
    return _letter(shown, join(parts, "\n\n"), t)


@shows("transfer-received", of=TransferSight)
def received(shown: TransferSight, t: Words) -> Rendered:
    """It arrived."""
    return _letter(shown, join([_received(shown, t), t.get("letter-transfer-next")], "\n\n"), t)


@shows("transfer-late", of=TransferSight)
def late(shown: TransferSight, t: Words) -> Rendered:
    """It was not confirmed; who does what now."""
    text = t.get("letter-transfer-late", number=shown.number, provider=_to(shown, t), by=t.day(shown.by))
    return _letter(shown, text, t)


@shows("transfer-turned-away", of=TransferSight)
def turned_away(shown: TransferSight, t: Words) -> Rendered:
    """They do not take it."""
    return _letter(shown, _turned_away(shown, t), t)


@shows("transfer-stopped", of=TransferSight)
def stopped(shown: TransferSight, t: Words) -> Rendered:
    """Nothing more goes there."""
    return _letter(shown, _stopped(shown, t), t)


@shows("transfer-news", of=TransferNewsSight)
def news(shown: TransferNewsSight, t: Words) -> Rendered:
    """In the topic: what the person decided, no more; all else opens on the desk of the one who presses."""
    open_ = button(t.plain("button-transfers"), Transfers(case=shown.case_id))
    return Rendered(t.get("letter-transfer-news", change=shown.change.value), keyboard=column(open_))
