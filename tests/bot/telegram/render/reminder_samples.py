"""Plausible sights of reminders, notices and deadlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from casework.letters import sights as s
from casework.letters.sights import reminders as r
from rules.catalogue import ReminderKind
from rules.reminders import DIGEST_HOURS, LONGEST_WORDS
from tests.bot.telegram.render.given import NOON, NUMBER

REMINDER_EVENTS = ("no-answer-needed", "deadline-met", "deadline-extended", "deadline-paused", "deadline-resumed")
TODAY = date(2026, 11, 23)


def lines(words: str) -> tuple[r.ComingLine, ...]:
    return (
        r.ComingLine(1, ReminderKind.QUESTION, NOON, None, NUMBER),
        r.ComingLine(2, ReminderKind.DOCUMENT, NOON + timedelta(days=1), None, NUMBER),
        r.ComingLine(6, ReminderKind.DOCUMENT, NOON + timedelta(days=1), None, NUMBER, ("Довідка ВПО",)),
        r.ComingLine(7, ReminderKind.DOCUMENT, NOON + timedelta(days=2), None, NUMBER, ("Довідка ВПО", "Паспорт")),
        r.ComingLine(5, ReminderKind.APPLICATION, NOON + timedelta(days=1), None, None),
        r.ComingLine(3, ReminderKind.OWN, NOON + timedelta(days=2), words, None),
        r.ComingLine(4, ReminderKind.OWN, NOON + timedelta(days=3), None, None),
    )


def reminders_to_person(words: str, here: s.Office) -> dict[str, list[object]]:
    asked = r.CaseReminderSight(ReminderKind.QUESTION, 1, 0, 7, NUMBER, words, here)
    kinds = (ReminderKind.QUESTION, ReminderKind.DOCUMENT, ReminderKind.OWN, ReminderKind.APPLICATION)
    coming = r.RemindersSight(lines(words), False, (), kinds, may_add=True, by_humans_only=False)
    return {
        "remind-question": [asked, replace(asked, author=None)],
        "remind-document": [replace(asked, kind=ReminderKind.DOCUMENT)],
        "remind-own": [r.OwnReminderSight(1, 0, words), r.OwnReminderSight(1, 2, None)],
        "deadline-extended": [
            r.DeadlineExtendedSight(NUMBER, NOON, words, basis, here) for basis in ("Закон № 393/96-ВР, ст. 20", None)
        ],
        "reminders": [
            coming,
            replace(coming, coming=(), stopped=kinds, wanted=()),
            replace(coming, more=True, may_add=False),
            replace(coming, coming=(), may_add=False, by_humans_only=True),
        ],
        "reminder": [r.ReminderSight(line, 1) for line in lines(words)],
        "remind-words": [r.RemindWordsSight(refused, LONGEST_WORDS) for refused in (False, True)],
        "remind-day": [
            r.RemindDaySight(1, said, tuple(TODAY + timedelta(days=each) for each in (0, 1, 2, 30)), TODAY)
            for said in (words, None)
        ],
        "remind-time": [r.RemindTimeSight(1, TODAY, (9, 12, 18))],
    }


def notice_lines(words: str) -> tuple[r.NoticeLine, ...]:
    waits = r.NoticeLine(
        NUMBER, "https://t.me/c/1/2?a=1&b=2", False, None, NOON, whole_day=False, over=False, owner=words
    )
    return (
        waits,
        replace(waits, url=None, owner=None),
        replace(waits, what=words, whole_day=True),
        replace(waits, what=words, crisis=True),
        replace(waits, what=words, whole_day=True, over=True),
    )


def reminders_to_staff(words: str) -> dict[str, list[object]]:
    notices = [r.NoticesSight(words, notice_lines(words)), r.NoticesSight(words, notice_lines(words)[:1])]
    return {
        "notices": [*notices],
        "notices-urgent": [*notices],
        "digest": [
            r.DigestSight(words, 3, 1, 2, notice_lines(words)[2:]),
            r.DigestSight(words, 0, 0, 1, ()),
            r.DigestSight(words, 5, 0, 0, (), unowned=4, all_late=2),
        ],
        "digest-ask": [r.DigestAskSight(hour, DIGEST_HOURS) for hour in (None, DIGEST_HOURS[1])],
    }
