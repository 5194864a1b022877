"""A solved case closes by itself: its person is told before and can object; never in danger, never on an open word."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from casework.cases.close_solved import CloseSolved, PlanClosing, close_solved, plan_closing
from casework.cases.reopen import Reopen, reopen_own
from casework.cases.step import Step, step
from casework.context import MACHINE, Actor
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.sights.closing import ClosesItselfSight
from casework.people.write import Written, write
from casework.reminders.write_due import WriteDue, write_due
from db.models import Case
from rules.cases import State, Turn, Verb
from rules.local_time import local_date
from tests.casework.world import World

TOLD, CLOSES = 11, 14


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case, answered and solved just now."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    await solve(world, iryna, made)
    return made


async def solve(world: World, member: Actor, case: Case) -> None:
    await step(world.ctx(member), Step(case.id, Verb.RESOLVE, "helped", letter=True))
    await world.deliver()


async def clock(world: World) -> int:
    """What the clock does now; how many cases it closed."""
    await plan_closing(world.ctx(MACHINE), PlanClosing())
    await write_due(world.ctx(MACHINE), WriteDue())
    closed = await close_solved(world.ctx(MACHINE), CloseSolved())
    await world.uow.session.flush()
    return closed


async def days(world: World, number: int) -> list[tuple[str, object]]:
    """Day after day goes by; what the person got in letters, by kind, with what it shows."""
    got: list[tuple[str, object]] = []
    for _ in range(number):
        world.wait(days=1)
        await clock(world)
        got += [(letter.kind, sight.shows) for letter, sight in await world.deliver() if letter.person_id is not None]
    return got


async def test_the_person_is_told_and_then_it_closes(world: World, case: Case) -> None:
    solved = world.now
    await clock(world)
    [(kind, shows)] = await days(world, TOLD)
    assert kind == kinds.closing.ClosesItself.kind
    assert isinstance(shows, ClosesItselfSight)
    assert (shows.number, local_date(shows.closes)) == (case.number, local_date(solved + timedelta(days=CLOSES)))
    assert shows.outcome
    assert case.closed_at is None
    got = await days(world, CLOSES - TOLD)
    assert [kind for kind, _ in got] == [kinds.CaseClosed.kind]
    assert (case.state, case.result) == (State.CLOSED, "helped")
    assert (await world.history(case))[-2:] == ["closed", "closed-itself"]
    assert await days(world, 20) == []


async def test_not_yet_keeps_it_open_and_makes_it_ours(world: World, olena: Actor, case: Case) -> None:
    await clock(world)
    await days(world, TOLD)
    await reopen_own(world.ctx(olena), Reopen(case.id))
    assert (case.state, case.turn, case.waiting_since) == (State.IN_PROGRESS, Turn.STAFF, world.now)
    assert (await world.history(case))[-1] == "not-solved"
    kinds_told = [letter.kind for letter, _ in await world.deliver()]
    assert kinds.closing.StaysOpen.kind in kinds_told
    assert kinds.CaseNews.kind in kinds_told
    await days(world, 30)
    assert case.closed_at is None
    with pytest.raises(Stale):
        await reopen_own(world.ctx(olena), Reopen(case.id))


async def test_solved_again_it_has_its_whole_time_again(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await clock(world)
    await days(world, TOLD + 1)
    await reopen_own(world.ctx(olena), Reopen(case.id))
    world.wait(days=10)
    await world.answers(iryna, case, "Перевірили, усе виплачено")
    await solve(world, iryna, case)
    await clock(world)
    assert [kind for kind, _ in await days(world, TOLD)] == [kinds.closing.ClosesItself.kind]
    assert case.closed_at is None
    await days(world, CLOSES - TOLD)
    assert case.closed_at is not None


async def words(world: World, olena: Actor, case: Case) -> None:
    await write(world.ctx(olena), Written("А коли виплата?", olena.telegram_id or 0, 9001))


async def danger(world: World, olena: Actor, case: Case) -> None:
    case.crisis = True


async def unread_words(world: World, olena: Actor, case: Case) -> None:
    case.unread = 1


@pytest.mark.parametrize("happens", [words, danger, unread_words])
@pytest.mark.parametrize("when", [1, TOLD])
async def test_it_stays_open_while_something_is(
    world: World, olena: Actor, case: Case, happens: Callable[..., Awaitable[None]], when: int
) -> None:
    await clock(world)
    await days(world, when)
    await happens(world, olena, case)
    await days(world, 30)
    assert case.closed_at is None


async def test_an_answer_on_its_way_keeps_it_open(world: World, iryna: Actor, case: Case) -> None:
    await clock(world)
    await days(world, CLOSES - 1)
    await world.answers(iryna, case, "Колего, чия це черга?")
    world.wait(days=1)
    assert await clock(world) == 0
    await world.deliver()
    assert await clock(world) == 1


async def test_whoever_cannot_be_told_is_not_closed_on(world: World, olena: Actor, case: Case) -> None:
    (await world.row(olena)).unreachable_since = world.now
    await clock(world)
    assert await days(world, 30) == []
    assert case.closed_at is None


async def test_what_never_reached_telegram_told_nobody(world: World, case: Case) -> None:
    await clock(world)
    world.wait(days=TOLD)
    await clock(world)
    [letter] = await world.waiting(kinds.closing.ClosesItself)
    letter.parked_at = world.now
    await days(world, 30)
    assert case.closed_at is None


async def test_told_late_it_closes_as_much_later(world: World, case: Case) -> None:
    await clock(world)
    world.wait(days=TOLD + 4)
    await clock(world)
    [(_, sight)] = [each for each in await world.deliver() if each[0].kind == kinds.closing.ClosesItself.kind]
    assert isinstance(sight.shows, ClosesItselfSight)
    assert sight.shows.closes == world.now + timedelta(days=CLOSES - TOLD)
    await days(world, CLOSES - TOLD - 1)
    assert case.closed_at is None
    await days(world, 1)
    assert case.closed_at is not None


async def test_nothing_closes_at_night(world: World, case: Case) -> None:
    await clock(world)
    await days(world, TOLD)
    world.now = world.now.replace(hour=22) + timedelta(days=CLOSES - TOLD)
    assert await clock(world) == 0
    world.wait(hours=10)
    assert await clock(world) == 1
