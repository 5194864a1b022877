"""What is said to people who come back from another account, and to staff who check it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import ANSWER_SCREEN, SCREEN, Letter
from casework.letters.policies import Policy, Priority

DECIDED = Policy(once=True)
"""A human decided it."""


@dataclass(frozen=True, slots=True)
class ReturnContact(Letter):
    """Share your own contact; `foreign`: the one that came is somebody else's."""

    kind = "return-contact"
    policy = ANSWER_SCREEN
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class ReturnStopped(Letter):
    """No number after all; brings the usual buttons back."""

    kind = "return-stopped"
    policy = ANSWER_SCREEN


@dataclass(frozen=True, slots=True)
class ReturnReceived(Letter):
    """We look, and write by a date: the same whether we know the number or not."""

    kind = "return-received"
    policy = Policy(once=True)
    case_id: int


@dataclass(frozen=True, slots=True)
class ReturnWaitingScreen(Letter):
    """A check is on its way already."""

    kind = "return-waiting"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class ReturnByHandScreen(Letter):
    """No number is asked: a human finds the cases; `often`: there were enough checks for now."""

    kind = "return-by-hand"
    policy = SCREEN
    often: bool = False


@dataclass(frozen=True, slots=True)
class ReturnConfirmed(Letter):
    """It is you: your cases are here."""

    kind = "return-confirmed"
    policy = DECIDED
    case_id: int


@dataclass(frozen=True, slots=True)
class ReturnRefused(Letter):
    """We could not confirm it, and how to go on; it does not say whether there was anything."""

    kind = "return-refused"
    policy = DECIDED
    case_id: int


@dataclass(frozen=True, slots=True)
class ReturnUndone(Letter):
    """To the account that got cases by mistake: they are not yours."""

    kind = "return-undone"
    policy = DECIDED
    return_id: int


@dataclass(frozen=True, slots=True)
class ReturnRestored(Letter):
    """To the account that the cases were taken from by mistake: they are back, and who could see them how long."""

    kind = "return-restored"
    policy = DECIDED
    return_id: int


@dataclass(frozen=True, slots=True)
class ReturnMatched(Letter):
    """On the desk of whoever has a case of somebody known by this number: please check."""

    kind = "return-matched"
    policy = Policy(once=True, protected=True)
    staff_id: int
    case_id: int


@dataclass(frozen=True, slots=True)
class DeskReturn(Letter):
    """What is to be checked, on the desk of the one who asked, where the group could not whisper it."""

    kind = "desk-return"
    policy = Policy(priority=Priority.SCREEN, protected=True, fleeting=True)
    case_id: int
    staff_id: int
