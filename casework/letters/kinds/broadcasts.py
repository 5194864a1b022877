"""Broadcasts: the letter that many get, and what their authors see on the desk."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Form, Nature, Policy, Priority


@dataclass(frozen=True, slots=True)
class Broadcast(Letter):
    """What one recipient of a run gets."""

    kind = "broadcast"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.BROADCAST, once=True, opt_out=True, quiet_hours=True)
    run_id: int
    recipient_id: int


@dataclass(frozen=True, slots=True)
class StoppedScreen(Letter):
    """They will hear no more of a kind, or will again."""

    kind = "broadcast-stopped"
    policy = SCREEN
    about: str
    """`rules.broadcasts.Kind`."""
    stopped: bool


@dataclass(frozen=True, slots=True)
class OfRun(Letter):
    """The parent of what shows one run on a desk."""

    staff_id: int
    run_id: int


@dataclass(frozen=True, slots=True)
class BroadcastsScreen(Letter):
    """Desk: the broadcasts of an organisation, and the ready-made ones."""

    kind = "broadcasts"
    policy = SCREEN
    staff_id: int
    ready: bool = False
    """The ready-made ones to begin with."""


@dataclass(frozen=True, slots=True)
class BroadcastScreen(OfRun):
    """Desk: one run, as it is now: its draft, or how it stands."""

    kind = "broadcast-run"
    policy = SCREEN
    sure: bool = False
    """Its author wants to send it and is shown what follows."""


@dataclass(frozen=True, slots=True)
class BroadcastMenuScreen(Letter):
    """Desk: something of a draft to be chosen or typed."""

    kind = "broadcast-menu"
    policy = SCREEN
    staff_id: int
    run_id: int
    what: str
    """`casework.broadcasts.menu.Menu`."""
    page: int = 0
    found: list[str] = field(default_factory=list)
    """Codes of the hromadas that fit what was typed."""


@dataclass(frozen=True, slots=True)
class BroadcastPreview(Letter):
    """Desk: exactly what people would get, in one language."""

    kind = "broadcast-preview"
    policy = Policy(priority=Priority.SCREEN)
    staff_id: int
    run_id: int
    language: str


@dataclass(frozen=True, slots=True)
class BroadcastToConfirm(OfRun):
    """Desk of the other leads: somebody has to confirm a run that reaches many."""

    kind = "broadcast-to-confirm"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)


@dataclass(frozen=True, slots=True)
class BroadcastAnswered(Letter):
    """Desk of the author: a second person confirmed it, or did not."""

    kind = "broadcast-answered"
    policy = Policy(once=True)
    staff_id: int
    run_id: int
    by: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class BroadcastProgress(OfRun):
    """Slot `broadcast:<run>` of a desk: how far it is. It changes by itself every few seconds: were it as urgent as
    what somebody waits for, places would be kept free for people all the time.
    """

    kind = "broadcast-progress"
    policy = Policy(priority=Priority.REMINDER, form=Form.CARD)


@dataclass(frozen=True, slots=True)
class BroadcastResult(OfRun):
    """Desk of the author: how it ended, and why some did not get it."""

    kind = "broadcast-result"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)
