"""Refusals about broadcasts."""

from __future__ import annotations

from casework.errors.refusal import Refusal


class BroadcastFlaw(Refusal):
    """It can't be so, or not be sent so; `why`: one of the words of `refusal-broadcast-flaw`."""

    key = "broadcast-flaw"
