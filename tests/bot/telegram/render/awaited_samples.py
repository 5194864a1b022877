"""Plausible sights of calls about what was not read, and of the list of calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from casework.letters import sights as s
from casework.letters.sights import awaited as a
from casework.letters.sights.problems import NumberLink
from rules.calls import Choice, Reason, When, Window
from rules.catalogue import Matter
from tests.bot.telegram.render.given import NOON, NUMBER

HERE = NumberLink(NUMBER, "https://t.me/c/1/2?a=1&b=2")
NOWHERE = NumberLink(NUMBER, None)


def say(words: str) -> tuple[s.SayLine, ...]:
    """What there may be to say: with all that is known, and with nothing."""
    return tuple(
        s.SayLine(matter, what, NOON if what else None, (NOON, NOON) if matter is Matter.APPOINTMENT else ())
        for matter in Matter
        for what in (words, None)
    )


def awaited_to_staff(words: str) -> dict[str, list[object]]:
    call = a.ListedCall(1, HERE, Reason.UNREAD, (Matter.REFUSAL,), NOON, 1, NOON, False, False, words)
    every = tuple(replace(call, reason=reason, matters=(), case_id=number) for number, reason in enumerate(Reason, 1))
    told: list[object] = [
        a.CallToMakeSight(number, may_phone, 3) for number in (HERE, NOWHERE) for may_phone in (True, False)
    ]
    return {
        "call-list": [
            a.CallListSight((call,), 1, 0, 1),
            a.CallListSight(every, 17, 1, 3),
            a.CallListSight(
                (
                    replace(call, matters=tuple(Matter), overdue=True, for_lead=True),
                    replace(call, number=NOWHERE, owner=None, tries=0),
                ),
                2,
                0,
                1,
            ),
            a.CallListSight((), 0, 0, 1),
        ],
        "call-days": [a.CallDaysSight(1, NUMBER, 2, _days())],
        "call-to-make": told,
        "call-for-lead": [told[0], told[2]],
    }


def _days() -> tuple[s.TimeOption, ...]:
    windows = [Window(NOON + timedelta(days=day), NOON + timedelta(days=day, hours=4)) for day in range(2, 6)]
    choices = [Choice(when, window) for window in windows for when in (When.MORNING, When.AFTERNOON)]
    return tuple(s.TimeOption(each.when, each.window, tomorrow=False) for each in choices)
