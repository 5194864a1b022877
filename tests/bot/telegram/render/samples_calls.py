"""Plausible sights of calls and of promises that were not kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from casework.letters import sights as s
from rules.calls import Reason, When, Window
from rules.duty import Promise
from tests.bot.telegram.render.awaited_samples import awaited_to_staff, say
from tests.bot.telegram.render.form_samples import asked_for_agreement
from tests.bot.telegram.render.given import ELSEWHERE, NOON, NUMBER
from tests.bot.telegram.render.reminder_samples import reminders_to_person, reminders_to_staff

PHONE = "… 45 67"
MORNING = Window(NOON + timedelta(days=1), NOON + timedelta(days=1, hours=4))


def options() -> tuple[s.TimeOption, ...]:
    return tuple(s.TimeOption(when, MORNING, tomorrow) for when in When for tomorrow in (True, False))


def calls_to_person(words: str, here: s.Office, lines: tuple[s.CaseLine, ...]) -> dict[str, list[object]]:
    wanted = s.CallWantedSight(7, NUMBER, PHONE, NOON, NOON, overdue=False, watched=False, office=here)
    late = s.PromiseLateSight(
        NUMBER,
        by_phone=False,
        promised=NOON,
        new=NOON,
        lead_knows=False,
        lead_calls=False,
        office=here,
        complaint=words,
    )
    apologies: list[object] = [
        late,
        replace(late, by_phone=True, lead_knows=True),
        replace(late, lead_knows=True, lead_calls=True),
        replace(late, new=None, lead_knows=True),
    ]
    return {
        "call-case": [s.CallCaseSight(lines[:3])],
        "call-safe": [s.NothingSight()],
        "danger-call": [
            *(s.DangerCallSight(7, PHONE, promise, NOON) for promise in Promise),
            s.DangerCallSight(7, PHONE, None, None),
        ],
        "call-known": [s.CallKnownSight(PHONE)],
        "call-number": [
            s.CallNumberSight(wrong, watched, here) for wrong, watched in ((False, False), (False, True), (True, False))
        ],
        "call-number-kept": [
            s.CallNumberKeptSight(PHONE, own, name) for own, name in ((True, None), (False, words), (False, None))
        ],
        "call-time": [s.CallTimeSight(options())],
        "call-wanted": [
            wanted,
            replace(wanted, start=None),
            replace(wanted, overdue=True),
            replace(wanted, watched=True),
        ],
        "call-cancelled": [s.CallCancelledSight(NUMBER, withdrawn, here) for withdrawn in (True, False)],
        "call-stopped": [s.OfficeSight(here)],
        "call-unanswered": [s.CallUnansweredSight(NUMBER, PHONE, NOON, by, here) for by in (NOON, None)],
        "call-wrong-number": [s.CallWrongNumberSight(NUMBER, PHONE, here)],
        **reminders_to_person(words, here),
        "promise-late": apologies,
        "promise-late-crisis": apologies,
    }


def calls_to_staff(words: str) -> dict[str, list[object]]:
    call = s.StaffCallSight(
        1,
        NUMBER,
        "+380 50 123 45 67",
        own=True,
        name=None,
        wish=None,
        start=NOON,
        end=NOON,
        attempts=0,
        tries=0,
        watched=False,
    )
    missed = s.PromiseMissedSight(
        reader=words,
        number=NUMBER,
        url="https://t.me/c/1/2?a=1&b=2",
        by_phone=False,
        promised=NOON,
        since=NOON,
        new=NOON,
        told=True,
        watched=False,
        unreachable=False,
        owner=words,
        may_phone=True,
        step=1,
        overdue=3,
    )
    told: list[object] = [
        missed,
        replace(missed, owner=None, by_phone=True, may_phone=False),
        replace(missed, owner="Андрій", told=False, watched=True, url=None, step=2),
        replace(missed, told=False, unreachable=True, new=None, step=3),
        replace(missed, told=False),
        replace(missed, new=None, step=3),
    ]
    return {
        "desk-call": [
            call,
            replace(call, own=False, name=words, wish=words, attempts=2, later=options()),
            replace(call, own=False, start=None, end=None, watched=True),
            replace(call, danger=True, attempts=1),
            replace(call, say=say(words), attempts=2),
        ],
        "desk-agreement": [*asked_for_agreement(words, options())],
        **awaited_to_staff(words),
        **reminders_to_staff(words),
        "check-due": [
            *(s.CheckDueSight(words, NUMBER, url, words, NOON) for url in ("https://t.me/c/1/2", None)),
            *(s.CheckDueSight(words, NUMBER, None, None, NOON, each) for each in ELSEWHERE),
        ],
        "promise-missed": told,
        "promise-escalated": told,
        "promise-missed-crisis": told,
    }


def card_calls() -> tuple[s.CallLine, ...]:
    return (
        s.CallLine(Reason.ASKED, NOON, overdue=False, attempts=0, for_lead=False),
        s.CallLine(Reason.ASKED, NOON, overdue=True, attempts=2, for_lead=True),
        *(
            s.CallLine(why, NOON, False, attempts=0, for_lead=False)
            for why in (Reason.UNREACHABLE, Reason.REMIND, Reason.UNREAD, Reason.STILL_NEEDED)
        ),
        *(s.CallLine(Reason.DANGER, NOON, overdue=True, attempts=tried, for_lead=False) for tried in (0, 2)),
    )
