"""Transfers on the desk: what is chosen, what the person would read, the sheet that a human hands over, the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh
from bot.telegram.callbacks.transfers import TransferDo, TransferHow, TransferPick, Transfers, TransferStep, TransferTo
from bot.telegram.keyboards import button, column
from bot.telegram.render.name import Name
from bot.telegram.render.providers import CHANNELS
from bot.telegram.render.registry import shows
from bot.telegram.render.transfers import ITEMS
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, code, join
from casework.letters.sights.transfers import (
    ChoiceOfProvider,
    ItemChoice,
    TransferChoiceSight,
    TransferDeskSight,
    TransferHowSight,
    TransfersSight,
    TransferSummarySight,
    TransferWhoSight,
)
from rules.transfers import ALWAYS, BY_HAND, RECEIPTS_BY_HAND, ConsentWay, Item, ReceiptWay, TransferState

STATES: Mapping[TransferState, Name] = {
    TransferState.PICKING: lambda t: t.plain("transfer-picking"),
    TransferState.ASKED: lambda t: t.plain("transfer-asked"),
    TransferState.DECLINED: lambda t: t.plain("transfer-declined"),
    TransferState.HANDING: lambda t: t.plain("transfer-handing"),
    TransferState.RECEIVED: lambda t: t.plain("transfer-received"),
    TransferState.TURNED_AWAY: lambda t: t.plain("transfer-turned-away"),
    TransferState.STOPPED: lambda t: t.plain("transfer-stopped"),
}
CONSENTS: Mapping[ConsentWay, Name] = {
    ConsentWay.PRESS: lambda t: t.plain("consent-way-press"),
    ConsentWay.PHONE: lambda t: t.plain("consent-way-phone"),
    ConsentWay.VISIT: lambda t: t.plain("consent-way-visit"),
    ConsentWay.POST: lambda t: t.plain("consent-way-post"),
}
RECEIPTS: Mapping[ReceiptWay, Name] = {
    ReceiptWay.PHONE: lambda t: t.plain("receipt-way-phone"),
    ReceiptWay.EMAIL: lambda t: t.plain("receipt-way-email"),
    ReceiptWay.PAPER: lambda t: t.plain("receipt-way-paper"),
    ReceiptWay.VISIT: lambda t: t.plain("receipt-way-visit"),
    ReceiptWay.CHAT: lambda t: t.plain("receipt-way-chat"),
}


@shows("transfers", of=TransfersSight)
def transfers(shown: TransfersSight, t: Words) -> Rendered:
    """All of a case, each with how it stands."""
    text = t.get("screen-transfers", number=shown.number) if shown.lines else t.get("screen-transfers-none")
    new = button(t.plain("button-transfer-new"), Transfers(case=shown.case_id, choose=True))
    return Rendered(
        text,
        keyboard=column(
            *(
                button(
                    t.plain("button-transfer-line", provider=each.provider, state=STATES[each.state](t)),
                    TransferDo(transfer=each.transfer_id, step=TransferStep.OPEN),
                )
                for each in shown.lines
            ),
            None if shown.closed else new,
            button(t.plain("button-desk"), DeskRefresh()),
        ),
    )


@shows("transfer-choice", of=TransferChoiceSight)
def choice(shown: TransferChoiceSight, t: Words) -> Rendered:
    """To whom?"""
    if not shown.choices:
        back = button(t.plain("button-desk"), DeskRefresh())
        return Rendered(t.get("screen-transfer-nobody", number=shown.number), keyboard=column(back))
    onwards = shown.page + 1 < shown.pages

    def page(label: str, to: int) -> InlineKeyboardButton:
        return button(label, Transfers(case=shown.case_id, choose=True, page=to))

    return Rendered(
        t.get("screen-transfer-choice", number=shown.number),
        keyboard=column(
            *(_choice(shown.case_id, each, t) for each in shown.choices),
            page(t.plain("button-previous-page"), shown.page - 1) if shown.page else None,
            page(t.plain("button-next-page"), shown.page + 1) if onwards else None,
            button(t.plain("button-desk"), DeskRefresh()),
        ),
    )


def _choice(case_id: int, each: ChoiceOfProvider, t: Words) -> InlineKeyboardButton:
    data = TransferTo(case=case_id, provider=each.provider_id)
    if each.bare:
        return button(t.plain("button-provider-bare", name=each.name), data)
    if each.closed:
        return button(t.plain("button-provider-closed", name=each.name), data)
    return button(t.plain("button-provider-near", name=each.name), data) if each.fits else button(each.name, data)


@shows("transfer-desk", of=TransferDeskSight)
def desk(shown: TransferDeskSight, t: Words) -> Rendered:
    """How it stands, and what comes next."""
    head = t.get(
        "screen-transfer-desk",
        number=shown.number,
        provider=shown.provider,
        state=STATES[shown.state](t),
        channel=CHANNELS[shown.channel](t),
        contacts=shown.contacts,
    )
    buttons = [*_items(shown, t), *_steps(shown, t)]
    back = button(t.plain("button-transfers-back"), Transfers(case=shown.case_id))
    return Rendered(join([head, *_facts(shown, t)], "\n\n"), keyboard=column(*buttons, back))


def _facts(shown: TransferDeskSight, t: Words) -> list[Markup]:
    facts = []
    if shown.state is TransferState.PICKING:
        facts.append(t.get("screen-transfer-pick") if shown.by_button else t.get("screen-transfer-pick-heard"))
    if shown.state is TransferState.ASKED and shown.asked_at:
        facts.append(t.get("screen-transfer-asked", at=t.moment(shown.asked_at)))
    if shown.agreed_on and shown.agreed_way:
        facts.append(t.get("screen-transfer-agreed", on=t.day(shown.agreed_on), way=CONSENTS[shown.agreed_way](t)))
    if shown.state is TransferState.HANDING and shown.due_at:
        due = t.day(shown.due_at)
        late = t.get("screen-transfer-overdue", by=due) if shown.late else t.get("screen-transfer-due", by=due)
        sent = t.get("screen-transfer-sent", at=t.moment(shown.sent_at)) if shown.sent_at else Markup()
        facts += [each for each in (sent, late) if each]
    if shown.received_on and shown.received_way:
        way = RECEIPTS[shown.received_way](t)
        facts.append(t.get("screen-transfer-receipt", on=t.day(shown.received_on), way=way))
    return facts


def _items(shown: TransferDeskSight, t: Words) -> list[InlineKeyboardButton]:
    if shown.state is not TransferState.PICKING:
        return []
    return [_item(shown, each, t) for each in shown.items if each.known and each.item not in ALWAYS | {Item.SUMMARY}]


def _item(shown: TransferDeskSight, each: ItemChoice, t: Words) -> InlineKeyboardButton:
    label, data = ITEMS[each.item](t), TransferPick(transfer=shown.transfer_id, item=each.item)
    if each.picked:
        return button(t.plain("button-item-picked", item=label), data, ButtonStyle.SUCCESS)
    return button(label, data)


def _steps(shown: TransferDeskSight, t: Words) -> list[InlineKeyboardButton | None]:
    def step(label: str, what: TransferStep, style: ButtonStyle | None = None) -> InlineKeyboardButton:
        return button(label, TransferDo(transfer=shown.transfer_id, step=what), style)

    stop = step(t.plain("button-transfer-stop"), TransferStep.STOP)
    match shown.state:
        case TransferState.PICKING:
            words = t.plain("button-summary-change") if shown.has_summary else t.plain("button-summary-new")
            return [
                step(words, TransferStep.SUMMARY),
                step(t.plain("button-transfer-look"), TransferStep.LOOK, ButtonStyle.PRIMARY),
                stop,
            ]
        case TransferState.ASKED:
            return [step(t.plain("button-transfer-heard"), TransferStep.HEARD), stop]
        case TransferState.HANDING:
            sent = None if shown.sent_at else step(t.plain("button-transfer-sent"), TransferStep.SENT)
            return [
                step(t.plain("button-transfer-sheet"), TransferStep.SHEET, ButtonStyle.PRIMARY),
                sent,
                step(t.plain("button-transfer-receipt"), TransferStep.RECEIPT, ButtonStyle.SUCCESS),
                step(t.plain("button-transfer-away"), TransferStep.TURN_AWAY),
                stop,
            ]
        case _:
            return []


def _open(transfer_id: int, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-transfer-back"), TransferDo(transfer=transfer_id, step=TransferStep.OPEN))


@shows("transfer-summary", of=TransferSummarySight)
def summary(shown: TransferSummarySight, t: Words) -> Rendered:
    """A few words about the request; what stands there can be copied."""
    parts = [t.get("screen-transfer-summary", number=shown.number)]
    if shown.now is not None:
        parts.append(t.get("screen-transfer-summary-now", now=code(shown.now)))
    return Rendered(join(parts, "\n\n"), keyboard=column(_open(shown.transfer_id, t)), protect=True)


@shows("transfer-how", of=TransferHowSight)
def how(shown: TransferHowSight, t: Words) -> Rendered:
    """First the way, then the day."""
    receipt = shown.what == "receipt"
    data = TransferHow(transfer=shown.transfer_id, receipt=receipt, way=shown.way)
    if not shown.way:
        text = t.get("screen-transfer-how", number=shown.number, what=shown.what)
        ways = {each.value: RECEIPTS[each](t) for each in RECEIPTS_BY_HAND}
        if not receipt:
            ways = {each.value: CONSENTS[each](t) for each in BY_HAND}
        buttons = [button(label, data.model_copy(update={"way": way})) for way, label in ways.items()]
        return Rendered(text, keyboard=column(*buttons, _open(shown.transfer_id, t)))
    buttons = [button(_day(day, shown, t), data.model_copy(update={"day": day.toordinal()})) for day in shown.days]
    no = None
    if not receipt:
        today = shown.days[0].toordinal()
        no = button(t.plain("button-consent-no"), data.model_copy(update={"day": today, "yes": False}))
    text = t.get("screen-transfer-how-day", number=shown.number, what=shown.what)
    return Rendered(text, keyboard=column(*buttons, no, _open(shown.transfer_id, t)))


def _day(day: date, shown: TransferHowSight, t: Words) -> str:
    said = t.plain("day-today") if day == shown.days[0] else t.day(day)
    return said if shown.what == "receipt" else t.plain("button-consent-yes", day=said)


@shows("transfer-who", of=TransferWhoSight)
def who(shown: TransferWhoSight, t: Words) -> Rendered:
    """Who confirmed it, and the number there."""
    text = t.get("screen-transfer-who", number=shown.number, provider=shown.provider)
    return Rendered(text, keyboard=column(_open(shown.transfer_id, t)))
