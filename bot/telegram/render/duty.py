"""`/duty`: who is on duty now and in the coming days, and how a lead writes that."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks.duty import (
    Duty,
    DutyAdd,
    DutyPhone,
    DutyPhoneStep,
    DutyPlan,
    DutyShift,
    ShiftStep,
)
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import KYIV, Markup, Words, join
from casework.letters.sights.duty import (
    DutyChangedSight,
    DutyPhoneSight,
    DutyPlanSight,
    DutyShiftSight,
    DutySight,
    ShiftLine,
)
from rules.roster import LONGEST, PLACES


def span(starts: datetime, ends: datetime, t: Words) -> str:
    """«26 листопада, чт, 20:00–8:00»."""
    return f"{t.near_day(starts.astimezone(KYIV).date())}, {t.hour(starts)}–{t.hour(ends)}"


@shows("duty", of=DutySight)
def duty(shown: DutySight, t: Words) -> Rendered:
    """Those on duty now with their phones, days without anybody, and a button for each coming shift."""
    now = join([_now(each, t) for each in shown.now]) or t.get("screen-duty-nobody")
    days = "; ".join(t.near_day(day) for day in shown.without)
    bare = t.get("screen-duty-without", days=days) if shown.without else Markup()
    coming = t.get("screen-duty-coming") if shown.coming else Markup()
    buttons: list[InlineKeyboardButton | None] = [_open(each, t) for each in shown.now + shown.coming]
    if shown.page:
        buttons.append(button(t.plain("button-previous-page"), Duty(page=shown.page - 1)))
    if shown.page + 1 < shown.pages:
        buttons.append(button(t.plain("button-next-page"), Duty(page=shown.page + 1)))
    buttons.append(button(t.plain("button-duty-add"), DutyPlan(), ButtonStyle.PRIMARY) if shown.plans else None)
    buttons.append(button(t.plain("button-duty-phone"), DutyPhone(step=DutyPhoneStep.ASK)))
    text = join([t.get("screen-duty"), now, bare, coming], "\n\n")
    return Rendered(text, keyboard=column(*buttons), protect=True)


def _now(each: ShiftLine, t: Words) -> Markup:
    until = t.moment(each.ends)
    if each.phone is None:
        return t.get("duty-now-no-phone", who=each.who, place=each.place, until=until)
    return t.get("duty-now", who=each.who, phone=each.phone, place=each.place, until=until)


def _open(each: ShiftLine, t: Words) -> InlineKeyboardButton:
    label = t.plain("button-duty-shift", when=span(each.starts, each.ends, t), who=each.who, place=each.place)
    return button(label, DutyShift(shift=each.shift_id, step=ShiftStep.OPEN))


@shows("duty-shift", of=DutyShiftSight)
def duty_shift(shown: DutyShiftSight, t: Words) -> Rendered:
    """One shift: stand in, the same a day later, or take it out."""
    each = shown.shift
    later = DutyAdd(
        staff=each.staff_id,
        day=(shown.day + timedelta(days=1)).toordinal(),
        starts=shown.starts,
        hours=max(1, min(shown.hours, LONGEST)),
        place=each.place,
    )
    stands_in = DutyShift(shift=each.shift_id, step=ShiftStep.STAND_IN, staff=each.staff_id)
    takes_out = DutyShift(shift=each.shift_id, step=ShiftStep.REMOVE)
    text = t.get("screen-duty-shift", who=each.who, when=span(each.starts, each.ends, t), place=each.place)
    phone = t.get("duty-shift-phone", phone=each.phone) if each.phone else t.get("duty-shift-no-phone")
    return Rendered(
        join([text, phone]),
        keyboard=column(
            None if shown.own else button(t.plain("button-duty-stand-in"), stands_in, ButtonStyle.PRIMARY),
            button(t.plain("button-duty-next-day"), later) if shown.plans else None,
            button(t.plain("button-duty-add"), DutyPlan()) if shown.plans else None,
            button(t.plain("button-duty-remove"), takes_out, ButtonStyle.DANGER) if shown.plans else None,
            button(t.plain("button-duty-roster"), Duty()),
        ),
        protect=True,
    )


@shows("duty-phone", of=DutyPhoneSight)
def duty_phone(shown: DutyPhoneSight, t: Words) -> Rendered:
    """Which number do colleagues phone?"""
    ask = t.get("screen-duty-phone") if shown.phone is None else t.get("screen-duty-phone-kept", phone=shown.phone)
    forget = button(t.plain("button-duty-phone-forget"), DutyPhone(step=DutyPhoneStep.FORGET))
    back = button(t.plain("button-duty-roster"), Duty())
    return Rendered(ask, keyboard=column(forget if shown.phone else None, back), protect=True)


@shows("duty-plan", of=DutyPlanSight)
def duty_plan(shown: DutyPlanSight, t: Words) -> Rendered:
    """Who, which day, from when, until when, at which place: one question after the other."""
    chosen = [
        t.get("duty-plan-who", who=shown.who) if shown.who else Markup(),
        t.get("duty-plan-day", day=t.near_day(shown.day)) if shown.day else Markup(),
        t.get("duty-plan-hours", hours=_hours(shown)) if shown.hours else Markup(),
    ]
    question, buttons, width = _question(shown, t)
    rows = grid(buttons, width)
    assert rows is not None, "something can always be chosen"
    around = _pages(shown, t) if shown.day is None else []
    around.append(button(t.plain("button-duty-roster"), Duty()))
    rows.inline_keyboard.extend([each] for each in around)
    head = join([t.get("screen-duty-plan"), *chosen])
    return Rendered(join([head, question], "\n\n"), keyboard=rows)


def _hours(shown: DutyPlanSight) -> str:
    begins = shown.starts or 0
    return f"{begins}:00–{_hour_after(begins, shown.hours or 0)}:00"


def _hour_after(begins: int, hours: int) -> int:
    return (begins + hours) % LONGEST


def _question(shown: DutyPlanSight, t: Words) -> tuple[Markup, list[InlineKeyboardButton], int]:
    """What is asked, among which buttons, and how many of them stand in a row."""
    chosen = DutyPlan(staff=shown.staff_id, day=shown.day.toordinal() if shown.day else 0)
    if shown.who is None:
        those = [button(each.work_name, DutyPlan(staff=each.staff_id)) for each in shown.colleagues]
        return t.get("duty-ask-who"), those, 1
    if shown.day is None:
        days = [(each, chosen.model_copy(update={"day": each.day.toordinal()})) for each in shown.days]
        return t.get("duty-ask-day"), [button(_day(each.day, each.bare, t), data) for each, data in days], 2
    if shown.starts is None:
        starts = [(hour, chosen.model_copy(update={"starts": hour})) for hour in range(LONGEST)]
        return t.get("duty-ask-start"), [button(f"{hour}:00", data) for hour, data in starts], 6
    if shown.hours is None:
        begins = {"starts": shown.starts}
        ends = [(hours, chosen.model_copy(update=begins | {"hours": hours})) for hours in range(1, LONGEST + 1)]
        return t.get("duty-ask-end"), [button(_end(shown.starts, hours, t), data) for hours, data in ends], 4
    adds = [
        DutyAdd(staff=chosen.staff, day=chosen.day, starts=shown.starts, hours=shown.hours, place=place)
        for place in PLACES
    ]
    return t.get("duty-ask-place"), [button(t.plain("button-duty-place", place=each.place), each) for each in adds], 1


def _day(day: date, bare: bool, t: Words) -> str:
    label = t.near_day(day)
    return t.plain("button-duty-day-bare", day=label) if bare else label


def _end(begins: int, hours: int, t: Words) -> str:
    hour = f"{_hour_after(begins, hours)}:00"
    return t.plain("button-duty-end-next-day", hour=hour) if begins + hours > LONGEST else hour


def _pages(shown: DutyPlanSight, t: Words) -> list[InlineKeyboardButton]:
    around = []
    if shown.page:
        around.append(button(t.plain("button-previous-page"), DutyPlan(staff=shown.staff_id, page=shown.page - 1)))
    if shown.page + 1 < shown.pages:
        around.append(button(t.plain("button-next-page"), DutyPlan(staff=shown.staff_id, page=shown.page + 1)))
    return around


@shows("duty-changed", of=DutyChangedSight)
def duty_changed(shown: DutyChangedSight, t: Words) -> Rendered:
    """Somebody is on duty, or is no more."""
    text = t.get(
        "letter-duty-changed",
        what=shown.what,
        when=span(shown.starts, shown.ends, t),
        place=shown.place,
        who=shown.who,
        former=shown.former,
    )
    return Rendered(text, keyboard=column(button(t.plain("button-duty-roster"), Duty())))
