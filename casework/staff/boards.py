"""The board of each staff group: how its cases stand, pinned in General. It names nobody."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_in_group, tell_desk
from db.repositories import queue, slots, staff

BOARD = "board"
"""The key of the board's slot in its group."""


@dataclass(frozen=True, slots=True)
class ShowBoards:
    """Those of all groups that are bound."""


@act("staff.show_boards")
async def show_boards(ctx: Context, data: ShowBoards) -> int:
    """Has the boards shown whose figures changed since they were looked at last; how many.

    Looked at once a minute, however much happens: so a board costs its group one call a minute at most, and nothing
    that is done in a case waits for it. A group that takes nothing now gets its board when it does.
    """
    session, shown = ctx.uow.session, 0
    for group in await staff.bound_groups(session):
        if group.away_since is not None:
            continue
        wanted = kinds.QueueBoard(**asdict(await queue.board(session, group.chat_id, ctx.now)))
        if await slots.facts(session, group.chat_id, BOARD) != wanted.facts():
            await show_in_group(ctx, group.chat_id, BOARD, wanted)
            shown += 1
    return shown


@dataclass(frozen=True, slots=True)
class BoardUnpinned:
    """The group in which Telegram did not let the bot pin its board."""

    chat_id: int


@act("staff.board_unpinned")
async def board_unpinned(ctx: Context, data: BoardUnpinned) -> bool:
    """Tells the organisation's leads, once for a group. The board works all the same, further up in General."""
    group = await staff.group(ctx.uow.session, data.chat_id)
    if group is None or group.unbound_at is not None:
        return False
    told = [
        await tell_desk(ctx, member, kinds.BoardUnpinned(member.id, group.id), key=f"{group.id}:{member.id}")
        for member in await staff.leads(ctx.uow.session, group.organisation_id)
    ]
    return any(told)
