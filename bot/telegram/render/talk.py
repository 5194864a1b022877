"""Answers that wait, were taken back or did not arrive, what stands below them, and silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import AnswerDo, AnswerStep, MuteFor, Quiet, QuietStep
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.card_buttons import back_to_menu
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters import kinds
from casework.letters.sights import (
    AnswerWaitsSight,
    KeptQuietlySight,
    Later,
    LaterAnswerSight,
    MarkSight,
    NothingSight,
    TakenBackSight,
    UndeliveredSight,
)
from casework.talk.mute import DAYS
from casework.talk.mute import Quiet as QuietFacts
from rules.reactions import DELIVERED
from rules.suspicion import Oddity

ODDITIES: Mapping[Oddity, Name] = {
    Oddity.COLLEAGUE: lambda t: t.plain("odd-colleague"),
    Oddity.BLANK: lambda t: t.plain("odd-blank"),
    Oddity.RUSSIAN: lambda t: t.plain("odd-russian"),
    Oddity.NOT_CYRILLIC: lambda t: t.plain("odd-not-cyrillic"),
}
UNREACHABLE: Mapping[str, Name] = {
    "blocked": lambda t: t.plain("undelivered-blocked"),
    "deactivated": lambda t: t.plain("undelivered-deactivated"),
    "cannot-initiate": lambda t: t.plain("undelivered-chat-gone"),
    "forbidden": lambda t: t.plain("undelivered-forbidden"),
}
"""Why nothing reaches a person, by the reason of the letter."""
REFUSED: Mapping[str, Name] = {
    "too-large": lambda t: t.plain("undelivered-too-large"),
    "too-long": lambda t: t.plain("undelivered-too-long"),
    "file-gone": lambda t: t.plain("undelivered-file-gone"),
    "own-failure": lambda t: t.plain("undelivered-own-failure"),
}
"""Why just this message was not taken; for other reasons only Telegram knows."""


def oddities_in_words(odd: Iterable[Oddity], t: Words) -> str:
    """What looks odd, in the order of the table."""
    found = set(odd)
    return ", ".join(name(t) for oddity, name in ODDITIES.items() if oddity in found)


@shows("answer-waits", of=AnswerWaitsSight)
def answer_waits(shown: AnswerWaitsSight, t: Words) -> Rendered:
    """An answer looks odd: until when it waits, and what can be done."""
    odd = oddities_in_words(shown.odd, t)
    which = t.get("whisper-answer-number", number=shown.number) if shown.number else Markup()
    if shown.until is None:
        text = t.get("whisper-answer-held", odd=odd)
        return Rendered(join([which, text]), keyboard=column(_note(shown.case_id, shown.message_id, t)))
    text = t.get("letter-answer-waits", odd=odd, at=t.clock(shown.until))
    keyboard = grid([_now(shown.case_id, shown.message_id, t), _note(shown.case_id, shown.message_id, t)])
    return Rendered(join([which, text]), keyboard=keyboard)


@shows("later-answer", of=LaterAnswerSight)
def later_answer(shown: LaterAnswerSight, t: Words) -> Rendered:
    """What becomes of an answer for later."""
    if shown.became is Later.SENT:
        return Rendered(t.get("letter-later-sent", at=t.moment(shown.at)))
    if shown.became is Later.CANCELLED:
        return Rendered(t.get("letter-later-cancelled"))
    if shown.became is Later.NOT_SENT:
        return Rendered(t.get("letter-later-not-sent"))
    lines = [t.get("letter-later-answer", at=t.moment(shown.at))]
    if shown.odd:
        lines.append(t.get("letter-later-odd", odd=oddities_in_words(shown.odd, t)))
    cancel = AnswerDo(case=shown.case_id, message=shown.message_id, step=AnswerStep.NOTE)
    keyboard = grid(
        [_now(shown.case_id, shown.message_id, t), button(t.plain("button-later-cancel"), cancel)],
    )
    return Rendered(join(lines), keyboard=keyboard)


def _now(case_id: int, message_id: int, t: Words) -> InlineKeyboardButton:
    data = AnswerDo(case=case_id, message=message_id, step=AnswerStep.NOW)
    return button(t.plain("button-send-now"), data, ButtonStyle.PRIMARY)


def _note(case_id: int, message_id: int, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-is-note"), AnswerDo(case=case_id, message=message_id, step=AnswerStep.NOTE))


@shows("taken-back", of=TakenBackSight)
def taken_back(shown: TakenBackSight, t: Words) -> Rendered:
    """What became of an answer that was taken back, as far as Telegram tells."""
    if not shown.gone and not shown.left:
        return Rendered(t.get("letter-taken-back-nothing"))
    if not shown.left:
        return Rendered(t.get("letter-taken-back"))
    return Rendered(t.get("letter-taken-back-part") if shown.gone else t.get("letter-taken-back-stays"))


@shows("delivery-mark", "answer-mark", "staff-reaction", of=MarkSight)
def mark(shown: MarkSight, t: Words) -> Rendered:
    """What stands below a message; the text is only what the record keeps."""
    if shown.emoji is None:
        return Rendered(t.get("letter-answer-mark"))
    if shown.emoji == DELIVERED:
        return Rendered(t.get("letter-delivery-mark"), reaction=shown.emoji)
    return Rendered(t.get("letter-staff-reaction", emoji=shown.emoji), reaction=shown.emoji)


@shows("like-the-mark", of=NothingSight)
def like_the_mark(shown: NothingSight, t: Words) -> Rendered:
    """The person's own reaction looks like our mark."""
    return Rendered(t.get("letter-like-the-mark", mark=DELIVERED))


