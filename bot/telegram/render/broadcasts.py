"""Broadcasts: the letter as many read it, with the way to stop its kind; the list on a lead's desk."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.callbacks import CallMe, CallStep, Life, MyCases, Reminders
from bot.telegram.callbacks.broadcasts import BroadcastNew, Broadcasts, RunDo, RunStep, StopNews
from bot.telegram.callbacks.data import ButtonData
from bot.telegram.keyboards import button, column
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered, RenderedFile
from bot.texts.wording import Markup, Words, html
from casework.letters.sights import (
    BroadcastButton,
    BroadcastLetterSight,
    BroadcastsSight,
    RunLine,
    StoppedNewsSight,
)
from rules import broadcasts
from rules.broadcast_words import AREA, Variable, Way, fill
from rules.broadcasts import Kind, State

ABOUT: Mapping[Kind, Name] = {
    Kind.PROGRAMME: lambda t: t.plain("broadcast-about-programme"),
    Kind.DOCUMENTS: lambda t: t.plain("broadcast-about-documents"),
    Kind.VISIT: lambda t: t.plain("broadcast-about-visit"),
    Kind.RENEWAL: lambda t: t.plain("broadcast-about-renewal"),
    Kind.HOURS: lambda t: t.plain("broadcast-about-hours"),
    Kind.NEWS: lambda t: t.plain("broadcast-about-news"),
}
RUN_STATES: Mapping[State, Name] = {
    State.DRAFT: lambda t: t.plain("broadcast-state-draft"),
    State.AWAITING: lambda t: t.plain("broadcast-state-awaiting"),
    State.SCHEDULED: lambda t: t.plain("broadcast-state-scheduled"),
    State.RUNNING: lambda t: t.plain("broadcast-state-running"),
    State.PAUSED: lambda t: t.plain("broadcast-state-paused"),
    State.STOPPED: lambda t: t.plain("broadcast-state-stopped"),
    State.FINISHED: lambda t: t.plain("broadcast-state-finished"),
    State.EXPIRED: lambda t: t.plain("broadcast-state-expired"),
}
WAYS: Mapping[str, Name] = {
    Way.REQUEST: lambda t: t.plain("button-broadcast-way-request"),
    Way.MY: lambda t: t.plain("button-broadcast-way-my"),
    Way.CALL: lambda t: t.plain("button-broadcast-way-call"),
    Way.REMINDERS: lambda t: t.plain("button-broadcast-way-reminders"),
}
LEADS_TO: Mapping[str, ButtonData] = {
    Way.REQUEST: Life(),
    Way.MY: MyCases(),
    Way.CALL: CallMe(step=CallStep.BEGIN),
    Way.REMINDERS: Reminders(),
}


@shows("broadcast", of=BroadcastLetterSight)
def letter(shown: BroadcastLetterSight, t: Words) -> Rendered:
    """What one of many reads."""
    return _letter(shown, t.get("letter-broadcast", text=_filled(shown, t)), t)


@shows("broadcast-preview", of=BroadcastLetterSight)
def preview(shown: BroadcastLetterSight, t: Words) -> Rendered:
    """The same, on the desk of whoever wrote it."""
    return _letter(shown, t.get("letter-broadcast-preview", text=_filled(shown, t)), t)


def _letter(shown: BroadcastLetterSight, text: Markup, t: Words) -> Rendered:
    files = (RenderedFile(shown.file, text),) if shown.file is not None else ()
    stop = button(t.plain("button-broadcast-stop"), StopNews(kind=shown.about, stop=True))
    return Rendered(text, keyboard=column(*(_button(each, t) for each in shown.buttons), stop), files=files)


def _filled(shown: BroadcastLetterSight, t: Words) -> Markup:
    """The words that a lead wrote are Telegram's own HTML already; what stands in for a variable is made safe."""
    values = {variable: html(value) for variable, value in shown.typed.items()}
    values[Variable.PHONE] = html(shown.phone)
    if shown.on is not None and shown.days is not None:
        values[Variable.DATE] = html(t.day(shown.on))
        values[Variable.DAYS] = html(t.plain("broadcast-days", days=shown.days))
    return Markup(fill(shown.html, values))


def _button(each: BroadcastButton, t: Words) -> InlineKeyboardButton:
    if each.to in LEADS_TO:
        return button(WAYS[each.to](t), LEADS_TO[each.to])
    label = each.label or each.to
    if each.to.startswith(AREA):
        return button(label, Life(at=each.to.removeprefix(AREA)))
    return InlineKeyboardButton(text=label, url=each.to)


def label_of(each: BroadcastButton, t: Words) -> str:
    """What stands on a button."""
    return _button(each, t).text


@shows("broadcast-stopped", of=StoppedNewsSight)
def stopped(shown: StoppedNewsSight, t: Words) -> Rendered:
    """It is heard, and can be taken back."""
    text = t.get("screen-broadcast-stopped", stopped="yes" if shown.stopped else "no", about=ABOUT[shown.about](t))
    label = t.plain("button-broadcast-start") if shown.stopped else t.plain("button-broadcast-stop")
    turn = button(label, StopNews(kind=shown.about, stop=not shown.stopped))
    return Rendered(text, keyboard=column(turn, button(t.plain("button-reminders"), Reminders())))


def start_label(kind: Kind, t: Words) -> str:
    """On the button with which a kind that was stopped comes again."""
    return t.plain("button-broadcast-start-kind", about=ABOUT[kind](t))


@shows("broadcasts", of=BroadcastsSight)
def listed(shown: BroadcastsSight, t: Words) -> Rendered:
    """What there is, or what to begin with."""
    if shown.ready is not None:
        ready = [button(each.title, BroadcastNew(ready=each.slug)) for each in shown.ready]
        back = button(t.plain("button-broadcast-list"), Broadcasts())
        empty = button(t.plain("button-broadcast-empty"), BroadcastNew())
        return Rendered(t.get("screen-broadcasts-ready"), keyboard=column(*ready, empty, back))
    head = t.get("screen-broadcasts", over=broadcasts.CONFIRM_OVER)
    text = head if shown.runs else Markup(f"{head}\n{t.get('screen-broadcasts-none')}")
    return Rendered(text, keyboard=_runs(shown.runs, t))


def _runs(runs: tuple[RunLine, ...], t: Words) -> InlineKeyboardMarkup | None:
    lines = [
        button(
            t.plain(
                "button-broadcast-line",
                state=RUN_STATES[each.state](t),
                title=each.title or t.plain("broadcast-no-title"),
            ),
            RunDo(run=each.run_id, step=RunStep.OPEN),
        )
        for each in runs
    ]
    new = button(t.plain("button-broadcast-new"), BroadcastNew(), ButtonStyle.PRIMARY)
    return column(new, button(t.plain("button-broadcast-ready"), Broadcasts(ready=True)), *lines)
