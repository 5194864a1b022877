"""A case's history: one immutable line for everything that happens to it."""

from __future__ import annotations

from enum import StrEnum

from casework.context import Context
from db.models import Case, CaseEvent


class Event(StrEnum):
    """The kinds of lines in a case's history; each is worded by `event-<kind>`."""

    OPENED = "opened"
    WORDS_ADDED = "words-added"
    WORDS_EDITED = "words-edited"
    TAKEN = "taken"
    RELEASED = "released"
    REPLIED = "replied"
    REPLY_EDITED = "reply-edited"
    FACT_RECORDED = "fact-recorded"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    TOPIC_MADE = "topic-made"
    ERASED = "erased"
    RUN_AGAIN = "run-again"
    """A lead had an update of it run again that had been put aside; the incident stands in the facts."""
    SENT_AGAIN = "sent-again"
    GIVEN_UP = "given-up"
    ALARM_RAISED = "alarm-raised"
    ALARM_PASSED_ON = "alarm-passed-on"
    """Nobody had seen it in time: the next ones were told."""
    ALARM_SEEN = "alarm-seen"
    ALARM_LATE = "alarm-late"
    ALARM_MISTAKE = "alarm-mistake"
    WAY_CHOSEN = "way-chosen"
    """How it is safe to reply to the person; the way stands in the facts."""
    ONE_HUMAN = "one-human"
    LETTERS_FROZEN = "letters-frozen"
    LETTERS_FREED = "letters-freed"


FOR_THE_PERSON = frozenset(
    {
        Event.OPENED,
        Event.WORDS_ADDED,
        Event.TAKEN,
        Event.RELEASED,
        Event.REPLIED,
        Event.CLOSED,
        Event.REOPENED,
        Event.WITHDRAWN,
    }
)
"""What the person's own timeline shows."""


def record(ctx: Context, case: Case, event: Event, **facts: str | int | bool | None) -> None:
    """Adds a line: ids and plain facts only, never names or free text."""
    ctx.uow.session.add(
        CaseEvent(
            case_id=case.id,
            at=ctx.now,
            kind=event.value,
            actor_kind=ctx.actor.role.value,
            actor_id=ctx.actor.id,
            facts=facts,
        )
    )
