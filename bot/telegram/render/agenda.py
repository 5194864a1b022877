"""The team's calendar and somebody's hours, on a desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks.appointments import (
    Agenda,
    AgendaOne,
    Hours,
    HoursAdd,
    HoursAtOnce,
    HoursNowhere,
    HoursOff,
    HoursRemove,
)
from bot.telegram.callbacks.events import DeskEventDate, DeskEvents
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.appointment_menus import one_buttons, one_text, rows
from bot.telegram.render.appointment_names import WAYS, WEEKDAYS, clock, span
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.appointments.hours import Page
from casework.letters.sights.appointments import AgendaEvent, AgendaLine, AgendaOneSight, AgendaSight, HoursSight
from rules.appointments import AppointmentState, Way
from rules.slots import AHEAD, AT_ONCE, DAY_CLOSES, DAY_OPENS

OFF_PAGE = 14
HALF_HOUR = 30
MARKS: Mapping[AppointmentState, Name] = {
    AppointmentState.CAME: lambda t: t.plain("agenda-came"),
    AppointmentState.MISSED: lambda t: t.plain("agenda-missed"),
}


@shows("agenda", of=AgendaSight)
def agenda(shown: AgendaSight, t: Words) -> Rendered:
    """Who meets somebody when, by case numbers; each can be opened."""
    first, last = shown.days[0][0], shown.days[-1][0]
    days = f"{t.near_day(first)} – {t.near_day(last)}" if shown.week else t.near_day(first)
    head = t.get("screen-agenda", days=days)
    if shown.who is not None:
        head = t.get("screen-agenda-of", days=days, who=shown.who)
    parts = [_day(day, lines, events, shown, t) for day, lines, events in shown.days if lines or events]
    text = join([head, *(parts or [t.get("screen-agenda-free")])], "\n\n")
    return Rendered(text, keyboard=rows(*_entries(shown, t), *_around(shown, t)), protect=True)


def _day(
    day: date, lines: tuple[AgendaLine, ...], events: tuple[AgendaEvent, ...], shown: AgendaSight, t: Words
) -> Markup:
    head = t.get("agenda-day", day=t.near_day(day)) if shown.week else Markup()
    entries = [(each.starts, _line(each, t)) for each in lines]
    entries += [
        (
            each.starts,
            t.get(
                "agenda-event",
                hour=t.hour(each.starts),
                title=each.title,
                taken=str(each.taken),
                places=str(each.places),
            ),
        )
        for each in events
    ]
    return join([head, *(text for _, text in sorted(entries, key=lambda entry: entry[0]))])


def _line(each: AgendaLine, t: Words) -> Markup:
    mark = MARKS[each.state](t) if each.state in MARKS else t.plain("agenda-coming") if each.coming else ""
    return t.get(
        "agenda-line",
        hours=f"{t.hour(each.starts)}–{t.hour(each.ends)}",
        who=each.who,
        way=WAYS[each.way](t),
        number=each.number,
        mark=mark,
    )


def _entries(shown: AgendaSight, t: Words) -> list[list[InlineKeyboardButton]]:
    """In a week its days, in a day its entries."""
    if shown.week:
        buttons = [
            button(t.near_day(day), _at(shown, day, week=False)) for day, lines, events in shown.days if lines or events
        ]
        return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    [(_, lines, events)] = shown.days
    opens = [
        button(
            t.plain("button-agenda-one", hour=t.hour(each.starts), number=each.number),
            AgendaOne(appointment=each.appointment_id),
        )
        for each in lines
    ]
    held = [
        button(
            t.plain("button-agenda-event", hour=t.hour(each.starts), title=each.title), DeskEventDate(date=each.date_id)
        )
        for each in events
    ]
    return [[each] for each in (*opens, *held)]


def _around(shown: AgendaSight, t: Words) -> list[list[InlineKeyboardButton]]:
    step = timedelta(days=7 if shown.week else 1)
    before, later = shown.day - step, shown.day + step
    turn = button(t.plain("button-agenda-day"), _at(shown, shown.day, week=False))
    if not shown.week:
        turn = button(t.plain("button-agenda-week"), _at(shown, shown.day, week=True))
    other = Agenda(day=shown.day.toordinal(), week=shown.week, member=0 if shown.member_id else shown.own_id)
    whose = button(t.plain("button-agenda-all") if shown.member_id else t.plain("button-agenda-mine"), other)
    return [
        [
            button(t.plain("button-agenda-before", day=t.near_day(before)), _at(shown, before, week=shown.week)),
            button(t.plain("button-agenda-after", day=t.near_day(later)), _at(shown, later, week=shown.week)),
        ],
        [turn, whose],
        [
            button(t.plain("button-agenda-hours"), Hours()),
            button(t.plain("button-agenda-events"), DeskEvents()),
        ],
    ]


def _at(shown: AgendaSight, day: date, *, week: bool) -> Agenda:
    return Agenda(day=day.toordinal(), week=week, member=shown.member_id)


@shows("agenda-one", of=AgendaOneSight)
def agenda_one(shown: AgendaOneSight, t: Words) -> Rendered:
    """One appointment, and what can be noted of it."""
    day = shown.day.toordinal() if shown.day is not None else 0
    back = button(t.plain("button-agenda"), Agenda(day=day))
    return Rendered(one_text(shown, t), keyboard=rows(*one_buttons(shown, t), [back]), protect=True)


@shows("hours", of=HoursSight)
def hours(shown: HoursSight, t: Words) -> Rendered:
    """When and where somebody sees people, and what can be changed."""
    return PAGES[Page(shown.show)](shown, t)


def _week(shown: HoursSight, t: Words) -> Rendered:
    lines = [t.get("hours-line", day=name(t), hours=_of_day(shown, day, t)) for day, name in enumerate(WEEKDAYS)]
    where = [
        t.get("hours-at-once", count=str(shown.at_once)),
        t.get("hours-place", place=shown.place) if shown.place else t.get("hours-no-place"),
        t.get("hours-video", place=shown.video) if shown.video else t.get("hours-no-video"),
    ]
    off = "; ".join(t.near_day(day) for day in shown.days_off)
    days_off = t.get("hours-days-off", days=off) if off else Markup()
    usual = Markup() if shown.own else t.get("hours-usual")
    text = join([t.get("screen-hours", who=shown.who), usual, join(lines), join([*where, days_off])], "\n\n")
    days = [button(name(t), _to(shown, Page.DAY, day)) for day, name in enumerate(WEEKDAYS)]
    others = [
        button(t.plain("button-hours-off"), _to(shown, Page.OFF)),
        button(t.plain("button-hours-at-once"), _to(shown, Page.AT_ONCE)),
        button(t.plain("button-hours-place"), _to(shown, Page.PLACE)),
        button(t.plain("button-hours-video"), _to(shown, Page.VIDEO)),
    ]
    leads = [button(t.plain("button-hours-colleagues"), _to(shown, Page.COLLEAGUES))] if shown.leads else []
    back = button(t.plain("button-agenda"), Agenda())
    return Rendered(text, keyboard=rows(days[:4], days[4:], others[:2], others[2:], leads, [back]))


def _of_day(shown: HoursSight, weekday: int, t: Words) -> str:
    spans = ", ".join(span(each.opens, each.closes) for each in shown.lines if each.weekday == weekday)
    return spans or t.plain("hours-none")


def _weekday(shown: HoursSight, t: Words) -> Rendered:
    day = shown.weekday
    removes = [
        button(
            t.plain("button-hours-remove", hours=span(each.opens, each.closes)),
            HoursRemove(staff=shown.staff_id, hours=each.hours_id, weekday=day),
        )
        for each in shown.lines
        if each.weekday == day and each.hours_id
    ]
    opens = [
        button(clock(at), Hours(staff=shown.staff_id, show=Page.CLOSES, weekday=day, opens=at))
        for at in range(DAY_OPENS * 60, DAY_CLOSES * 60, HALF_HOUR)
    ]
    text = t.get("screen-hours-day", day=WEEKDAYS[day](t), who=shown.who, hours=_of_day(shown, day, t))
    return Rendered(text, keyboard=rows(*([each] for each in removes), *_fours(opens), [_back(shown, t)]))


def _closes(shown: HoursSight, t: Words) -> Rendered:
    day, opens = shown.weekday, shown.opens
    ends = [
        button(clock(at), HoursAdd(staff=shown.staff_id, weekday=day, opens=opens, closes=at))
        for at in range(opens + HALF_HOUR, DAY_CLOSES * 60 + 1, HALF_HOUR)
    ]
    text = t.get("screen-hours-closes", day=WEEKDAYS[day](t), opens=clock(opens))
    return Rendered(text, keyboard=rows(*_fours(ends), [_back(shown, t)]))


def _off(shown: HoursSight, t: Words) -> Rendered:
    ahead = [shown.today + timedelta(days=each) for each in range(AHEAD)]
    page = ahead[shown.page * OFF_PAGE : (shown.page + 1) * OFF_PAGE]
    days = [
        button(
            t.near_day(day),
            HoursOff(staff=shown.staff_id, day=day.toordinal(), page=shown.page),
            ButtonStyle.DANGER if day in shown.days_off else None,
        )
        for day in page
    ]
    turn = []
    if shown.page:
        turn.append(button(t.plain("button-previous-page"), _to(shown, Page.OFF, page=shown.page - 1)))
    if (shown.page + 1) * OFF_PAGE < len(ahead):
        turn.append(button(t.plain("button-next-page"), _to(shown, Page.OFF, page=shown.page + 1)))
    text = join([t.get("screen-hours-off", who=shown.who), _days_off(shown, t)])
    by_two = [days[start : start + 2] for start in range(0, len(days), 2)]
    return Rendered(text, keyboard=rows(*by_two, turn, [_back(shown, t)]))


def _days_off(shown: HoursSight, t: Words) -> Markup:
    off = "; ".join(t.near_day(day) for day in shown.days_off)
    return t.get("hours-days-off", days=off) if off else Markup()


def _at_once(shown: HoursSight, t: Words) -> Rendered:
    numbers = [button(str(each), HoursAtOnce(staff=shown.staff_id, number=each)) for each in AT_ONCE]
    text = t.get("screen-hours-at-once", who=shown.who)
    return Rendered(text, keyboard=rows(*_fours(numbers), [_back(shown, t)]))


def _place(shown: HoursSight, t: Words) -> Rendered:
    forget = HoursNowhere(staff=shown.staff_id, way=Way.PLACE)
    gone = button(t.plain("button-hours-nowhere"), forget) if shown.place else None
    return Rendered(t.get("screen-hours-place"), keyboard=column(gone, _back(shown, t)))


def _video(shown: HoursSight, t: Words) -> Rendered:
    forget = HoursNowhere(staff=shown.staff_id, way=Way.VIDEO)
    gone = button(t.plain("button-hours-nowhere"), forget) if shown.video else None
    return Rendered(t.get("screen-hours-video"), keyboard=column(gone, _back(shown, t)))


def _colleagues(shown: HoursSight, t: Words) -> Rendered:
    those = [button(name, Hours(staff=staff_id)) for staff_id, name in shown.colleagues]
    return Rendered(t.get("screen-hours-colleagues"), keyboard=grid([*those, _back(shown, t)]))


def _back(shown: HoursSight, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-hours-back"), _to(shown, Page.WEEK))


def _to(shown: HoursSight, show: Page, weekday: int = 0, page: int = 0) -> Hours:
    return Hours(staff=shown.staff_id, show=show, weekday=weekday, page=page)


def _fours(buttons: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    return [buttons[start : start + 4] for start in range(0, len(buttons), 4)]


PAGES: Mapping[Page, Callable[[HoursSight, Words], Rendered]] = {
    Page.WEEK: _week,
    Page.DAY: _weekday,
    Page.CLOSES: _closes,
    Page.OFF: _off,
    Page.AT_ONCE: _at_once,
    Page.PLACE: _place,
    Page.VIDEO: _video,
    Page.COLLEAGUES: _colleagues,
}
