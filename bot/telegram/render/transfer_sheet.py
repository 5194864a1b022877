"""What is handed to a provider, word for word: before the consent as the person would read it, then as the sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks.transfers import TransferDo, TransferStep
from bot.telegram.keyboards import button, column
from bot.telegram.render.registry import shows
from bot.telegram.render.transfer_desk import CONSENTS
from bot.telegram.render.transfers import asked_text, shared_lines
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, quotation
from casework.letters.sights.transfers import TransferLookSight, TransferOfferedSight, TransferSheetSight
from rules.providers import Channel

HEADS: Mapping[Channel, Callable[[TransferSheetSight, Words], Markup]] = {
    Channel.EMAIL: lambda shown, t: t.get("sheet-head-email", to=shown.email, number=shown.number),
    Channel.PAPER: lambda shown, t: t.get("sheet-head-paper", to=shown.provider, address=shown.address),
    Channel.PHONE: lambda shown, t: t.get("sheet-head-phone", to=shown.provider, phone=shown.phone),
    Channel.STAFF_CHAT: lambda shown, t: t.get("sheet-head-chat", to=shown.provider),
}
"""What stands above the text, by the way in which it goes."""


@shows("transfer-look", of=TransferLookSight)
def look(shown: TransferLookSight, t: Words) -> Rendered:
    """What the person would read, in their language; and how to ask."""
    reads = asked_text(shown.asked, t.wording.to(shown.language))
    ask = TransferDo(transfer=shown.transfer_id, step=TransferStep.ASK)
    heard = TransferDo(transfer=shown.transfer_id, step=TransferStep.HEARD)
    head = t.get("letter-transfer-look") if shown.by_button else t.get("letter-transfer-look-heard")
    return Rendered(
        join([head, quotation(reads), t.get("details-logged")], "\n\n"),
        keyboard=column(
            button(t.plain("button-transfer-ask"), ask, ButtonStyle.PRIMARY) if shown.by_button else None,
            button(t.plain("button-transfer-heard"), heard),
        ),
        protect=True,
    )


def _sheet_text(shown: TransferSheetSight, t: Words) -> Markup:
    """What is handed over, word for word: the agreed items and nothing else of the person."""
    to = t.get("sheet-to-contact", contact=shown.contact) if shown.contact else t.get("sheet-to")
    consent = t.get("sheet-consent", on=t.day(shown.agreed_on), way=CONSENTS[shown.agreed_way](t))
    ask = t.get("sheet-confirm", by=t.day(shown.by), phone=shown.office.phone, hours=shown.office.hours)
    ours = t.get("sheet-from", author=shown.author, ours=shown.ours)
    return join([to, shared_lines(shown.shared, t), consent, ask, ours], "\n\n")


@shows("transfer-sheet", of=TransferSheetSight)
def sheet(shown: TransferSheetSight, t: Words) -> Rendered:
    """To be sent, printed or read out by a human: the bot sends nothing there."""
    # What goes to the provider is in Ukrainian, whatever the desk's language.
    body = _sheet_text(shown, t.wording.to("uk"))
    sent = TransferDo(transfer=shown.transfer_id, step=TransferStep.SENT)
    receipt = TransferDo(transfer=shown.transfer_id, step=TransferStep.RECEIPT)
    return Rendered(
        join(
            [
                t.get("letter-transfer-sheet", head=HEADS[shown.channel](shown, t), text=quotation(body)),
                t.get("details-logged"),
            ],
            "\n\n",
        ),
        keyboard=column(
            None if shown.sent else button(t.plain("button-transfer-sent"), sent),
            button(t.plain("button-transfer-receipt"), receipt),
        ),
        protect=True,
    )


@shows("transfer-offered", of=TransferOfferedSight)
def offered(shown: TransferOfferedSight, t: Words) -> Rendered:
    """In the provider's own group, by number only."""
    look_at = TransferDo(transfer=shown.transfer_id, step=TransferStep.HANDED)
    text = t.get("letter-transfer-offered", number=shown.number, by=t.day(shown.by))
    return Rendered(text, keyboard=column(button(t.plain("button-transfer-handed"), look_at)))


@shows("transfer-handed", of=TransferSheetSight)
def handed(shown: TransferSheetSight, t: Words) -> Rendered:
    """To one of the provider's staff; their press is the receipt."""
    body = _sheet_text(shown, t.wording.to("uk"))
    take = TransferDo(transfer=shown.transfer_id, step=TransferStep.TAKE_IN)
    return Rendered(
        join(
            [
                t.get("letter-transfer-handed", number=shown.number, text=quotation(body)),
                t.get("details-logged"),
            ],
            "\n\n",
        ),
        keyboard=column(button(t.plain("button-transfer-take-in"), take, ButtonStyle.SUCCESS)),
        protect=True,
    )
