"""Calls in a line: on the card, and on the desk."""

from __future__ import annotations

from bot.texts.wording import Markup, Words, join, link
from casework.letters.sights import CallLine, CallsLine
from rules.calls import Reason


def card_line(call: CallLine | None, t: Words) -> Markup:
    """The call on the card: why, by when, how often somebody tried."""
    if call is None:
        return Markup()
    by = t.moment(call.end)
    if call.reason is Reason.DANGER:
        return join([t.get("screen-card-call-danger"), _tried(call, t)], " ")
    if call.for_lead:
        line = t.get("screen-card-call-lead", by=by)
    elif call.reason is Reason.UNREACHABLE:
        line = t.get("screen-card-call-unreachable", by=by)
    elif call.reason is Reason.UNREAD:
        line = t.get("screen-card-call-unread", by=by)
    elif call.reason is Reason.TELL:
        line = t.get("screen-card-call-tell", by=by)
    elif call.reason is Reason.STILL_NEEDED:
        line = t.get("screen-card-call-still-needed", by=by)
    elif call.reason is Reason.REMIND:
        line = t.get("screen-card-call-remind", by=by)
    else:
        line = t.get("screen-card-call", by=by)
    return join([line, _late(call, t), _tried(call, t)], " ")


def agreement_line(call: CallLine | None, t: Words) -> Markup:
    """The call in which the human is to be asked for their agreement, on the card."""
    if call is None:
        return Markup()
    line = t.get("screen-card-call-agreement", by=t.moment(call.end))
    return join([line, _late(call, t), _tried(call, t)], " ")


def _late(call: CallLine, t: Words) -> Markup:
    return t.get("screen-card-call-late") if call.overdue else Markup()


def _tried(call: CallLine, t: Words) -> Markup:
    return t.get("screen-card-call-attempts", count=call.attempts) if call.attempts else Markup()


def calls_line(waiting: CallsLine | None, t: Words) -> Markup:
    """How many calls wait for the reader, and which one is first."""
    if waiting is None:
        return Markup()
    number = link(waiting.url, waiting.number) if waiting.url else waiting.number
    return t.get("screen-desk-home-calls", count=waiting.count, number=number, by=t.moment(waiting.end))
