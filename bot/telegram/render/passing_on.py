"""What staff read out: number, dates and code of a new case, and what somebody without Telegram has to be told."""

from __future__ import annotations

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks import DeskRefresh, MyCase
from bot.telegram.callbacks.registering import RegisterNew, ShowTellings, ToldBy
from bot.telegram.keyboards import button, column
from bot.telegram.render.names import LANGUAGE_NAMES
from bot.telegram.render.registering import CHANNELS
from bot.telegram.render.registry import render, shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, code, join
from casework.letters.sights.registering import (
    CaseLinkedSight,
    LinkCodeSight,
    LinkedNewsSight,
    LinkRefusedSight,
    RegisteredSight,
    ToTellSight,
    WordsToTellSight,
)
from rules.passing_on import Way
from rules.splitting import units

MOST_UNITS = 3600
"""UTF-16 units of all that is to be told in one message; the rest comes once that is told."""


@shows("registered", of=RegisteredSight)
def registered(shown: RegisteredSight, t: Words) -> Rendered:
    """Number, dates, code, and a short script."""
    head = t.get(
        "screen-registered", number=code(shown.number), channel=CHANNELS[shown.channel](t), day=t.day(shown.received_on)
    )
    dates = [t.get("screen-registered-reply", by=t.moment(shown.reply_by))]
    if shown.law_by is not None:
        dates.append(t.get("screen-registered-law", by=t.moment(shown.law_by)))
    parts = [head, join(dates), _script(shown, t)]
    if shown.code is not None and shown.expires_at is not None:
        parts.append(t.get("screen-registered-code", code=code(shown.code), until=t.moment(shown.expires_at)))
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            button(t.plain("button-register-more"), RegisterNew()), button(t.plain("button-back"), DeskRefresh())
        ),
        protect=True,
    )


def _script(shown: RegisteredSight, t: Words) -> Markup:
    """What to say."""
    if shown.danger:
        lines = [t.get("screen-registered-line", number=each.number, name=each.name) for each in shown.hotlines]
        return join([t.get("screen-registered-say-danger"), join(lines)])
    return join([t.get("screen-registered-say"), _said(shown, t.wording.to(shown.language))])


def _said(shown: RegisteredSight, t: Words) -> Markup:
    """In the person's language."""
    by = t.moment(shown.reply_by)
    return t.get("registered-script", number=shown.number, by=by, phone=shown.office.phone)


@shows("link-code", of=LinkCodeSight)
def link_code(shown: LinkCodeSight, t: Words) -> Rendered:
    """A fresh code; the one before is no good any more."""
    text = t.get("letter-link-code", number=shown.number, code=code(shown.code), until=t.moment(shown.expires_at))
    return Rendered(text, protect=True)


@shows("link-refused", of=LinkRefusedSight)
def link_refused(shown: LinkRefusedSight, t: Words) -> Rendered:
    """The code is not good, or no more of them is tried now."""
    phone, hours = shown.office.phone, shown.office.hours
    if shown.often:
        return Rendered(t.get("letter-link-often", phone=phone, hours=hours))
    return Rendered(t.get("letter-link-refused", phone=phone, hours=hours))


@shows("case-linked", of=CaseLinkedSight)
def case_linked(shown: CaseLinkedSight, t: Words) -> Rendered:
    """The case stands here now."""
    text = t.get("letter-case-linked", number=shown.number, phone=shown.office.phone, hours=shown.office.hours)
    return Rendered(text, keyboard=column(button(t.plain("button-case-linked"), MyCase(case=shown.case_id))))


@shows("linked-news", of=LinkedNewsSight)
def linked_news(shown: LinkedNewsSight, t: Words) -> Rendered:
    """The person writes in Telegram now."""
    return Rendered(t.get("letter-linked-news", number=shown.number))


@shows("words-to-tell", of=WordsToTellSight)
def words_to_tell(shown: WordsToTellSight, t: Words) -> Rendered:
    """Somebody has to tell it; the words themselves are shown to the one who presses."""
    text = t.get("letter-words-to-tell", by=t.moment(shown.by)) if shown.by else t.get("letter-words-to-tell-no-phone")
    return Rendered(text, keyboard=column(button(t.plain("button-to-tell"), ShowTellings(case=shown.case_id))))


@shows("desk-to-tell", of=ToTellSight)
def to_tell(shown: ToTellSight, t: Words) -> Rendered:
    """The letters word for word, the number, and how they reached the person."""
    head = t.get(
        "letter-desk-to-tell",
        number=shown.number,
        phone=shown.phone or t.plain("value-unknown"),
        name=shown.name or t.plain("value-unknown"),
        language=LANGUAGE_NAMES[shown.language](t),
    )
    letters = [_letter(render(each, t.wording), t) for each in shown.letters]
    body = join(letters, "\n\n")
    if units(body) > MOST_UNITS:
        body = t.get("letter-to-tell-long", count=len(letters))
    ways = {
        Way.PHONE: t.plain("button-told-phone"),
        Way.POST: t.plain("button-told-post"),
        Way.VISIT: t.plain("button-told-visit"),
    }
    return Rendered(
        join([head, body, t.get("letter-to-tell-how")], "\n\n"),
        keyboard=column(
            *(
                button(
                    label,
                    ToldBy(case=shown.case_id, upto=shown.upto, way=way),
                    ButtonStyle.SUCCESS if way is Way.PHONE else None,
                )
                for way, label in ways.items()
            )
        ),
        protect=True,
    )


def _letter(read: Rendered, t: Words) -> Markup:
    """As the person would have read it, without its buttons; a file is named."""
    if read.files:
        captions = [Markup(each.caption) for each in read.files if each.caption]
        return join([t.get("letter-to-tell-file", count=len(read.files)), *captions])
    return Markup(read.text)
