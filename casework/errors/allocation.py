"""Refusals about sharing out the places of a campaign."""

from __future__ import annotations

from casework.errors.refusal import Refusal


class AllocationFlaw(Refusal):
    """The places can't be shared out so; `why`: `rules.recreation.allocating.Flaw`."""

    key = "allocation-flaw"


class NeverAsked(Refusal):
    """This family was not asked whether it still needs a place."""

    key = "never-asked"


class OfferOver(Refusal):
    """The offer was answered, has lapsed, or another one took its place."""

    key = "offer-over"
