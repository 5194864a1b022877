"""Refusals about what staff write to people."""

from __future__ import annotations

from casework.errors.refusal import Refusal


class Covered(Refusal):
    """Somebody else may read the person's phone: only typed answers are covered."""

    key = "covered"


class AlreadyGone(Refusal):
    """The answer has left: it can only be taken back."""

    key = "already-gone"


class NotYourWords(Refusal):
    """Somebody else wrote the answer."""

    key = "not-your-words"


class NothingToTakeBack(Refusal):
    """The message is no answer that went to the person, or it was taken back already."""

    key = "nothing-to-take-back"


class NamesAccount(Refusal):
    """The answer names the Telegram account of whoever wrote it: people see a work name."""

    key = "names-account"


class TimeUnread(Refusal):
    """When an answer is to go could not be read."""

    key = "time-unread"


class TimePast(Refusal):
    """The moment at which an answer was to go is over."""

    key = "time-past"


class TimeFar(Refusal):
    """The moment lies too far ahead."""

    key = "time-far"


class TimeHeld(Refusal):
    """Nothing comes to this person by itself, so that no time can be set."""

    key = "time-held"
