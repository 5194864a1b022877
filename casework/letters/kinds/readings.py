"""What is shown of a person for a while and then goes, and the list of who looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority

HIDE = Priority.SCREEN


@dataclass(frozen=True, slots=True)
class HideWhisper(Letter):
    """What only one member of a group saw is taken away; after two days no app holds it any more."""

    kind = "hide-whisper"
    policy = Policy(priority=HIDE, form=Form.HUSH, expires_after=timedelta(days=2))
    receiver_id: int
    ephemeral_id: int


@dataclass(frozen=True, slots=True)
class HideText(Letter):
    """What stood on a desk is emptied: Telegram lets bots change their own words for as long as they like."""

    kind = "hide-text"
    policy = Policy(priority=HIDE, form=Form.EDIT)
    stands_at: int


@dataclass(frozen=True, slots=True)
class HideFiles(Letter):
    """Files that stood on a desk are taken away."""

    kind = "hide-files"
    policy = Policy(priority=HIDE, form=Form.TIDY)
    stand_at: list[int]


@dataclass(frozen=True, slots=True)
class DeskWhy(Letter):
    """On the desk, where the group could not whisper it: for which reason does the reader look? `what` and `item` as in
    `casework.readings.ask.Looks`.
    """

    kind = "desk-why"
    policy = Policy(priority=Priority.SCREEN, protected=True)
    case_id: int
    staff_id: int
    what: str
    item: int


@dataclass(frozen=True, slots=True)
class ReadingsScreen(Letter):
    """Slot `screen` of a lead's desk: a page of who looked at people's data. `by` as in `rules.readings.By`; `of`: the
    case, the colleague or the day (its ordinal), 0 for all.
    """

    kind = "readings"
    policy = SCREEN
    staff_id: int
    by: str
    of: int
    page: int
