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
    CALL_ASKED = "call-asked"
    CALL_NEEDED = "call-needed"
    """The machine found that somebody has to phone; the reason stands in the facts."""
    CALL_CANCELLED = "call-cancelled"
    CALL_REACHED = "call-reached"
    CALL_UNANSWERED = "call-unanswered"
    CALL_WRONG_NUMBER = "call-wrong-number"
    CALL_LATER = "call-later"
    CHECK_DUE = "check-due"
    """Today is the day by which we said that we look what another office decided."""
    PROMISE_MISSED = "promise-missed"
    """Nobody answered by the promised date; how often in a row, and whether the person was told, in the facts."""
    COMPLAINED = "complained"
    COMPLAINT_ANSWERED = "complaint-answered"
    FOR_ANOTHER = "for-another"
    """It was told for whom the case is; relation and agreement stand in the facts."""
    AGREED = "agreed"
    """The human for whom somebody writes agreed; by which way stands in the facts."""
    NOT_AGREED = "not-agreed"
    """They do not, and what was told about them is gone."""
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
    RETURN_ASKED = "return-asked"
    """Somebody says that they are known to us by another account."""
    RETURN_SEEN_ONCE = "return-seen-once"
    """One staff member says that it is so; a second one has to look."""
    RETURN_CONFIRMED = "return-confirmed"
    """The case belongs to the person's new account now."""
    RETURN_REFUSED = "return-refused"
    RETURN_UNDONE = "return-undone"
    """It was a mistake: the case is back where it was."""


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
        Event.CALL_ASKED,
        Event.CALL_CANCELLED,
        Event.CALL_REACHED,
        Event.CALL_UNANSWERED,
        Event.CALL_WRONG_NUMBER,
        Event.CALL_LATER,
        Event.PROMISE_MISSED,
        Event.COMPLAINED,
        Event.COMPLAINT_ANSWERED,
        Event.RETURN_CONFIRMED,
        Event.RETURN_UNDONE,
    }
)
"""What the person's own timeline shows."""

NOT_FOR_STAFF = frozenset({Event.COMPLAINED, Event.COMPLAINT_ANSWERED})
"""What no view of staff's shows: whoever works on the case would learn of it."""


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
