"""«Зрозуміло» below a letter, and the list of calls."""

from __future__ import annotations

from bot.telegram.callbacks.data import ButtonData, CaseId, Page, Tries


class GotIt(ButtonData, prefix="gk"):
    """The person has read what was written about the case."""

    case: CaseId


class CallPage(ButtonData, prefix="cq"):
    """A page of the calls that wait, counted from 0."""

    page: Page = 0


class CallDays(ButtonData, prefix="cy"):
    """Show further days to which a call can be put off; `tries`: how often somebody had phoned in the case."""

    case: CaseId
    tries: Tries
