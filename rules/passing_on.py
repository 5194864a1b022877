"""What somebody without Telegram has to be told by a human, and what only stands in the history of their case."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """How words reached somebody without Telegram."""

    PHONE = "phone"
    POST = "post"
    VISIT = "visit"
    TELEGRAM = "telegram"
    """They use the bot since: what waited was sent there."""


class Instead(StrEnum):
    """What stands in for a letter to somebody without Telegram."""

    TOLD = "told"
    """A human tells it: the words wait, and a call is made."""
    ANEW = "anew"
    """Words that were told already have changed: the new ones are told."""
    HISTORY = "history"
    """The history of the case is enough."""


INSTEAD: dict[str, Instead] = {
    # A human's words, and what only the person can do.
    "staff-reply": Instead.TOLD,
    "staff-file": Instead.TOLD,
    "info-page": Instead.TOLD,
    "documents-asked": Instead.TOLD,
    "document-returned": Instead.TOLD,
    "document-returned-in-words": Instead.TOLD,
    "remind-document": Instead.TOLD,
    "remind-question": Instead.TOLD,
    "dates-changed": Instead.TOLD,
    "application-reminder": Instead.HISTORY,
    # Somebody has to ask them in words.
    "questions-asked": Instead.TOLD,
    # They said it themselves a moment ago.
    "questions-noted": Instead.HISTORY,
    # Where somebody is expected, or no more.
    "appointment-offered": Instead.TOLD,
    "appointment-set": Instead.TOLD,
    "appointment-cancelled": Instead.TOLD,
    "appointment-missed": Instead.TOLD,
    "remind-appointment": Instead.TOLD,
    "event-signed": Instead.TOLD,
    "event-seat-offered": Instead.TOLD,
    "event-seat-passed": Instead.TOLD,
    "event-cancelled": Instead.TOLD,
    "event-left": Instead.HISTORY,
    "remind-event": Instead.TOLD,
    # A place is offered: somebody has to ask them, and note the answer.
    "place-offered": Instead.TOLD,
    "remind-place": Instead.HISTORY,
    "place-expired": Instead.TOLD,
    "place-waits": Instead.TOLD,
    # What was decided, and from which day on somebody may complain (Law 2671-VIII, art. 21 and 24).
    "case-closed": Instead.TOLD,
    "case-refused": Instead.TOLD,
    "case-step": Instead.TOLD,
    "deadline-extended": Instead.TOLD,
    "complaint-answered": Instead.TOLD,
    # Somebody else saw their case: they have a right to know (Law 2297-VI, art. 8).
    "return-restored": Instead.TOLD,
    # To whom their data went, and that it did not arrive (Law 2297-VI, art. 8).
    "transfer-received": Instead.TOLD,
    "transfer-late": Instead.TOLD,
    "transfer-turned-away": Instead.TOLD,
    "transfer-stopped": Instead.TOLD,
    # Said by whoever heard the consent.
    "transfer-going": Instead.HISTORY,
    "transfer-asked": Instead.HISTORY,
    "staff-reply-edited": Instead.ANEW,
    "staff-file-edited": Instead.ANEW,
    # What was told stays told; what waits is withdrawn with the message itself.
    "take-back": Instead.HISTORY,
    # Said when it was registered, or by whoever phones.
    "case-received": Instead.HISTORY,
    "case-taken": Instead.HISTORY,
    "case-reopened": Instead.HISTORY,
    "not-solved-yet": Instead.HISTORY,
    "case-withdrawn": Instead.HISTORY,
    "call-unanswered": Instead.HISTORY,
    "call-wrong-number": Instead.HISTORY,
    "documents-complete": Instead.HISTORY,
    # Only somebody who uses the bot sends an application in it, or asks it to be told.
    "application-sent": Instead.HISTORY,
    "recreation-open": Instead.HISTORY,
    # An apology by itself is no call: the answer that is late is one.
    "promise-late": Instead.HISTORY,
    "promise-late-crisis": Instead.HISTORY,
    "answer-late": Instead.HISTORY,
    # Of the chat itself.
    "tidy-files": Instead.HISTORY,
    "chat-sweep": Instead.HISTORY,
    "file-refused": Instead.HISTORY,
    "update-parked": Instead.HISTORY,
    "remind-own": Instead.HISTORY,
    "staff-reaction": Instead.HISTORY,
}


def instead_of(kind: str) -> Instead:
    """What stands in for a kind of letter. One that the table does not name is told: nothing is lost silently."""
    return INSTEAD.get(kind, Instead.TOLD)
