"""Plausible sights of requests that staff write down, and of what they tell people without Telegram."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from casework.letters import sights as s
from casework.letters.sights import registering as r
from casework.letters.sights.life import ChoiceLine
from casework.letters.view.registering import DAYS
from rules.cases import State
from rules.registering import Channel, Ground, Step, earlier_days
from tests.bot.telegram.render.given import NOON, NUMBER

REGISTRATION_EVENTS = ("code-given", "told", "reply-to-tell")
CODE, DIALLED = "4821 7730 1956", "+380 50 123 45 67"


def registrations_to_person(here: s.Office) -> dict[str, list[object]]:
    return {
        "link-refused": [r.LinkRefusedSight(often, here) for often in (False, True)],
        "case-linked": [r.CaseLinkedSight(1, NUMBER, here)],
    }


def _screens(words: str) -> list[object]:
    choices = tuple(ChoiceLine(f"choice-{each}", words) for each in range(3))
    empty = r.RegistrationSight(
        registration_id=1,
        step=Step.CHANNEL,
        channel=None,
        danger=None,
        phone=None,
        name=None,
        known=(),
        same_as=None,
        service=None,
        formal=None,
        hromada=None,
        language=None,
        words=(),
        files=0,
        received_on=None,
        ground=None,
        menu="",
        page=0,
        choices=(),
        days=(),
        today=NOON.date(),
        more=False,
    )
    full = replace(
        empty,
        step=Step.PREVIEW,
        channel=Channel.POST,
        danger=False,
        phone=DIALLED,
        name=words,
        service=words,
        formal=True,
        hromada=words,
        language="uk",
        words=(words, words),
        files=2,
        received_on=NOON.date(),
        ground=Ground.PAPER,
    )
    known = tuple(r.KnownLine(NUMBER, state, person) for person, state in enumerate((State.NEW, State.CLOSED), 1))
    return [
        full,
        replace(empty, step=Step.KNOWN, phone=DIALLED, known=known),
        replace(empty, step=Step.WORDS, words=(words,), files=1),
        replace(empty, step=Step.DAY),
        replace(full, danger=True, same_as=NUMBER, name=None, channel=Channel.CALL),
        replace(full, phone=None, name=None, hromada=None, ground=Ground.NOT_NEEDED, channel=Channel.VISIT),
        *(replace(empty, step=step) for step in Step if step not in (Step.PREVIEW, Step.KNOWN)),
        replace(empty, step=Step.SERVICE, choices=choices),
        replace(empty, step=Step.SERVICE, choices=choices, menu="aid", page=1, more=True),
        replace(empty, step=Step.PLACE, choices=choices, more=True),
        replace(empty, step=Step.DAY, menu=DAYS, days=earlier_days(NOON, 0), more=True),
        replace(empty, step=Step.WORDS, danger=True),
    ]


def registrations_to_staff(
    words: str, language: str, here: s.Office, numbers: tuple[s.HotlineLine, ...]
) -> dict[str, list[object]]:
    done = r.RegisteredSight(
        case_id=1,
        number=NUMBER,
        channel=Channel.CALL,
        reply_by=NOON,
        law_by=NOON,
        received_on=NOON.date(),
        code=CODE,
        expires_at=NOON + timedelta(days=14),
        danger=False,
        consent=Ground.ORAL,
        language="uk",
        hotlines=(),
        office=here,
    )
    reply = s.Sight("staff-reply", language, s.ReplySight(NUMBER, "Ірина", words, part=0, parts=1))
    return {
        "registration": _screens(words),
        "registration-cancelled": [s.NothingSight()],
        "registered": [
            done,
            replace(done, danger=True, hotlines=numbers, consent=None),
            replace(done, law_by=None, code=None, expires_at=None, language="en", channel=Channel.VISIT),
        ],
        "link-code": [r.LinkCodeSight(NUMBER, CODE, NOON)],
        "linked-news": [r.LinkedNewsSight(NUMBER)],
        "words-to-tell": [r.WordsToTellSight(1, by) for by in (NOON, None)],
        "desk-to-tell": [
            r.ToTellSight(1, NUMBER, DIALLED, words, language, 7, (reply,)),
            r.ToTellSight(1, NUMBER, None, None, language, 7, (reply, reply)),
        ],
    }
