"""What a problem is, in one word of ours: told from the kind of an update or letter, never from what it says."""

from __future__ import annotations

import json
from enum import StrEnum

from casework.letters.kinds import KINDS
from casework.letters.policies import Form
from db.repositories.problems import Problem
from rules.problems import Way


class Subject(StrEnum):
    """Worded by `problem-<subject>`."""

    PERSON_WROTE = "person-wrote"
    PERSON_PRESSED = "person-pressed"
    STAFF_WROTE = "staff-wrote"
    STAFF_PRESSED = "staff-pressed"
    GROUP_WROTE = "group-wrote"
    GROUP_PRESSED = "group-pressed"
    TOLD_BY_TELEGRAM = "told-by-telegram"
    """Somebody stopped the bot, a group changed: nobody wrote or pressed anything. Also what can't be read."""
    REPLY = "reply"
    TO_PERSON = "to-person"
    PERSONS_SCREEN = "persons-screen"
    PERSONS_WORDS = "persons-words"
    CARD = "card"
    TOPIC = "topic"
    IN_TOPIC = "in-topic"
    IN_GROUP = "in-group"
    TO_DESK = "to-desk"


WROTE = ("message", "edited_message")
PRESSED = ("callback_query",)
OF_KIND = {
    "staff-reply": Subject.REPLY,
    "staff-reply-edited": Subject.REPLY,
    "info-page": Subject.REPLY,
    "document-returned-in-words": Subject.REPLY,
    "staff-file": Subject.REPLY,
    "staff-file-edited": Subject.REPLY,
    "person-files": Subject.PERSONS_WORDS,
    "person-message": Subject.PERSONS_WORDS,
    "person-message-edited": Subject.PERSONS_WORDS,
    "card": Subject.CARD,
    "topic-head": Subject.TOPIC,
}


def subject_of(problem: Problem, *, of_staff: bool) -> Subject:
    """What the problem is; `of_staff`: its private chat is a staff member's desk."""
    if problem.way is Way.IN:
        return _subject_of_update(problem, of_staff)
    return _subject_of_letter(problem, of_staff)


def _subject_of_update(problem: Problem, of_staff: bool) -> Subject:
    in_group, happened = problem.lane.startswith("g:"), _keys(problem.body)
    if happened.intersection(WROTE):
        return Subject.GROUP_WROTE if in_group else Subject.STAFF_WROTE if of_staff else Subject.PERSON_WROTE
    if happened.intersection(PRESSED):
        return Subject.GROUP_PRESSED if in_group else Subject.STAFF_PRESSED if of_staff else Subject.PERSON_PRESSED
    return Subject.TOLD_BY_TELEGRAM


def _subject_of_letter(problem: Problem, of_staff: bool) -> Subject:
    if problem.kind in OF_KIND:
        return OF_KIND[problem.kind]
    if problem.lane.startswith("g:"):
        return Subject.IN_GROUP
    if problem.lane.startswith("c:"):
        return Subject.IN_TOPIC
    if of_staff:
        return Subject.TO_DESK
    kind = KINDS.get(problem.kind or "")
    return Subject.PERSONS_SCREEN if kind is not None and kind.policy.form is Form.SCREEN else Subject.TO_PERSON


def _keys(body: str | None) -> set[str]:
    """What Telegram calls it: the names beside `update_id`."""
    try:
        update = json.loads(body or "")
    except ValueError:
        return set()
    return set(update) if isinstance(update, dict) else set()