@shows("reply-undelivered", of=UndeliveredSight)
def reply_undelivered(shown: UndeliveredSight, t: Words) -> Rendered:
    """A staff message did not reach the person: why, and what can be done about it."""
    if shown.reason == kinds.NOT_TRUE:
        return Rendered(t.get("letter-reply-not-true"))
    again = None
    if shown.again is not None:
        case_id, message_id = shown.again
        data = AnswerDo(case=case_id, message=message_id, step=AnswerStep.AGAIN)
        again = column(button(t.plain("button-send-again"), data))
    if shown.reason in UNREACHABLE or (shown.unreachable and not shown.reason):
        why = UNREACHABLE.get(shown.reason, UNREACHABLE["forbidden"])(t)
        return Rendered(t.get("letter-reply-undelivered", why=why), keyboard=again)
    why = REFUSED[shown.reason](t) if shown.reason in REFUSED else t.plain("undelivered-refused")
    return Rendered(t.get("letter-reply-refused", why=why), keyboard=again)


@shows("kept-quietly", of=KeptQuietlySight)
def kept_quietly(shown: KeptQuietlySight, t: Words) -> Rendered:
    """The truth for somebody whose words come without a notice."""
    office = {"phone": shown.office.phone, "hours": shown.office.hours}
    if shown.spam:
        return Rendered(t.get("screen-kept-spam", number=shown.number, **office))
    return Rendered(t.get("screen-kept-quietly", number=shown.number, **office))


def quiet_menu(facts: QuietFacts, t: Words) -> Rendered:
    """What can be done about somebody who writes too much."""
    if facts.spam:
        undo = button(t.plain("button-not-spam"), Quiet(case=facts.case_id, step=QuietStep.NOT_SPAM))
        return Rendered(t.get("whisper-quiet-spam"), keyboard=column(undo))
    buttons = [button(t.plain("button-mute", count=days), MuteFor(case=facts.case_id, days=days)) for days in DAYS]
    text = t.get("whisper-quiet")
    if facts.muted_until is not None:
        text = t.get("whisper-quiet-muted", until=t.moment(facts.muted_until))
        buttons.append(button(t.plain("button-unmute"), Quiet(case=facts.case_id, step=QuietStep.OFF)))
    buttons.append(button(t.plain("button-ask-spam"), Quiet(case=facts.case_id, step=QuietStep.ASK_SPAM)))
    return Rendered(text, keyboard=grid([*buttons, back_to_menu(facts.case_id, t)]))


def ask_spam(case_id: int, t: Words) -> Rendered:
    """Really close it as spam?"""
    sure = button(t.plain("button-spam"), Quiet(case=case_id, step=QuietStep.SPAM), ButtonStyle.DANGER)
    return Rendered(t.get("whisper-ask-spam"), keyboard=column(sure))
