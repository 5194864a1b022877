"""A call: the questions before it, what becomes of it, and what whoever phones sees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import (
    AgreementLater,
    CallCancel,
    CallCase,
    CallLater,
    CallMe,
    CallStep,
    CallTime,
    CallTried,
    OwnPhone,
    PhonePage,
)
from bot.telegram.contact_keyboard import ask_contact
from bot.telegram.keyboards import button, column, grid, person_menu
from bot.telegram.render.awaited import further_days, in_writing, what_to_say
from bot.telegram.render.names import own_about
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join
from casework.letters.sights import (
    CallCancelledSight,
    CallCaseSight,
    CallKnownSight,
    CallNumberKeptSight,
    CallNumberSight,
    CallTimeSight,
    CallUnansweredSight,
    CallWantedSight,
    CallWrongNumberSight,
    DangerCallSight,
    NothingSight,
    OfficeSight,
    StaffCallSight,
    TimeOption,
)
from rules.calls import Attempt, Choice, When, Window

Later = TypeVar("Later", CallLater, AgreementLater)
"""Buttons that put a call off: to the person, or to the human for whom they write."""


@shows("call-case", of=CallCaseSight)
def which_case(shown: CallCaseSight, t: Words) -> Rendered:
    """Which of the open cases is it about?"""
    lines = [join([html(case.number), html(own_about(case, t))], ": ") for case in shown.cases]
    return Rendered(
        join([t.get("screen-call-case"), join(lines)], "\n\n"),
        keyboard=column(
            *(
                button(
                    t.plain("button-call-case", number=case.number, opened=t.short_day(case.opened_at)),
                    CallCase(case=case.case_id),
                )
                for case in shown.cases
            ),
            _stop(t),
        ),
    )


@shows("call-known", of=CallKnownSight)
def known_number(shown: CallKnownSight, t: Words) -> Rendered:
    """One tap, when we know the number."""
    return Rendered(
        t.get("screen-call-known", phone=shown.phone),
        keyboard=column(
            button(t.plain("button-call-known", phone=shown.phone), CallMe(step=CallStep.KNOWN), ButtonStyle.PRIMARY),
            button(t.plain("button-call-other"), CallMe(step=CallStep.OTHER)),
            _stop(t),
        ),
    )


@shows("call-number", of=CallNumberSight)
def which_number(shown: CallNumberSight, t: Words) -> Rendered:
    """Which number? What was no number is said first."""
    if shown.wrong:
        text = t.get("letter-call-number-wrong", phone=shown.office.phone, hours=shown.office.hours)
    elif shown.watched:
        text = t.get("letter-call-number-watched")
    else:
        text = t.get("letter-call-number")
    return Rendered(text, keyboard=ask_contact(t))


@shows("call-number-kept", of=CallNumberKeptSight)
def number_kept(shown: CallNumberKeptSight, t: Words) -> Rendered:
    """We have it; the usual buttons come back."""
    text = t.get("letter-call-number-kept", phone=shown.phone)
    if not shown.own:
        whose = t.get("letter-call-number-kept-name", name=shown.name) if shown.name else Markup()
        text = join([text, whose, t.get("letter-call-number-kept-other")], " ")
    return Rendered(text, keyboard=person_menu(t))


@shows("call-time", of=CallTimeSight)
def which_time(shown: CallTimeSight, t: Words) -> Rendered:
    """When does it suit?"""
    return Rendered(
        t.get("screen-call-time"),
        keyboard=column(
            *(
                button(time_label(each, t), CallTime(when=each.when, day=_day(each.when, each.window)))
                for each in shown.options
            ),
            _stop(t),
        ),
    )


@shows("call-wanted", of=CallWantedSight)
def wanted(shown: CallWantedSight, t: Words) -> Rendered:
    """By when we phone, and how to change one's mind."""
    lines = [
        t.get("screen-call-wanted-late", number=shown.number, phone=shown.phone)
        if shown.overdue
        else t.get("screen-call-wanted", by=t.weekday_moment(shown.end), phone=shown.phone, number=shown.number)
    ]
    if shown.start is not None and not shown.overdue:
        lines.append(t.get("screen-call-wanted-from", start=t.moment(shown.start)))
    more = [t.get("screen-call-wanted-fraud")]
    if not shown.watched:
        more.append(t.get("screen-call-wanted-more", phone=shown.office.phone, hours=shown.office.hours))
    return Rendered(
        join([join(lines, " "), *more], "\n\n"),
        keyboard=column(button(t.plain("button-call-cancel"), CallCancel(call=shown.call_id))),
    )


