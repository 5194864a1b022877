"""Who comes back gets what could not reach them: what is still true, once, and nothing passing."""

from __future__ import annotations

import pytest

from casework.cases.close import Close, close
from casework.context import Actor
from casework.letters import kinds
from casework.letters.sent import letter_failed
from casework.letters.write import HELD, tell_person
from casework.people.erase import Erase, erase
from casework.people.reachable import Reachable, note_reachable
from db.models import Case, Letter
from tests.casework.problems.parked import parked_letter
from tests.casework.world import CATALOGUE, World


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic, with nothing on the way."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def undelivered(world: World, olena: Actor, kind: type[kinds.Letter], reason: str = "blocked") -> Letter:
    """A letter that found nobody there."""
    letter = await parked_letter(world, kind, to=olena, reason=reason)
    await letter_failed(world.uow, letter, reason, world.now, CATALOGUE)
    return letter


async def sent_to(world: World, olena: Actor) -> list[str]:
    return [letter.kind for letter, _ in await world.deliver() if letter.chat_id == olena.telegram_id]


@pytest.mark.parametrize("reason", ["blocked", "deactivated", "cannot-initiate", "forbidden"])
@pytest.mark.parametrize("writes", [True, False])
async def test_an_answer_leaves_when_they_are_back(
    world: World, olena: Actor, iryna: Actor, case: Case, reason: str, writes: bool
) -> None:
    await world.answers(iryna, case, "Вітаю")
    letter = await undelivered(world, olena, kinds.StaffReply, reason)
    assert "staff-reply" not in await sent_to(world, olena), "until then it waits"
    if writes:
        await world.meets_again(olena)
    else:
        await note_reachable(world.ctx(olena), Reachable(True))
    assert (await world.row(olena)).unreachable_since is None
    assert await sent_to(world, olena) == ["staff-reply"]
    assert letter.retried == 0, "nobody decided it"
    await world.meets_again(olena)
    assert await sent_to(world, olena) == []


async def test_what_is_no_longer_true_does_not_leave(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await world.answers(iryna, case, "Вітаю")
    await undelivered(world, olena, kinds.StaffReply)
    await erase(world.ctx(olena), Erase())
    await world.deliver()
    await world.meets_again(olena)
    assert await sent_to(world, olena) == []


async def test_passing_answers_and_screens_are_over(world: World, olena: Actor, case: Case) -> None:
    await tell_person(world.ctx(olena), await world.row(olena), kinds.CannotRead())
    passing = await undelivered(world, olena, kinds.CannotRead)
    await world.meets_again(olena)
    await world.uow.session.refresh(passing)
    assert passing.dropped_at is not None
    assert await sent_to(world, olena) == []


async def test_a_letter_that_telegram_refused_for_another_reason_waits_for_a_lead(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.answers(iryna, case, "Вітаю")
    letter = await undelivered(world, olena, kinds.StaffReply, "too-long")
    (await world.row(olena)).unreachable_since = world.now
    await world.meets_again(olena)
    await world.uow.session.refresh(letter)
    assert letter.parked_at is not None


async def test_nobody_else_gets_anything(world: World, olena: Actor, mykola: Actor, iryna: Actor, case: Case) -> None:
    await world.answers(iryna, case, "Вітаю")
    letter = await undelivered(world, olena, kinds.StaffReply)
    (await world.row(mykola)).unreachable_since = world.now
    await world.meets_again(mykola)
    await world.uow.session.refresh(letter)
    assert letter.parked_at is not None


async def test_a_phone_that_may_be_searched_gets_it_when_its_owner_writes(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.answers(iryna, case, "Вітаю")
    await undelivered(world, olena, kinds.StaffReply)
    (await world.row(olena)).watched = True
    await note_reachable(world.ctx(olena), Reachable(True))
    assert [letter.not_before for letter in await world.waiting(kinds.StaffReply)] == [HELD]
    assert await sent_to(world, olena) == []
    await world.meets_again(olena)
    assert await sent_to(world, olena) == ["staff-reply"]


async def test_nothing_that_the_machine_says_by_itself_reaches_a_phone_that_may_be_searched(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna)
    taken = await undelivered(world, olena, kinds.CaseTaken)
    (await world.row(olena)).watched = True
    await world.deliver()
    await world.meets_again(olena)
    await world.uow.session.refresh(taken)
    assert taken.dropped_at is not None
    assert await sent_to(world, olena) == []
    await close(world.ctx(iryna), Close(case.id, "helped"))


async def test_parked_again_it_waits_again_and_staff_are_not_told_twice(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.answers(iryna, case, "Вітаю")
    await undelivered(world, olena, kinds.StaffReply)
    await world.deliver()
    await world.meets_again(olena)
    await undelivered(world, olena, kinds.StaffReply)
    assert await world.waiting(kinds.ReplyUndelivered) == []
    await world.meets_again(olena)
    assert await sent_to(world, olena) == ["staff-reply"]
