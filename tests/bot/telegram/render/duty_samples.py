"""What staff see of the duty roster, and what a person reads while an alarm climbs its ladder."""

from __future__ import annotations

from datetime import date, timedelta

from casework.danger.alarm import CALL, HEARD, PRESSED
from casework.letters import sights as s
from casework.letters.sights import duty as d
from rules.duty import LADDER, Rung
from tests.bot.telegram.render.given import NOON, NUMBER

DAY = date(2026, 11, 26)
NIGHT = NOON + timedelta(hours=12)


def lines(words: str) -> tuple[d.ShiftLine, d.ShiftLine]:
    return (
        d.ShiftLine(1, 1, words, 1, NOON, NIGHT, "+380 50 123 45 67"),
        d.ShiftLine(2, 2, words, 2, NOON, NIGHT, None),
    )


def duty_to_staff(words: str) -> dict[str, list[object]]:
    """`words`: the work names of colleagues."""
    [first, second] = lines(words)
    those = (d.Plannable(1, words), d.Plannable(2, words))
    days = (d.PlannedDay(DAY, bare=True), d.PlannedDay(DAY + timedelta(days=1), bare=False))
    asks: list[tuple[str | None, date | None, int | None, int | None]] = [
        (None, None, None, None), (words, None, None, None), (words, DAY, None, None), (words, DAY, 20, None),
        (words, DAY, 20, 12),
    ]  # fmt: skip
    return {
        "duty": [
            d.DutySight((first, second), (second, first), 1, 3, (DAY, DAY + timedelta(days=2)), plans=True),
            d.DutySight((), (), 0, 1, (), plans=False),
        ],
        "duty-shift": [
            d.DutyShiftSight(first, own=False, plans=True, day=DAY, starts=14, hours=12),
            d.DutyShiftSight(second, own=True, plans=False, day=DAY, starts=14, hours=12),
        ],
        "duty-phone": [d.DutyPhoneSight(phone) for phone in ("+380 50 123 45 67", None)],
        "duty-plan": [
            d.DutyPlanSight(1, who, day, starts, hours, those, days, 1, 3) for who, day, starts, hours in asks
        ],
        "duty-changed": [
            d.DutyChangedSight(what, words, words, own, NOON, NIGHT, 2)
            for what, own in (("given", True), ("removed", True), ("stood-in", False))
        ],
        "alarm-raised": [
            s.AlarmSight(
                1, s.NumberLink(NUMBER, url), NOON, NOON, cause, late, late, rung, NIGHT if rung in LADDER else None
            )
            for url, late in (("https://t.me/c/1/2", False), (None, True))
            for cause, rung in (
                (PRESSED, Rung.DUTY),
                (HEARD, Rung.SUPERVISORS),
                (CALL, Rung.ADMINS),
                (PRESSED, Rung.OVER),
            )
        ],
    }


def duty_to_person(words: str, numbers: tuple[s.HotlineLine, ...]) -> dict[str, list[object]]:
    """`words`: the work name of whoever has confirmed."""
    return {
        "alarm-step": [
            s.AlarmStepSight(rung, lost, () if discreet else numbers, discreet)
            for discreet in (False, True)
            for rung in Rung
            for lost in (False, True)
        ],
        "alarm-confirmed": [s.AlarmConfirmedSight(words, discreet) for discreet in (False, True)],
    }
