"""Reminders for a person: the letters with their buttons, and the screens on which they choose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.callbacks import (
    CallMe,
    CallStep,
    ForgetReminder,
    Home,
    MyCase,
    OneReminder,
    RemindAt,
    Reminders,
    RemindMe,
    RemindOn,
    Snooze,
    StopReminders,
)
from bot.telegram.callbacks.broadcasts import StopNews
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.broadcasts import start_label
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights.reminders import (
    CaseReminderSight,
    ComingLine,
    DeadlineExtendedSight,
    OwnReminderSight,
    RemindDaySight,
    ReminderSight,
    RemindersSight,
    RemindTimeSight,
    RemindWordsSight,
)
from rules.catalogue import ReminderKind

STOPS: Mapping[ReminderKind, tuple[Name, Name]] = {
    ReminderKind.QUESTION: (
        lambda t: t.plain("button-remind-stop-question"),
        lambda t: t.plain("button-remind-start-question"),
    ),
    ReminderKind.DOCUMENT: (
        lambda t: t.plain("button-remind-stop-document"),
        lambda t: t.plain("button-remind-start-document"),
    ),
    ReminderKind.APPLICATION: (
        lambda t: t.plain("button-remind-stop-application"),
        lambda t: t.plain("button-remind-start-application"),
    ),
    ReminderKind.OWN: (lambda t: t.plain("button-remind-stop-own"), lambda t: t.plain("button-remind-start-own")),
}
"""What to press to stop a kind, and to have it again."""
BRIEF = 30
"""Signs of one's own words on a button."""


@shows("remind-question", of=CaseReminderSight)
def question(shown: CaseReminderSight, t: Words) -> Rendered:
    """Somebody asked and waits; nothing bad comes of it."""
    text = (
        t.get("letter-remind-question", number=shown.number, author=shown.author, **_office(shown))
        if shown.author
        else t.get("letter-remind-question-nobody", number=shown.number, **_office(shown))
    )
    return Rendered(text, keyboard=_about_case(shown, t))


@shows("remind-document", of=CaseReminderSight)
def document(shown: CaseReminderSight, t: Words) -> Rendered:
    """A document is missing; who can't get it says so."""
    text = t.get("letter-remind-document", number=shown.number, **_office(shown))
    return Rendered(text, keyboard=_about_case(shown, t))


def _office(shown: CaseReminderSight) -> dict[str, str]:
    return {"phone": shown.office.phone, "hours": shown.office.hours}


def _about_case(shown: CaseReminderSight, t: Words) -> InlineKeyboardMarkup | None:
    return column(
        button(t.plain("button-remind-open-case"), MyCase(case=shown.case_id)),
        button(t.plain("button-call-me"), CallMe(step=CallStep.BEGIN)),
        button(
            t.plain("button-remind-later-days", days=3), Snooze(reminder=shown.reminder_id, days=3, times=shown.times)
        ),
        button(t.plain("button-remind-stop"), StopReminders(kind=shown.kind, stop=True)),
    )


@shows("remind-own", of=OwnReminderSight)
def own(shown: OwnReminderSight, t: Words) -> Rendered:
    """Their own words, at their own time."""
    text = t.get("letter-remind-own", words=shown.words) if shown.words else t.get("letter-remind-own-covered")
    tomorrow = Snooze(reminder=shown.reminder_id, days=1, times=shown.times)
    week = Snooze(reminder=shown.reminder_id, days=7, times=shown.times)
    return Rendered(
        text,
        keyboard=column(
            button(t.plain("button-remind-tomorrow"), tomorrow),
            button(t.plain("button-remind-later-days", days=7), week),
            button(t.plain("button-reminders"), Reminders()),
        ),
    )


@shows("deadline-extended", of=DeadlineExtendedSight)
def extended(shown: DeadlineExtendedSight, t: Words) -> Rendered:
    """We need longer: until when, why, what the law says."""
    text = t.get("letter-deadline-extended", number=shown.number, due=t.day(shown.due), reason=shown.reason)
    law = t.get("letter-deadline-extended-law", basis=shown.basis) if shown.basis else Markup()
    phone = t.get("letter-deadline-extended-phone", phone=shown.office.phone, hours=shown.office.hours)
    return Rendered(join([text, law, phone], "\n\n"))