@shows("danger-call", of=DangerCallSight)
def in_danger(shown: DangerCallSight, t: Words) -> Rendered:
    """We phone at once; when and how is it safe? Not a word that tells somebody else what it is about."""
    promised = shown.promise is not None and shown.until is not None
    until = t.moment(shown.until) if shown.until is not None else ""
    return Rendered(
        join(
            [
                t.get("screen-danger-call", phone=shown.phone),
                t.get("screen-danger-call-until", until=until) if promised else Markup(),
                t.get("screen-danger-call-safely"),
            ],
            "\n\n",
        ),
        keyboard=column(
            button(t.plain("button-call-cancel"), CallCancel(call=shown.call_id)),
            button(t.plain("button-clear-chat"), OwnPhone(page=PhonePage.CLEAR_CHAT)),
        ),
    )


@shows("call-safe", of=NothingSight)
def is_it_safe(shown: NothingSight, t: Words) -> Rendered:
    """Is a call safe at all?"""
    return Rendered(
        t.get("screen-call-safe"),
        keyboard=column(button(t.plain("button-call-safe"), CallMe(step=CallStep.SAFE)), _stop(t)),
    )


@shows("call-cancelled", of=CallCancelledSight)
def cancelled(shown: CallCancelledSight, t: Words) -> Rendered:
    """No call any more."""
    phone, hours = shown.office.phone, shown.office.hours
    return Rendered(
        t.get("screen-call-cancelled-all", number=shown.number, phone=phone, hours=hours)
        if shown.withdrawn
        else t.get("screen-call-cancelled", number=shown.number, phone=phone, hours=hours),
        keyboard=column(_begin(t)),
    )


@shows("call-stopped", of=OfficeSight)
def stopped(shown: OfficeSight, t: Words) -> Rendered:
    """No call after all; the usual buttons come back."""
    return Rendered(
        t.get("letter-call-stopped", phone=shown.office.phone, hours=shown.office.hours), keyboard=person_menu(t)
    )


@shows("call-unanswered", of=CallUnansweredSight)
def unanswered(shown: CallUnansweredSight, t: Words) -> Rendered:
    """We phoned and nobody answered: what is next."""
    head = t.get("letter-call-unanswered", at=t.moment(shown.at), phone=shown.phone, number=shown.number)
    then = (
        t.get("letter-call-unanswered-again", by=t.weekday_moment(shown.by))
        if shown.by is not None
        else t.get("letter-call-unanswered-last")
    )
    more = t.get("letter-call-unanswered-more", phone=shown.office.phone, hours=shown.office.hours)
    return Rendered(join([join([head, then], " "), more], "\n\n"), keyboard=column(_begin(t)))


@shows("call-wrong-number", of=CallWrongNumberSight)
def wrong_number(shown: CallWrongNumberSight, t: Words) -> Rendered:
    """We phoned and it was somebody else."""
    return Rendered(
        t.get(
            "letter-call-wrong-number",
            phone=shown.phone,
            number=shown.number,
            ours=shown.office.phone,
            hours=shown.office.hours,
        ),
        keyboard=column(_begin(t)),
    )


