"""Whose need is confirmed only after the order has a turn where the order puts it, and takes nothing from anybody."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from casework.allocation.gathering import gather, read_rows
from casework.allocation.joining import JoinLate, join_late
from casework.cases.history import Event, record
from casework.context import Actor
from db.models import AllocationParty, Application, ApplicationChild, Case
from db.repositories import allocation, recreation
from rules.allocation.order import in_order
from rules.recreation.applications import Standing
from rules.recreation.sharing import order_rule
from tests.casework.allocation.campaign import Sharing
from tests.casework.allocation.test_back_again import confirms, doubts, of
from tests.casework.world import World, machine


async def places(sharing: Sharing) -> list[tuple[int, tuple[int, ...], int, str, str | None]]:
    """The order: rank, children, weight, lot, and what put each behind the one before."""
    await sharing.world.uow.session.flush()
    found = await allocation.of_campaign(sharing.world.uow.session, sharing.programme.id)
    assert found is not None
    rows = await allocation.parties(sharing.world.uow.session, found.id)
    return [(each.rank, tuple(each.children), each.weight, each.lot, each.decided_by) for each in rows]


async def as_if_in_time(sharing: Sharing) -> list[tuple[int, tuple[int, ...], int, str, str | None]]:
    """The same, worked out anew as if the needs of all who stand in it had been confirmed before it was made."""
    session = sharing.world.uow.session
    call = await recreation.call(session, sharing.programme.id)
    row = await allocation.of_campaign(session, sharing.programme.id)
    assert call is not None
    assert row is not None
    aside = await session.begin_nested()
    confirmed = update(ApplicationChild).where(ApplicationChild.state.in_([Standing.QUEUED, Standing.OFFERED]))
    await session.execute(confirmed.values(state=Standing.NEED_CONFIRMED).execution_options(synchronize_session=False))
    found = in_order(order_rule(call.terms), gather(call.terms, await read_rows(session, call)).applications, row.seed)
    await aside.rollback()
    return [
        (
            each.number,
            tuple(child.number for child in each.party.children),
            each.weight,
            each.lot,
            each.decided_by.value if each.decided_by else None,
        )
        for each in found.ranks
    ]


async def families(sharing: Sharing, *names: str) -> list[Actor]:
    return [await sharing.applies(name) for name in names]


async def test_doubted_before_the_order_and_confirmed_after_it_stands_where_the_order_puts_it(
    sharing: Sharing, world: World, iryna: Actor
) -> None:
    first, second, third, fourth = await families(sharing, "Олена Коваль", "Ірина Шевчук", "Ганна Мороз", "Лідія Гай")
    await sharing.closed()
    one = await doubts(sharing, await of(sharing, 0))
    await sharing.shares()
    assert [await sharing.states(each) for each in (second, third, fourth)] == [["offered"], ["offered"], ["queued"]]
    await world.deliver()
    await confirms(sharing, one, iryna)
    assert await sharing.states(first) == ["queued"]
    assert [await sharing.states(each) for each in (second, third)] == [["offered"], ["offered"]], "these are theirs"
    assert await world.kinds_to(first) == ["need-confirmed", "place-waits"]
    assert await places(sharing) == await as_if_in_time(sharing)
    assert [each[1] for each in await places(sharing)] == [((await of(sharing, family)).id,) for family in range(4)]
    await sharing.says(second, 0)
    await sharing.clock()
    assert [await sharing.states(each) for each in (first, fourth)] == [["offered"], ["queued"]]


async def test_what_is_free_is_offered_at_once_and_nobody_hears_that_they_wait(
    sharing: Sharing, world: World, iryna: Actor
) -> None:
    first, second = await families(sharing, "Олена Коваль", "Ірина Шевчук")
    await sharing.closed()
    one = await doubts(sharing, await of(sharing, 0))
    await sharing.shares()
    await world.deliver()
    await confirms(sharing, one, iryna)
    assert [await sharing.states(each) for each in (first, second)] == [["offered"], ["offered"]]
    assert await world.kinds_to(first) == ["need-confirmed", "place-offered"]
    await sharing.says(first, 1)
    assert sorted(await sharing.places()) == [(True, False), (True, True)]


async def test_who_goes_only_together_comes_with_all_or_not_at_all(sharing: Sharing, iryna: Actor) -> None:
    two, one = await sharing.applies("Олена Коваль", children=2), await sharing.applies("Ірина Шевчук")
    await sharing.closed()
    doubted = [await doubts(sharing, await of(sharing, 0, which)) for which in (0, 1)]
    await sharing.shares()
    assert await sharing.states(one) == ["offered"]
    await confirms(sharing, doubted[1], iryna)
    assert await sharing.states(two) == ["checking", "need-confirmed"], "the one waits for the other"
    await confirms(sharing, doubted[0], iryna)
    assert await sharing.states(two) == ["offered"] * 2
    assert await places(sharing) == await as_if_in_time(sharing)


async def test_a_sibling_that_leaves_makes_the_other_ones_turn_come(sharing: Sharing, iryna: Actor) -> None:
    two = await sharing.applies("Олена Коваль", children=2)
    await sharing.applies("Ірина Шевчук")
    await sharing.closed()
    await doubts(sharing, await of(sharing, 0))
    await sharing.shares()
    (await of(sharing, 0)).state = Standing.WITHDRAWN.value
    await sharing.clock()
    assert await sharing.states(two) == ["withdrawn", "offered"]


async def test_brothers_and_sisters_who_may_go_apart_stand_as_they_were_written(sharing: Sharing, iryna: Actor) -> None:
    three = await sharing.applies("Олена Коваль", children=3, together=False)
    await sharing.applies("Ірина Шевчук")
    await sharing.closed()
    one = await doubts(sharing, await of(sharing, 0))
    await sharing.shares()
    assert await sharing.states(three) == ["checking", "offered", "offered"]
    await confirms(sharing, one, iryna)
    assert await sharing.states(three) == ["queued", "offered", "offered"]
    assert await places(sharing) == await as_if_in_time(sharing)
    assert [each[1] for each in await places(sharing)][:3] == [((await of(sharing, 0, each)).id,) for each in range(3)]


async def test_papers_that_came_after_their_day_count_by_their_time(
    sharing: Sharing, world: World, iryna: Actor
) -> None:
    """Whoever is late with papers gains nothing by a need that is confirmed late."""
    await families(sharing, "Олена Коваль", "Ірина Шевчук", "Ганна Мороз")
    await sharing.closed()
    one = await doubts(sharing, await of(sharing, 0))
    await sharing.shares()
    world.now += timedelta(days=1)
    await paper_comes(sharing, 0)
    await confirms(sharing, one, iryna)
    assert [each[1] for each in await places(sharing)] == [((await of(sharing, family)).id,) for family in (1, 2, 0)]
    assert await places(sharing) == await as_if_in_time(sharing)


async def paper_comes(sharing: Sharing, family: int) -> None:
    case = await sharing.world.uow.session.get_one(Case, sharing.families[family][1].case_id)
    record(sharing.world.ctx(sharing.families[family][0]), case, Event.DOCUMENT_SENT)


async def test_who_came_after_the_call_and_whose_case_is_over_have_no_turn(
    sharing: Sharing, world: World, iryna: Actor
) -> None:
    first, second, _ = await families(sharing, "Олена Коваль", "Ірина Шевчук", "Ганна Мороз")
    await sharing.closed()
    doubted = [await doubts(sharing, await of(sharing, family)) for family in (0, 1)]
    await sharing.shares()
    late, closed = sharing.families[0][1], await world.uow.session.get_one(Case, sharing.families[1][1].case_id)
    late.filed_at = world.now
    await confirms(sharing, doubted[0], iryna)
    assert await sharing.states(first) == ["need-confirmed"]
    (await of(sharing, 1)).state, closed.closed_at = Standing.NEED_CONFIRMED.value, world.now
    await sharing.clock()
    assert await sharing.states(second) == ["need-confirmed"]
    closed.closed_at = None
    await sharing.clock()
    assert await sharing.states(second) == ["offered"], "opened again it has its turn"


async def test_each_comes_once_and_it_stands_in_the_history(sharing: Sharing, world: World, iryna: Actor) -> None:
    await families(sharing, "Олена Коваль", "Ірина Шевчук")
    await sharing.closed()
    one = await doubts(sharing, await of(sharing, 0))
    await sharing.shares()
    await confirms(sharing, one, iryna)
    assert await join_late(machine(world), JoinLate()) == 0
    application = await world.uow.session.get_one(Application, one.application_id)
    case = await world.uow.session.get_one(Case, application.case_id)
    joined = [each for each in await world.events(case) if each.kind == "joined-order"]
    assert [each.facts for each in joined] == [{"child": 1}]
    query = select(AllocationParty.id).where(AllocationParty.application_id == application.id)
    assert len((await world.uow.session.scalars(query)).all()) == 1
    assert (await world.uow.session.get_one(ApplicationChild, one.child_id)).state == "offered"
