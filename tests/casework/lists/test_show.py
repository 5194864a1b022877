"""Lists of cases: whose, in which order, page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.cases.close import Close, close
from casework.cases.facts import RecordFact, record_fact
from casework.cases.release import Release, release
from casework.cases.take import Take, take
from casework.context import Actor
from casework.errors import NotPermitted
from casework.letters import kinds
from casework.letters.sights import ListSight
from casework.lists.find import Find, ShowOne, find, show_one
from casework.lists.index import IndexSearch, index_search
from casework.lists.show import ShowList, show_list
from db.models import Case
from rules.lists import PAGE, Listing
from rules.roles import Role
from tests.casework.world import ELSEWHERE, World, machine


async def numbers(world: World, who: Actor, listing: Listing, edge: int = 0, *, back: bool = False) -> list[str]:
    return shown(await show_list(world.ctx(who), ShowList(listing, edge, back)))


def shown(sight: ListSight) -> list[str]:
    return [each.number.number for each in sight.cases]


async def queue_of(world: World, person: Actor, many: int) -> list[Case]:
    """So many cases, the oldest first."""
    cases = []
    for number in range(many):
        cases.append(await world.case(person, f"Прохання {number}"))
        world.wait(minutes=1)
    return cases


async def test_danger_first_then_those_whom_the_law_puts_first_then_the_oldest(
    world: World, olena: Actor, iryna: Actor
) -> None:
    old, by_law, danger, new = await queue_of(world, olena, 4)
    await record_fact(world.ctx(iryna), RecordFact(by_law.id, "audience", "veteran-family"))
    danger.crisis = True
    await index_search(machine(world), IndexSearch())
    assert await numbers(world, iryna, Listing.QUEUE) == [each.number for each in (danger, by_law, old, new)]

    await record_fact(world.ctx(iryna), RecordFact(by_law.id, "audience", "other"))
    await index_search(machine(world), IndexSearch())
    assert await numbers(world, iryna, Listing.QUEUE) == [each.number for each in (danger, old, by_law, new)]


async def test_the_queue_holds_what_nobody_has_and_mine_what_i_have(
    world: World, olena: Actor, iryna: Actor, andrii: Actor
) -> None:
    free, taken, ended = await queue_of(world, olena, 3)
    for case in (taken, ended):
        await take(world.ctx(iryna), Take(case.id))
    await close(world.ctx(iryna), Close(ended.id, "helped"))
    assert await numbers(world, andrii, Listing.QUEUE) == [free.number]
    assert await numbers(world, iryna, Listing.MINE) == [taken.number]
    assert await numbers(world, andrii, Listing.MINE) == []
    await release(world.ctx(iryna), Release(taken.id))
    assert await numbers(world, andrii, Listing.QUEUE) == [free.number, taken.number]


async def test_overdue_is_what_the_card_says_is_overdue(world: World, olena: Actor, iryna: Actor) -> None:
    waits, answered = await queue_of(world, olena, 2)
    await world.topic(answered)
    await world.answers(iryna, answered, "Скільки вас?")
    assert await numbers(world, iryna, Listing.OVERDUE) == []
    world.now = waits.reply_by + timedelta(minutes=5)
    assert await numbers(world, iryna, Listing.OVERDUE) == [waits.number]
    [line] = (await show_list(world.ctx(iryna), ShowList(Listing.OVERDUE))).cases
    assert line.overdue
    assert line.due == waits.reply_by


async def test_the_deadline_of_law_counts_once_somebody_has_answered(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    case.law_by = world.now + timedelta(days=10)
    await world.topic(case)
    await world.answers(iryna, case, "Скільки вас?")
    world.now = case.law_by + timedelta(minutes=1)
    assert await numbers(world, iryna, Listing.OVERDUE) == [case.number]


async def test_pages_go_on_where_the_one_before_ended(world: World, olena: Actor, iryna: Actor) -> None:
    cases = await queue_of(world, olena, 2 * PAGE + 3)
    wanted = [case.number for case in cases]
    first = await show_list(world.ctx(iryna), ShowList(Listing.QUEUE))
    second = await show_list(world.ctx(iryna), ShowList(Listing.QUEUE, first.behind))
    third = await show_list(world.ctx(iryna), ShowList(Listing.QUEUE, second.behind))
    assert shown(first) + shown(second) + shown(third) == wanted
    assert (first.before, third.behind) == (0, 0)
    back = await show_list(world.ctx(iryna), ShowList(Listing.QUEUE, third.before, back=True))
    assert shown(back) == shown(second)
    again = await show_list(world.ctx(iryna), ShowList(Listing.QUEUE, back.before, back=True))
    assert shown(again) == shown(first)
    assert again.before == 0


async def test_a_page_stays_where_it_is_when_cases_before_it_leave(world: World, olena: Actor, iryna: Actor) -> None:
    cases = await queue_of(world, olena, PAGE + 2)
    first = await show_list(world.ctx(iryna), ShowList(Listing.QUEUE))
    for case in cases[:PAGE]:
        await take(world.ctx(iryna), Take(case.id))
    assert await numbers(world, iryna, Listing.QUEUE, first.behind) == [case.number for case in cases[PAGE:]]
    for case in cases[PAGE:]:
        await take(world.ctx(iryna), Take(case.id))
    assert await numbers(world, iryna, Listing.QUEUE, first.behind) == []


async def test_a_list_names_nobody_and_shows_of_a_sensitive_service_its_group_only(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna, "Мене звати Олена, 050 123 45 67")
    sensitive = next(each for each in world.ctx(iryna).catalogue.services.values() if each.sensitive)
    case.service = sensitive.slug
    [line] = (await show_list(world.ctx(iryna), ShowList(Listing.MINE))).cases
    assert line.service == sensitive.group["uk"]
    assert line.owner == "Ірина"
    assert "Олена" not in repr(line)
    assert "4567" not in repr(line)


@pytest.fixture
async def stranger_staff(world: World) -> Actor:
    """A supervisor of another organisation."""
    return await world.staff(Role.SUPERVISOR, "Оксана", ELSEWHERE)


async def test_staff_of_another_organisation_see_nothing(world: World, olena: Actor, stranger_staff: Actor) -> None:
    here = await world.case(olena, "Потрібні дрова")
    there = await replace(world, organisation=ELSEWHERE).case(olena, "Потрібні дрова")
    for case in (here, there):
        case.reply_by = world.now - timedelta(days=1)
    await index_search(machine(world), IndexSearch())
    for listing in (Listing.QUEUE, Listing.OVERDUE):
        assert await numbers(world, stranger_staff, listing) == [there.number]
        await show_list(world.ctx(stranger_staff), ShowList(listing, on_desk=True))
        page = await world.screen(stranger_staff)
        assert isinstance(page, kinds.CaseListScreen)
        assert page.case_ids == [there.id], "not even the ids of others"
        assert await numbers(world, stranger_staff, listing, here.id) == [there.number], "a foreign edge tells nothing"
    assert shown(await find(world.ctx(stranger_staff), Find("дрова"))) == [there.number]
    assert shown(await find(world.ctx(stranger_staff), Find(here.number))) == []


@pytest.mark.parametrize("role", [Role.STRANGER, Role.PERSON, Role.MACHINE, Role.OPERATOR])
async def test_nobody_but_staff_may_ask(world: World, olena: Actor, role: Role) -> None:
    await world.case(olena)
    ctx = world.ctx(replace(olena, role=role))
    for act in (
        show_list(ctx, ShowList(Listing.QUEUE)),
        find(ctx, Find("потрібна")),
        show_one(ctx, ShowOne("1")),
    ):
        with pytest.raises(NotPermitted):
            await act


async def test_on_the_desk_a_list_is_its_screen_and_holds_ids_alone(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena, "Потрібні дрова")
    await show_list(world.ctx(iryna), ShowList(Listing.QUEUE, on_desk=True))
    assert await world.screen(iryna) == kinds.CaseListScreen(iryna.id or 0, "queue", [case.id], 0, 0)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edge=st.integers(0, 2**63 - 1), back=st.booleans(), listing=st.sampled_from(Listing))
async def test_any_button_shows_some_page(
    world: World, olena: Actor, iryna: Actor, edge: int, back: bool, listing: Listing
) -> None:
    await show_list(world.ctx(iryna), ShowList(listing, edge, back))