@shows("reminders", of=RemindersSight)
def reminders(shown: RemindersSight, t: Words) -> Rendered:
    """What is coming, each to be opened; what may be stopped or had again."""
    if shown.by_humans_only:
        return Rendered(t.get("screen-reminders-by-humans"), keyboard=column(button(t.plain("button-help"), Home())))
    head = t.get("screen-reminders") if shown.coming else t.get("screen-reminders-none")
    lines = [_coming(each, t) for each in shown.coming]
    more = t.get("screen-reminders-more") if shown.more else Markup()
    add = button(t.plain("button-remind-new"), RemindMe(), ButtonStyle.PRIMARY) if shown.may_add else None
    stops = [button(STOPS[kind][0](t), StopReminders(kind=kind, stop=True)) for kind in shown.wanted]
    starts = [button(STOPS[kind][1](t), StopReminders(kind=kind, stop=False)) for kind in shown.stopped]
    opens = [button(_label(each, t), OneReminder(reminder=each.reminder_id)) for each in shown.coming]
    news = [button(start_label(kind, t), StopNews(kind=kind, stop=False)) for kind in shown.stopped_news]
    return Rendered(join([head, join([*lines, more])], "\n\n"), keyboard=column(add, *opens, *stops, *starts, *news))


def _coming(line: ComingLine, t: Words) -> Markup:
    return t.get("screen-reminders-line", at=t.weekday_moment(line.at), what=_named(line, t))


def _named(line: ComingLine, t: Words) -> str:
    """What it is about, with the document that is wanted first."""
    if not line.documents:
        return _what(line, t)
    first, more = line.documents[0], len(line.documents) - 1
    return t.plain("remind-what-documents", number=line.number or "", name=first, more=more)


def _what(line: ComingLine, t: Words) -> str:
    if line.kind is ReminderKind.QUESTION:
        return t.plain("remind-what-question", number=line.number or "")
    if line.kind is ReminderKind.DOCUMENT:
        return t.plain("remind-what-document", number=line.number or "")
    if line.kind is ReminderKind.APPLICATION:
        return t.plain("remind-what-application")
    return line.words or t.plain("remind-what-own")


def _label(line: ComingLine, t: Words) -> str:
    what = _what(line, t)
    short = what if line.words is None or len(what) <= BRIEF else f"{what[:BRIEF].rstrip()}…"
    return t.plain("button-remind-one", day=t.short_day(line.at), what=short)


@shows("reminder", of=ReminderSight)
def reminder(shown: ReminderSight, t: Words) -> Rendered:
    """One of them: later, or not at all."""
    line = shown.line
    text = t.get("screen-reminder", at=t.weekday_moment(line.at), what=_named(line, t))
    later: list[InlineKeyboardButton] = [
        button(t.plain("button-remind-tomorrow"), Snooze(reminder=line.reminder_id, days=1, times=shown.times)),
        button(
            t.plain("button-remind-later-days", days=3), Snooze(reminder=line.reminder_id, days=3, times=shown.times)
        ),
        button(
            t.plain("button-remind-later-days", days=7), Snooze(reminder=line.reminder_id, days=7, times=shown.times)
        ),
    ]
    over = (
        button(t.plain("button-remind-forget"), ForgetReminder(reminder=line.reminder_id))
        if line.kind is ReminderKind.OWN
        else button(t.plain("button-remind-stop"), StopReminders(kind=line.kind, stop=True))
    )
    return Rendered(text, keyboard=column(*later, over, button(t.plain("button-back"), Reminders())))


@shows("remind-words", of=RemindWordsSight)
def ask_words(shown: RemindWordsSight, t: Words) -> Rendered:
    """Of what?"""
    text = (
        t.get("screen-remind-words-refused", longest=shown.longest) if shown.refused else t.get("screen-remind-words")
    )
    return Rendered(text, keyboard=column(button(t.plain("button-back"), Reminders())))


@shows("remind-day", of=RemindDaySight)
def ask_day(shown: RemindDaySight, t: Words) -> Rendered:
    """On which day?"""
    words = t.get("screen-remind-day-words", words=shown.words) if shown.words else Markup()
    days = [
        button(_day(day, shown.today, t), RemindOn(reminder=shown.reminder_id, day=day.toordinal()))
        for day in shown.days
    ]
    away = button(t.plain("button-remind-forget"), ForgetReminder(reminder=shown.reminder_id))
    return Rendered(join([words, t.get("screen-remind-day")], "\n\n"), keyboard=grid([*days, away]))


def _day(day: date, today: date, t: Words) -> str:
    if day == today:
        return t.plain("button-remind-today")
    if day == today + timedelta(days=1):
        return t.plain("button-remind-day-tomorrow", day=t.near_day(day))
    return t.near_day(day)


@shows("remind-time", of=RemindTimeSight)
def ask_time(shown: RemindTimeSight, t: Words) -> Rendered:
    """At which hour of that day?"""
    day = shown.day.toordinal()
    hours = [button(f"{hour}:00", RemindAt(reminder=shown.reminder_id, day=day, hour=hour)) for hour in shown.hours]
    back = button(t.plain("button-remind-other-day"), RemindOn(reminder=shown.reminder_id, day=0))
    return Rendered(t.get("screen-remind-time", day=t.day(shown.day)), keyboard=grid([*hours, back]))
