"""Plausible sights of last days that come near, and of dates that have changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from casework.letters import sights as s
from casework.letters.sights import terms as k
from rules.recreation.changes import DaysChanged, ShiftChanged
from rules.recreation.terms import Shift, StayKind
from tests.bot.telegram.render.given import NUMBER
from tests.bot.telegram.render.later_samples import asked

LAST = date(2027, 3, 6)
JULY = Shift(1, "Артек", StayKind.HEALTH, date(2027, 7, 1), date(2027, 7, 21), 30, "автобус від Полтави")


def terms_to_person(words: str, office: s.Office) -> dict[str, list[object]]:
    """What a family reads."""
    drafts = tuple(k.DraftWaits(2, LAST, left) for left in (0, 1, 3))
    papers = k.PapersWait(1, NUMBER, 2, (words[:60], words[:60]), LAST, 14)
    waits = k.ApplicationReminderSight(drafts[:1], (), office)
    shift = replace(JULY, camp=words[:80], first=LAST, transport=words[:80])
    days = DaysChanged((LAST - timedelta(days=30), LAST), (LAST, LAST + timedelta(days=30)))
    changed = k.DatesChangedSight(2, 1, NUMBER, days, (ShiftChanged(JULY, shift),), False, office)
    return {
        "application-reminder": [
            waits,
            replace(waits, drafts=drafts[1:2], papers=(papers,)),
            replace(waits, drafts=(), papers=(replace(papers, documents=(), left=0),)),
            replace(waits, drafts=(), papers=(replace(papers, later=asked(words)),)),
            replace(waits, drafts=(), papers=(replace(papers, missing=0, documents=(), later=asked(words)),)),
        ],
        "dates-changed": [
            changed,
            replace(changed, case_id=None, number=None, shifts=(), takes=True),
            replace(changed, days=None, shifts=(ShiftChanged(JULY, replace(JULY, transport="")),)),
        ],
    }
