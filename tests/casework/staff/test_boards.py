"""The board of a group: its figures, when it is shown anew, and what leads hear where it can't be pinned."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select, text

from casework.cases.close import Close, close
from casework.cases.take import Take, take
from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import BoardSight
from casework.staff.boards import BOARD, BoardUnpinned, ShowBoards, board_unpinned, show_boards
from casework.staff.group_away import Away, GroupAway, group_away
from db.models import Slot
from rules.roles import Role
from tests.casework.world import ELSEWHERE, GROUP, OTHER_GROUP, World, machine


async def board(world: World) -> BoardSight:
    """What the board shows once it is looked at and delivered."""
    await show_boards(machine(world), ShowBoards())
    [sight] = [sight for letter, sight in await world.deliver() if letter.kind == kinds.QueueBoard.kind]
    assert isinstance(sight.shows, BoardSight)
    return sight.shows


async def test_the_board_counts_how_cases_stand(world: World, olena: Actor, mykola: Actor, iryna: Actor) -> None:
    assert await board(world) == BoardSight(0, 0, 0, 0, 0, 0)
    late, answered, ended = [await world.case(who) for who in (olena, mykola, olena)]
    await take(world.ctx(iryna), Take(ended.id))
    await close(world.ctx(iryna), Close(ended.id, "helped"))
    await world.topic(answered)
    await world.answers(iryna, answered, "Скільки вас?")
    await world.deliver()
    world.now = late.reply_by + timedelta(minutes=1)
    assert await board(world) == BoardSight(new=1, unassigned=1, overdue=1, for_us=1, for_people=1, lag=0)


async def test_a_board_is_shown_anew_only_when_a_figure_changed(world: World, olena: Actor) -> None:
    assert await show_boards(machine(world), ShowBoards()) == 1
    assert await show_boards(machine(world), ShowBoards()) == 0
    await world.case(olena)
    await world.case(olena)
    assert await show_boards(machine(world), ShowBoards()) == 1, "however many changes, one call"
    assert len(await world.waiting(kinds.QueueBoard)) == 1


async def test_the_lag_is_how_long_letters_to_the_group_have_been_waiting(world: World, olena: Actor) -> None:
    await world.case(olena)
    await world.uow.session.execute(
        text("UPDATE letters SET queued_at = clock_timestamp() - interval '7 minutes' WHERE sent_at IS NULL")
    )
    await show_boards(machine(world), ShowBoards())
    found = await world.uow.session.scalar(select(Slot).where(Slot.key == BOARD))
    assert found is not None
    assert found.facts["lag"] == 7


async def test_each_group_has_its_own_board_and_sees_no_other_organisations_cases(
    world: World, olena: Actor, lead: Actor
) -> None:
    theirs = await world.staff(Role.SUPERVISOR, "Оксана", ELSEWHERE)
    await world.bind(theirs, OTHER_GROUP, ELSEWHERE)
    await world.case(olena)
    await replace(world, organisation=ELSEWHERE).case(olena)
    await replace(world, organisation=ELSEWHERE).case(olena)
    await show_boards(machine(world), ShowBoards())
    boards = {
        slot.chat_id: slot.facts["new"]
        for slot in await world.uow.session.scalars(select(Slot).where(Slot.key == BOARD))
    }
    assert boards == {GROUP: 1, OTHER_GROUP: 2}


async def test_a_group_that_takes_nothing_waits_for_its_board(world: World) -> None:
    await group_away(machine(world), GroupAway(GROUP, Away.REMOVED))
    assert await show_boards(machine(world), ShowBoards()) == 0


async def test_leads_hear_once_that_the_board_cannot_be_pinned(world: World, lead: Actor, iryna: Actor) -> None:
    assert await board_unpinned(machine(world), BoardUnpinned(GROUP))
    assert not await board_unpinned(machine(world), BoardUnpinned(GROUP))
    assert not await board_unpinned(machine(world), BoardUnpinned(OTHER_GROUP))
    assert (await world.kinds_to(lead)).count(kinds.BoardUnpinned.kind) == 1
    assert kinds.BoardUnpinned.kind not in await world.kinds_to(iryna)
