"""Refusals about sharing out the places of a campaign."""

from __future__ import annotations

from casework.errors.refusal import Refusal


class AllocationFlaw(Refusal):
    """The places can't be shared out so; `why`: `rules.recreation.allocating.Flaw`."""

    key = "allocation-flaw"


class MarkSettled(Refusal):
    """A mark of a trip can't be taken back any more; `place`: `gone` where the place went on, else `kept`."""

    key = "mark-settled"


class NeverAsked(Refusal):
    """This family was not asked whether it still needs a place."""

    key = "never-asked"


class NoWayBack(Refusal):
    """The child has no turn in the order any more to which it could come back."""

    key = "no-way-back"


class NothingAsked(Refusal):
    """This family is asked nothing more at the step where its application stands."""

    key = "nothing-asked"


class OfferOver(Refusal):
    """The offer was answered, has lapsed, or another one took its place."""

    key = "offer-over"