@shows("desk-call", of=StaffCallSight)
def phone(shown: StaffCallSight, t: Words) -> Rendered:
    """The number, and what came of phoning; seen by the one who phones."""
    lines = [t.get("letter-desk-call", number=shown.number, phone=shown.phone)]
    if not shown.own:
        lines.append(t.get("letter-desk-call-other", name=shown.name or t.plain("value-unknown")))
    if shown.start is not None and shown.end is not None:
        lines.append(t.get("letter-desk-call-when", start=t.moment(shown.start), end=t.moment(shown.end)))
    if shown.wish:
        lines.append(t.get("letter-desk-call-wish", wish=shown.wish))
    if shown.attempts:
        lines.append(t.get("letter-desk-call-attempts", count=shown.attempts))
    lines += [t.get("letter-desk-call-to-tell", count=shown.to_tell)] if shown.to_tell else []
    if shown.say:
        lines.append(what_to_say(shown.say, t))
    if shown.danger:
        lines.append(t.get("letter-desk-call-danger"))
    elif shown.watched:
        lines.append(t.get("letter-desk-call-watched"))
    return Rendered(
        join([join(lines), t.get("letter-desk-call-logged")], "\n\n"),
        keyboard=grid(_outcomes(shown, t), width=1),
        protect=True,
    )


def later(press: type[Later], case_id: int, tries: int, options: Sequence[Choice], tomorrow: int, t: Words) -> Rendered:
    """When did the human ask to be phoned? `press`: what the buttons say; `tomorrow`: that date, counted from the
    year 1.
    """
    offers = [TimeOption(each.when, each.window, each.window.day.toordinal() == tomorrow) for each in options]
    buttons = [button(time_label(each, t), later_at(press, case_id, tries, each)) for each in offers]
    if press is CallLater:
        buttons.append(further_days(case_id, tries, t))
    return Rendered(t.get("whisper-call-later"), keyboard=grid(buttons, width=1))


def _outcomes(shown: StaffCallSight, t: Words) -> Sequence[InlineKeyboardButton]:
    labels: dict[Attempt, tuple[str, ButtonStyle | None]] = {
        Attempt.REACHED: (t.plain("button-call-reached"), ButtonStyle.SUCCESS),
        Attempt.NO_ANSWER: (t.plain("button-call-no-answer"), None),
        Attempt.WRONG_NUMBER: (t.plain("button-call-wrong-number"), None),
    }
    buttons = [
        button(label, CallTried(case=shown.case_id, attempt=attempt, tries=shown.tries), style)
        for attempt, (label, style) in labels.items()
    ]
    buttons.append(in_writing(shown.case_id, shown.tries, t))
    if not shown.later:
        menu = CallTried(case=shown.case_id, attempt=Attempt.LATER, tries=shown.tries)
        return [*buttons, button(t.plain("button-call-later"), menu)]
    times = [
        button(
            t.plain("button-call-later-then", when=time_label(each, t)),
            later_at(CallLater, shown.case_id, shown.tries, each),
        )
        for each in shown.later
    ]
    return [*buttons, *times, further_days(shown.case_id, shown.tries, t)]


def later_at(press: type[Later], case_id: int, tries: int, option: TimeOption) -> Later:
    """The button that puts the call off to this time."""
    return press(case=case_id, tries=tries, when=option.when, day=option.window.day.toordinal())


def _day(when: When, window: Window) -> int:
    """The date that the label names; «as soon as possible» names none."""
    return 0 if when is When.SOON else window.day.toordinal()


def time_label(option: TimeOption, t: Words) -> str:
    """A time to choose, on its button."""
    day = t.weekday(option.window.end)
    named = "yes" if option.tomorrow else "no"
    match option.when:
        case When.SOON:
            return t.plain("button-call-soon")
        case When.MORNING:
            return t.plain("button-call-morning", tomorrow=named, day=day)
        case When.AFTERNOON:
            return t.plain("button-call-afternoon", tomorrow=named, day=day)
        case _:
            return t.plain("button-call-today")


def _stop(t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-call-stop"), CallMe(step=CallStep.STOP))


def _begin(t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-call-me"), CallMe(step=CallStep.BEGIN))
