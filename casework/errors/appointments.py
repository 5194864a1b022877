"""Refusals about appointments and events."""

from __future__ import annotations

from casework.errors.refusal import Refusal


class TimeTaken(Refusal):
    """Somebody else has this time by now, or it is over."""

    key = "time-taken"


class NoTimes(Refusal):
    """No time is chosen, or none of those chosen is ahead any more."""

    key = "no-times"


class PlaceNeeded(Refusal):
    """The specialist has not said where, or under which link, they see people."""

    key = "place-needed"


class HoursMeet(Refusal):
    """These hours meet others of the same day, or end before they begin."""

    key = "hours-meet"


class ConsentFirst(Refusal):
    """The person has to agree before their data is kept for this."""

    key = "consent-first"


class SignedAlready(Refusal):
    """They are signed up, or wait for a seat."""

    key = "signed-already"
