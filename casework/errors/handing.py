"""Refusals about providers and what is handed to them."""

from __future__ import annotations

from casework.errors.refusal import Refusal


class ProviderFlaw(Refusal):
    """What was typed is no provider; the first thing that is wrong: `flaw` of `rules.providers.Wrong`, the `column`
    (may be empty) and the `value`.
    """

    key = "provider-flaw"


class ProviderThere(Refusal):
    """There is another provider of this name."""

    key = "provider-there"


class ProviderUnreachable(Refusal):
    """The provider's list has no contact by which its channel works."""

    key = "provider-unreachable"


class HeardOnly(Refusal):
    """Nothing can be asked by a button here: the human says yes on the phone, on a visit or by post."""

    key = "heard-only"


class NothingShared(Refusal):
    """Beside the number nothing is chosen."""

    key = "nothing-shared"


class ListFlawed(Refusal):
    """A line of the list is wrong: nothing of it is kept."""

    key = "list-flawed"
