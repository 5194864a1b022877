"""Words that waited too long leave as one message: a topic's share of a group that takes less than it is told."""

from __future__ import annotations

from datetime import datetime

from bot.telegram.items import Also
from casework.letters.kinds import KINDS, PersonMessage
from casework.letters.policies import Form
from casework.letters.sights import Sight
from casework.letters.view import sight_of
from casework.letters.view.together import MOST_TOGETHER, how_many_join, joined
from db.repositories import together
from db.repositories.letters import ClaimedLetter, Window
from db.uow import UnitOfWork
from rules.catalogue import Catalogue

LAG_SECONDS = 60.0
"""Telegram's seconds from which on words are late. The oldest letter of a group leaves first, so what the one in hand
has waited is the lag of its group.
"""
SHORTEST_LAG = 10.0
"""Real seconds that are no lag, however fast Telegram's pass: tests that want no limits make them very fast."""
LOOK_BEHIND = 2 * MOST_TOGETHER
PLACELESS = frozenset({Form.EDIT, Form.REACTION})
"""What changes a message that stands: it has no place of its own among the words."""


def is_late(waited: float, speed: float) -> bool:
    """Whether words that waited so many real seconds are late, where Telegram's pass so many times faster."""
    return waited > max(LAG_SECONDS / speed, SHORTEST_LAG)


async def gather(
    uow: UnitOfWork, claimed: ClaimedLetter, sight: Sight, now: datetime, catalogue: Catalogue
) -> tuple[Sight, tuple[Also, ...]]:
    """The sight of a person's words with those that wait behind them, and which letters it carries beside the claimed.

    Only words that follow each other: what else waits in between, a file, a line about the case, keeps its place.
    """
    if claimed.case_id is None:
        return sight, ()
    those = []
    for each in await together.behind(uow.session, claimed, Window(now, LOOK_BEHIND)):
        if each.kind == PersonMessage.kind:
            those.append(each)
        elif each.slot_id is not None or KINDS[each.kind].policy.form not in PLACELESS:
            break
    # What is no longer true drops when it is its turn.
    found = [(each, seen) for each in those if (seen := await sight_of(uow, each, now, catalogue)) is not None]
    many = how_many_join(sight, [seen for _, seen in found])
    if not many:
        return sight, ()
    also = tuple(Also(each.id, each.kind, each.facts) for each, _ in found[:many])
    return joined(claimed.case_id, sight, [seen for _, seen in found[:many]]), also
