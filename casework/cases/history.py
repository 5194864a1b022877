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
    REPLY_WAITS = "reply-waits"
    """An answer does not leave at once; why stands in the facts."""
    REPLY_TO_TELL = "reply-to-tell"
    """It is for somebody without Telegram: a human tells it."""
    REPLY_IS_NOTE = "reply-is-note"
    """An answer that waited was no answer, and is not kept."""
    REPLY_TAKEN_BACK = "reply-taken-back"
    """Whether it had left stands in the facts."""
    REPLY_NEVER_LEFT = "reply-never-left"
    """When its time came it was true no more."""
    MUTED = "muted"
    UNMUTED = "unmuted"
    SPAM = "spam"
    NOT_SPAM = "not-spam"
    FACT_RECORDED = "fact-recorded"
    ASSESSING = "assessing"
    PLANNED = "planned"
    STARTED = "started"
    WAITING_PERSON = "waiting-person"
    WAITING_PROVIDER = "waiting-provider"
    """Which kind of office is waited for stands in the facts."""
    RESOLVED = "resolved"
    REFUSAL_ASKED = "refusal-asked"
    """Staff looked at a refusal before they confirm it; the reason stands in the facts."""
    REFUSED = "refused"
    CLOSED = "closed"
    CLOSED_ITSELF = "closed-itself"
    """As was said to the person, who did not object; with its line CLOSED."""
    NOT_SOLVED = "not-solved"
    """The person says that a solved case is not, before it closes."""
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
    CALL_IN_WRITING = "call-in-writing"
    """They want it in writing."""
    LETTER_UNREAD = "letter-unread"
    """No sign came that a letter was read; its matter stands in the facts."""
    LETTER_SEEN = "letter-seen"
    """The person gave a sign; by what stands in the facts, too."""
    NO_ANSWER_NEEDED = "no-answer-needed"
    """The person wrote, and a caseworker saw that there is nothing to answer."""
    DEADLINE_MET = "deadline-met"
    """What a deadline wants has happened; the rule stands in the facts."""
    DEADLINE_EXTENDED = "deadline-extended"
    DEADLINE_PAUSED = "deadline-paused"
    DEADLINE_RESUMED = "deadline-resumed"
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
    NOTE_ADDED = "note-added"
    NOTE_EDITED = "note-edited"
    TAG_ADDED = "tag-added"
    TAG_REMOVED = "tag-removed"
    PRIORITY_SET = "priority-set"
    """How urgent it is now, and why, in the facts."""
    RETURN_ASKED = "return-asked"
    """Somebody says that they are known to us by another account."""
    RETURN_SEEN_ONCE = "return-seen-once"
    """One staff member says that it is so; a second one has to look."""
    RETURN_CONFIRMED = "return-confirmed"
    """The case belongs to the person's new account now."""
    RETURN_REFUSED = "return-refused"
    RETURN_UNDONE = "return-undone"
    """It was a mistake: the case is back where it was."""
    DOCUMENTS_ASKED = "documents-asked"
    """The person was asked for documents; their slugs stand in the facts, as in the events that follow."""
    DOCUMENT_SENT = "document-sent"
    DOCUMENT_ACCEPTED = "document-accepted"
    DOCUMENT_RETURNED = "document-returned"
    DOCUMENT_CANNOT = "document-cannot"
    """The person can't get it; why, in the facts."""
    DOCUMENTS_LATER = "documents-later"
    DOCUMENT_WAIVED = "document-waived"
    """It is not needed any more."""
    DOCUMENT_REUSED = "document-reused"
    """The person wants one that was accepted before to be looked at."""
    DOCUMENT_DATED = "document-dated"
    """Until when it is valid; the day stands in the facts."""
    DOCUMENT_LOST = "document-lost"
    """Pages that served again are not ours to show any more: it is asked for anew."""
    REGISTERED = "registered"
    """Staff wrote it down: how it came, on which day, and on what ground we keep it, in the facts."""
    CODE_GIVEN = "code-given"
    IN_TELEGRAM = "in-telegram"
    """The person has the case in their own Telegram since; by what, in the facts."""
    TOLD = "told"
    """A human told what waited; how, in the facts."""
    PAGE_NOT_HELPED = "page-not-helped"
    """The person read an information page and wants a human; which page, in the facts."""
    LINKED = "linked"
    """Staff say that another case belongs to it; which, in the facts."""
    UNLINKED = "unlinked"
    NOT_SAME = "not-same"
    """Another case is not the same; which, in the facts."""
    MERGED = "merged"
    """Another case goes on for this one; which, in the facts."""
    TOOK_IN = "took-in"
    """It goes on for another one, too."""
    PARTED = "parted"
    """The two are apart again."""
    BULK = "bulk"
    """One action on many cases was done to it, too; which run, and what, in the facts."""
    BULK_UNDONE = "bulk-undone"
    TRANSFER_ASKED = "transfer-asked"
    """The person was asked whether something may be handed to a provider: which transfer, which items, in the facts."""
    TRANSFER_AGREED = "transfer-agreed"
    """They agreed; by which way and on which day, in the facts."""
    TRANSFER_DECLINED = "transfer-declined"
    TRANSFER_SENT = "transfer-sent"
    """Staff noted that it left."""
    TRANSFER_RECEIVED = "transfer-received"
    """A human at the provider confirmed it; by which way and on which day, in the facts."""
    TRANSFER_LATE = "transfer-late"
    """Nobody had confirmed in time: the supervisor and the person were told."""
    TRANSFER_TURNED_AWAY = "transfer-turned-away"
    TRANSFER_STOPPED = "transfer-stopped"
    ASSIGNED = "assigned"
    """A lead, or the machine, gave the case to somebody; to whom, and who had it before, stand in the facts."""
    HANDED_OVER = "handed-over"
    """The owner gave it to a colleague; the same facts."""
    APPLIED = "applied"
    """An application for the recreation programme was sent, or sent anew; how many children, in the facts."""
    SAME_CHILD = "same-child"
    """Another case names the same child in the same year; its number stands in the facts."""
    PASSING_TOLD = "passing-told"
    """The guardian said what to do about children of another hromada; what, in the facts."""
    CHECKING = "checking"
    """Somebody began to check an application; of how many children, in the facts."""
    CATEGORY_DECIDED = "category-decided"
    """Whether a category of a child holds; which, and which child by its number, in the facts."""
    NEED_SEEN_ONCE = "need-seen-once"
    """One human confirmed the need of a child, a second one has to."""
    NEED_CONFIRMED = "need-confirmed"
    NEED_DOUBTED = "need-doubted"
    """What was confirmed is checked once more."""
    BACK_IN_TURN = "back-in-turn"
    """A child whose need is confirmed again stands in the order of places where it stood; which, in the facts."""
    JOINED_ORDER = "joined-order"
    """A child whose need was confirmed after the order of places stands in it now; which, in the facts."""
    PLACE_OFFERED = "place-offered"
    """A place of a camp; which offer stands in the facts, as in the events that follow."""
    PLACE_ACCEPTED = "place-accepted"
    PLACE_DECLINED = "place-declined"
    PLACE_EXPIRED = "place-expired"
    PLACE_GIVEN_BACK = "place-given-back"
    """How many children gave back a place that they had, in the facts."""
    NEED_ASKED = "need-asked"
    """The family was asked whether it still needs a place."""
    NEED_SILENT = "need-silent"
    STILL_NEEDED = "still-needed"
    """It does; for how many children, in the facts, as in the next one."""
    NOT_NEEDED = "not-needed"
    QUESTIONS_ASKED = "questions-asked"
    """Of a later step of the recreation programme; how many stand in the facts, as in the next one."""
    QUESTIONS_ANSWERED = "questions-answered"
    QUESTIONS_NOTED = "questions-noted"
    """A human wrote down what the family said; how many answers stand in the facts."""
    TRIP_BEGUN = "trip-begun"
    """A child left for a camp; which, in the facts, as in the events that follow."""
    TRIP_OVER = "trip-over"
    TRIP_MISSED = "trip-missed"
    """Whoever had a place does not come; why, in the facts."""
    TRIP_UNDONE = "trip-undone"
    """One of these was a mistake."""
    APPOINTMENT_OFFERED = "appointment-offered"
    """Times to choose from; which appointment stands in the facts, as in the events that follow."""
    APPOINTMENT_CONFIRMED = "appointment-confirmed"
    APPOINTMENT_MOVED = "appointment-moved"
    APPOINTMENT_UNSUITED = "appointment-unsuited"
    APPOINTMENT_CANCELLED = "appointment-cancelled"
    APPOINTMENT_LAPSED = "appointment-lapsed"
    """Nobody answered while a time was ahead."""
    APPOINTMENT_CAME = "appointment-came"
    APPOINTMENT_MISSED = "appointment-missed"
    RETURNED = "returned"
    """The case went back to the queue because its owner is away, gone or silent, or declined it: why, in the facts."""


