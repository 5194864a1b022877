"""Plausible sights of appointments and group events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from casework.appointments.hours import Page
from casework.appointments.show import Show
from casework.events.make import Field
from casework.letters import sights as s
from casework.letters.sights import appointments as a
from casework.letters.sights import events as e
from rules.appointments import AppointmentState, Way, verbs_in
from rules.events import Repeat, SeatState
from tests.bot.telegram.render.given import NOON, NUMBER

ADDRESS, VIDEO = "вул. Мирна, 1, кабінет 5", "https://meet.example.org/abc"
TODAY = date(2026, 11, 23)
MEETING_EVENTS = ("appointment-lapsed",)
OWN_MEETING_EVENTS = ("appointment-offered", "appointment-confirmed", "appointment-moved", "appointment-unsuited",
                      "appointment-cancelled", "appointment-came", "appointment-missed")  # fmt: skip
TIMES = tuple((number, NOON + timedelta(days=number, hours=number)) for number in (1, 2, 3))
CALENDAR = a.CalendarFacts("0@suprovid", 1, NOON, NOON + timedelta(minutes=45), NOON, "Департамент", ADDRESS)


def hows(words: str) -> tuple[a.MeetingFacts, ...]:
    return (
        a.MeetingFacts(words, Way.PLACE, ADDRESS),
        a.MeetingFacts(words, Way.PHONE, None),
        a.MeetingFacts(words, Way.VIDEO, VIDEO),
        a.MeetingFacts(words, Way.PLACE, None),
    )


def meetings_to_person(words: str, here: s.Office) -> dict[str, list[object]]:
    how = hows(words)
    offered = a.OfferedSight(NUMBER, 1, how[0], 45, TIMES, NOON, None, None, here)
    settled = a.SetSight(NUMBER, 1, how[0], NOON, moved=False, calendar=CALENDAR, office=here)
    reminder = a.AppointmentReminderSight(1, how[0], NOON, int(NOON.timestamp()), covered=False)
    off = replace(CALENDAR, cancelled=True)
    lines = tuple(
        a.MeetingLine(1, state, NOON if state is not AppointmentState.UNSUITED else None, words)
        for state in (
            AppointmentState.CONFIRMED, AppointmentState.HELD, AppointmentState.UNSUITED, AppointmentState.OFFERED
        )
    )  # fmt: skip
    seats = tuple(a.SeatLine(1, title, NOON, waiting) for title in (words, None) for waiting in (True, False))
    return {
        "appointment-offered": [
            offered,
            replace(offered, how=how[1]),
            replace(offered, how=how[2], was=NOON, calendar=off),
        ],
        "appointment-set": [
            settled,
            replace(settled, how=how[2], moved=True),
            replace(settled, how=how[3], calendar=None),
            replace(settled, how=how[1]),
        ],
        "appointment-cancelled": [
            a.CancelledSight(NUMBER, was, own, off if was else None, here)
            for was in (NOON, None)
            for own in (False, True)
        ],
        "appointment-missed": [a.MissedSight(NUMBER, 1, NOON, words, here)],
        "remind-appointment": [replace(reminder, how=each) for each in how],
        "appointment": screens(how[0]),
        "meetings": [a.MeetingsSight(lines, seats, events=True), a.MeetingsSight((), (), events=False)],
        **events_to_person(words, here),
    }


def screens(how: a.MeetingFacts) -> list[object]:
    days = tuple(TODAY + timedelta(days=each) for each in range(20))
    one = a.AppointmentSight(1, NUMBER, AppointmentState.OFFERED, how, NOON, Show.ONE.value, TIMES, frozenset())
    stands = [replace(one, state=state, may=verbs_in(state)) for state in AppointmentState]
    settled = replace(one, state=AppointmentState.CONFIRMED, may=verbs_in(AppointmentState.CONFIRMED))
    asked = [
        replace(settled, show=Show.DAYS.value, days=days),
        replace(settled, show=Show.DAYS.value, days=days, page=1),
        replace(settled, show=Show.DAYS.value),
        replace(settled, show=Show.DAY.value, day=TODAY, free=tuple(at for _, at in TIMES)),
        replace(settled, show=Show.DAY.value, day=TODAY),
        replace(settled, show=Show.MOVE.value, to=NOON + timedelta(days=1)),
        replace(settled, show=Show.CANCEL.value),
        replace(stands[1], show=Show.CANCEL.value),
        replace(stands[2], show=Show.TIMES.value),
        replace(stands[1], times=()),
    ]
    return [*stands, *asked]


def events_to_person(words: str, here: s.Office) -> dict[str, list[object]]:
    seat = e.SeatSight(
        1, 2, SeatState.SIGNED, words, ADDRESS, NOON, 4, 0, None, had=True, calendar=CALENDAR, office=here
    )
    waiting = replace(seat, state=SeatState.WAITING, number=None, before=3, calendar=None)
    kept = replace(seat, state=SeatState.OFFERED, kept_until=NOON, calendar=None)
    covered = replace(seat, title=None, place=None, calendar=None)
    at = e.EventDateLine(1, NOON, 3, 0, cancelled=False)
    dates = (
        at,
        replace(at, left=0, waiting=2),
        replace(at, cancelled=True),
        *(replace(at, seat_id=1, state=state) for state in (SeatState.SIGNED, SeatState.WAITING, SeatState.OFFERED)),
    )
    event = e.EventSight(2, words, ADDRESS, 90, dates, here)
    line = e.EventLine(2, words, NOON)
    return {
        "events": [e.EventsSight((line, line)), e.EventsSight(())],
        "event": [event, replace(event, dates=())],
        "event-seat": [
            seat, waiting, kept, covered, replace(seat, state=SeatState.LEFT), replace(seat, ask=True),
            replace(waiting, ask=True),
        ],
        "event-signed": [seat, waiting, covered],
        "event-seat-offered": [kept, replace(kept, title=None, place=None)],
        "event-seat-passed": [replace(seat, state=SeatState.PASSED)],
        "event-left": [replace(seat, state=SeatState.LEFT)],
        "event-cancelled": [replace(seat, state=SeatState.CANCELLED), replace(waiting, state=SeatState.CANCELLED)],
        "remind-event": [seat, covered],
    }  # fmt: skip


def meetings_to_staff(words: str) -> dict[str, list[object]]:
    news: list[object] = [
        a.AppointmentNewsSight(1, 1, NUMBER, change, words, at)
        for change in (*OWN_MEETING_EVENTS, *MEETING_EVENTS)
        for at in (NOON, None)
    ]
    ones = [
        a.AgendaOneSight(
            1, 7, NUMBER, words, state, Way.PLACE, NOON, state is AppointmentState.CONFIRMED, TIMES,
            verbs_in(state), TODAY,
        )
        for state in AppointmentState
    ]  # fmt: skip
    return {
        "appointment-news": news,
        "appointment-on-desk": news,
        "agenda": agendas(words),
        "agenda-one": [*ones, replace(ones[0], starts=None, day=None, times=())],
        "hours": hours_pages(words),
        **events_to_staff(words),
    }


def agendas(words: str) -> list[object]:
    line = a.AgendaLine(
        1, NUMBER, words, Way.PLACE, AppointmentState.CONFIRMED, NOON, NOON + timedelta(minutes=45), coming=True
    )
    lines = (
        line,
        replace(line, coming=False, way=Way.PHONE),
        replace(line, state=AppointmentState.CAME),
        replace(line, state=AppointmentState.MISSED),
    )
    event = a.AgendaEvent(1, words, NOON, 3, 8)
    week = tuple((TODAY + timedelta(days=each), lines[:each], (event,) * (each % 2)) for each in range(5))
    return [
        a.AgendaSight(TODAY, False, TODAY, 0, 5, None, ((TODAY, lines, (event,)),)),
        a.AgendaSight(TODAY, False, TODAY, 5, 5, words, ((TODAY, (), ()),)),
        a.AgendaSight(TODAY, True, TODAY, 0, 5, None, week),
    ]


def hours_pages(words: str) -> list[object]:
    lines = (a.HoursLine(1, 0, 540, 780), a.HoursLine(2, 0, 840, 1080), a.HoursLine(0, 4, 570, 1005))
    shown = a.HoursSight(
        5, words, mine=True, leads=True, show=Page.WEEK.value, own=True, lines=lines, at_once=2, place=ADDRESS,
        video=VIDEO, days_off=(TODAY, TODAY + timedelta(days=1)), today=TODAY, opens=600,
        colleagues=((5, words), (6, words)),
    )  # fmt: skip
    bare = replace(shown, own=False, place=None, video=None, days_off=(), leads=False)
    return [
        shown,
        bare,
        *(replace(shown, show=page.value, page=1) for page in Page),
        replace(bare, show=Page.OFF.value),
    ]


def events_to_staff(words: str) -> dict[str, list[object]]:
    line = e.EventLine(2, words, NOON)
    at = e.EventDateLine(1, NOON, 3, 0, cancelled=False)
    event = e.DeskEventSight(2, words, ADDRESS, 90, 8, (at, replace(at, cancelled=True)), ask=False)
    seats = tuple(
        e.DeskSeatLine(number, number if state is not SeatState.WAITING else None, NUMBER, 7, state, coming=True)
        for number, state in enumerate(
            (SeatState.SIGNED, SeatState.OFFERED, SeatState.WAITING, SeatState.CAME, SeatState.MISSED), start=1
        )
    )
    seats += (replace(seats[0], number=None, case_id=None, coming=False),)
    date_of = e.DeskEventDateSight(2, 1, words, NOON, 8, seats, begun=False, cancelled=False, ask=False)
    draft = e.EventDraftSight(
        "", words, ADDRESS, 90, 8, TODAY, 600, Repeat.WEEKLY, 4,
        tuple(TODAY + timedelta(days=each) for each in range(4)), 1, 3,
    )  # fmt: skip
    return {
        "desk-events": [e.EventsSight((line,), draft=True), e.EventsSight(())],
        "desk-event": [event, replace(event, ask=True)],
        "desk-event-date": [
            date_of,
            replace(date_of, begun=True),
            replace(date_of, cancelled=True, seats=()),
            replace(date_of, ask=True),
        ],
        "desk-event-draft": [draft, *(replace(draft, asks=field.value) for field in Field),
                             e.EventDraftSight("t", *(None,) * 8, (), 0, 1)],
    }  # fmt: skip
