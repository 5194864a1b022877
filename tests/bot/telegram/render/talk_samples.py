"""Sights of answers that wait or were taken back, of reactions and of silence."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters import sights as s
from rules.reactions import DELIVERED
from rules.suspicion import Oddity
from tests.bot.telegram.render.given import NOON, NUMBER

TALK_EVENTS = (
    "reply-waits", "reply-is-note", "reply-taken-back", "reply-never-left", "muted", "unmuted", "spam", "not-spam",
)  # fmt: skip
REASONS = ("blocked", "deactivated", "cannot-initiate", "forbidden", "too-large", "too-long", "file-gone")


def talk_to_person(here: s.Office) -> dict[str, list[object]]:
    return {
        "take-back": [s.SweepSight((7, 8))],
        "staff-reaction": [s.MarkSight("❤"), s.MarkSight(None)],
        "kept-quietly": [s.KeptQuietlySight(NUMBER, spam, here) for spam in (False, True)],
    }


def talk_to_staff() -> dict[str, list[object]]:
    every = frozenset(Oddity)
    return {
        "answer-waits": [
            *(s.AnswerWaitsSight(1, 2, None, NOON, frozenset({oddity})) for oddity in Oddity),
            s.AnswerWaitsSight(1, 2, NUMBER, NOON, every),
            s.AnswerWaitsSight(1, 2, NUMBER, None, every),
        ],
        "later-answer": [
            s.LaterAnswerSight(1, 2, s.Later.WAITS, NOON, every),
            *(s.LaterAnswerSight(1, 2, became, NOON) for became in s.Later),
        ],
        "taken-back": [s.TakenBackSight(gone, left) for gone, left in ((1, 0), (0, 1), (1, 1), (0, 0))],
        "answer-mark": [s.MarkSight(), s.MarkSight("❤"), s.MarkSight(None)],
        "like-the-mark": [s.NothingSight()],
        "delivery-mark": [s.MarkSight(DELIVERED)],
        "reply-undelivered": [
            s.UndeliveredSight(True),
            s.UndeliveredSight(False),
            *(s.UndeliveredSight(False, reason, (1, 2)) for reason in (*REASONS, "own-failure", "refused")),
            s.UndeliveredSight(False, kinds.NOT_TRUE),
        ],
    }