FOR_THE_PERSON = frozenset(
    {
        Event.OPENED,
        Event.REGISTERED,
        Event.IN_TELEGRAM,
        Event.WORDS_ADDED,
        Event.TAKEN,
        Event.RELEASED,
        Event.REPLIED,
        Event.ASSESSING,
        Event.PLANNED,
        Event.STARTED,
        Event.WAITING_PERSON,
        Event.WAITING_PROVIDER,
        Event.RESOLVED,
        Event.REFUSED,
        Event.CLOSED,
        Event.REOPENED,
        Event.WITHDRAWN,
        Event.CALL_ASKED,
        Event.CALL_CANCELLED,
        Event.CALL_REACHED,
        Event.CALL_UNANSWERED,
        Event.CALL_WRONG_NUMBER,
        Event.CALL_LATER,
        Event.CALL_IN_WRITING,
        Event.PROMISE_MISSED,
        Event.COMPLAINED,
        Event.COMPLAINT_ANSWERED,
        Event.RETURN_CONFIRMED,
        Event.RETURN_UNDONE,
        Event.DOCUMENTS_ASKED,
        Event.DOCUMENT_SENT,
        Event.DOCUMENT_ACCEPTED,
        Event.DOCUMENT_RETURNED,
        Event.DOCUMENT_CANNOT,
        Event.DOCUMENT_REUSED,
        Event.DOCUMENT_LOST,
        Event.TRANSFER_ASKED,
        Event.TRANSFER_AGREED,
        Event.TRANSFER_DECLINED,
        Event.TRANSFER_SENT,
        Event.TRANSFER_RECEIVED,
        Event.TRANSFER_LATE,
        Event.TRANSFER_TURNED_AWAY,
        Event.TRANSFER_STOPPED,
        Event.APPOINTMENT_OFFERED,
        Event.APPOINTMENT_CONFIRMED,
        Event.APPOINTMENT_MOVED,
        Event.APPOINTMENT_UNSUITED,
        Event.APPOINTMENT_CANCELLED,
        Event.APPOINTMENT_CAME,
        Event.APPOINTMENT_MISSED,
        Event.ASSIGNED,
        Event.HANDED_OVER,
        Event.RETURNED,
        Event.MERGED,
        Event.TOOK_IN,
        Event.PARTED,
        Event.APPLIED,
        Event.PASSING_TOLD,
        Event.CHECKING,
        Event.NEED_CONFIRMED,
        Event.BACK_IN_TURN,
        Event.JOINED_ORDER,
        Event.PLACE_OFFERED,
        Event.PLACE_ACCEPTED,
        Event.PLACE_DECLINED,
        Event.PLACE_EXPIRED,
        Event.PLACE_GIVEN_BACK,
        Event.QUESTIONS_ASKED,
        Event.QUESTIONS_ANSWERED,
        Event.QUESTIONS_NOTED,
        Event.NEED_ASKED,
        Event.STILL_NEEDED,
        Event.NOT_NEEDED,
        Event.TRIP_BEGUN,
        Event.TRIP_OVER,
        Event.TRIP_MISSED,
        Event.TRIP_UNDONE,
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
