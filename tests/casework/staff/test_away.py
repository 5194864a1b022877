"""Away until a day: cases go, none comes, and on the day everything is as before without a press."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from casework.cases.assign import Assign, assign
from casework.cases.close import Close, close
from casework.cases.release import Release, release
from casework.cases.reopen import Reopen, reopen, reopen_own
from casework.cases.take import Take, take
from casework.context import Actor
from casework.errors import ColleagueAway, NoReturnDay, NotPermitted, Stale
from casework.letters import kinds
from casework.letters.sights import AwayCasesSight, AwaySight, CasesAssignedSight, DeskSight, TakenSight
from casework.promises.owners import present_owner
from casework.staff.away import (
    TO_LEAST_BUSY,
    TO_QUEUE,
    ChooseAway,
    ComeBack,
    GoAway,
    ShowAway,
    choose_away,
    come_back,
    go_away,
    show_away,
)
from casework.staff.join import ShowDesk, desk
from db.models import Alarm, Letter, StaffMember
from db.repositories import people
from rules.roles import Role
from tests.casework.world import World

MONDAY = date(2026, 3, 16)
UNTIL_MONDAY = MONDAY.toordinal()


async def _member(world: World, actor: Actor) -> StaffMember:
    return await world.uow.session.get_one(StaffMember, actor.id)


async def _screen_shows(world: World, actor: Actor, kind: type[kinds.Letter]) -> object:
    letters = await world.waiting(kind, to=actor)
    sight = await world.sight(letters[-1])
    assert sight is not None
    return sight.shows


async def test_without_cases_a_typed_day_is_enough(world: World, iryna: Actor) -> None:
    await choose_away(world.ctx(iryna), ChooseAway("до понеділка"))
    assert (await _member(world, iryna)).away_until == MONDAY
    assert await world.screen(iryna) == kinds.AwaySetScreen(iryna.id or 0, UNTIL_MONDAY, 0, 0, 0)
    await desk(world.ctx(iryna), ShowDesk())
    shown = await _screen_shows(world, iryna, kinds.DeskHome)
    assert isinstance(shown, DeskSight)
    assert shown.back_on == MONDAY


async def test_with_cases_they_are_asked_who_goes_on(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    await world.taken(olena, iryna)
    await choose_away(world.ctx(iryna), ChooseAway(UNTIL_MONDAY))
    assert (await _member(world, iryna)).away_until is None, "nothing has happened yet"
    shown = await _screen_shows(world, iryna, kinds.AwayCasesScreen)
    assert isinstance(shown, AwayCasesSight)
    assert (shown.back_on, shown.open) == (MONDAY, 1)
    assert {each.work_name for each in shown.colleagues} == {"Андрій", "Світлана"}


async def test_back_to_the_queue_and_the_people_are_told_nothing(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    theirs = [await world.taken(olena, iryna), await world.taken(mykola, iryna)]
    await world.deliver()
    await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, TO_QUEUE))
    for case in theirs:
        assert (case.state, case.owner_id) == ("new", None)
        event = (await world.events(case))[-1]
        assert (event.kind, event.facts) == ("returned", {"why": "away", "former": iryna.id})
    assert await world.kinds_to(olena) == []
    assert await world.screen(iryna) == kinds.AwaySetScreen(iryna.id or 0, UNTIL_MONDAY, 2, 0, 0)


async def test_to_one_colleague_in_one_letter_and_people_read_the_new_name(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, andrii: Actor
) -> None:
    theirs = [await world.taken(olena, iryna), await world.taken(mykola, iryna)]
    await world.deliver()
    await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, andrii.id or 0))
    assert {case.owner_id for case in theirs} == {andrii.id}
    [letter] = await world.waiting(kinds.CasesAssigned, to=andrii)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, CasesAssignedSight)
    assert [each.number for each in sight.shows.cases] == [case.number for case in theirs]
    said = [await world.sight(each) for each in await world.waiting(kinds.CaseTaken)]
    assert [each and each.shows for each in said] == [TakenSight(case.number, "Андрій") for case in theirs]


async def test_to_the_least_busy_case_by_case_and_the_queue_where_nobody_fits(
    world: World, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    petro = await world.staff(Role.CASEWORKER, "Петро")
    (await _member(world, petro)).languages = ["uk"]
    await world.taken(await world.person(), andrii)
    ours = [await world.taken(await world.person(), iryna) for _ in range(3)]
    english = await world.taken(await world.person("Olena", "en"), iryna)
    (await _member(world, andrii)).languages = (await _member(world, lead)).languages = ["uk"]
    await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, TO_LEAST_BUSY))
    assert [case.owner_id for case in ours] == [petro.id, andrii.id, petro.id]
    assert english.owner_id is None
    assert await world.screen(iryna) == kinds.AwaySetScreen(iryna.id or 0, UNTIL_MONDAY, 1, 3, 0)


async def test_where_one_human_speaks_leads_find_another(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    (await people.by_id(world.uow.session, case.person_id)).human_only = True
    await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, andrii.id or 0))
    assert case.owner_id == iryna.id
    assert await world.screen(iryna) == kinds.AwaySetScreen(iryna.id or 0, UNTIL_MONDAY, 0, 0, 1)
    [letter] = await world.waiting(kinds.OneHumanAway, to=lead)
    assert await world.sight(letter) is not None
    await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, iryna.id or 0))
    assert await world.sight(letter) is None


async def test_while_away_nobody_counts_on_them_and_on_the_day_everybody_does(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    await world.taken(await world.person(), andrii)
    await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, TO_QUEUE))
    world.wait(days=4, hours=12)  # Sunday 23:00 in Kyiv
    case = await world.case(olena)
    async with world.refused(ColleagueAway, who="Ірина", until=MONDAY.isoformat()):
        await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    async with world.refused(ColleagueAway, who="Ірина", until=MONDAY.isoformat()):
        await go_away(world.ctx(andrii), GoAway(UNTIL_MONDAY + 1, iryna.id or 0))
    assert (await assign(world.ctx(lead), Assign(case.id, 0, 0))).id == andrii.id
    await release(world.ctx(andrii), Release(case.id))
    world.wait(hours=1)  # Monday has begun
    assert (await assign(world.ctx(lead), Assign(case.id, 0, 0))).id == iryna.id
    async with world.refused(Stale):
        await come_back(world.ctx(iryna), ComeBack())


async def test_a_reopened_case_goes_to_its_owner_or_to_the_queue_while_they_are_away(
    world: World, olena: Actor, iryna: Actor, andrii: Actor
) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    await world.deliver()
    await reopen_own(world.ctx(olena), Reopen(case.id))
    assert (case.state, case.owner_id) == ("taken", iryna.id)
    assert len(await world.waiting(kinds.CaseCameBack, to=iryna)) == 1
    await close(world.ctx(iryna), Close(case.id, "helped"))
    await reopen(world.ctx(iryna), Reopen(case.id))
    assert len(await world.waiting(kinds.CaseCameBack, to=iryna)) == 1, "who pressed it knows"
    await close(world.ctx(iryna), Close(case.id, "helped"))
    await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, TO_QUEUE))
    await reopen_own(world.ctx(olena), Reopen(case.id))
    assert (case.state, case.owner_id) == ("reopened", None)


async def test_what_an_absent_owner_would_be_told_goes_to_leads(world: World, olena: Actor, iryna: Actor) -> None:
    await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, TO_QUEUE))
    case = await world.taken(olena, iryna)
    assert case.owner_id == iryna.id, "taking is their own free act"
    assert await present_owner(world.ctx(iryna), case) is None
    world.now += timedelta(days=5)
    assert await present_owner(world.ctx(iryna), case) is not None


async def test_back_before_the_day(world: World, iryna: Actor) -> None:
    await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, TO_QUEUE))
    await show_away(world.ctx(iryna), ShowAway())
    shown = await _screen_shows(world, iryna, kinds.AwayScreen)
    assert isinstance(shown, AwaySight)
    assert shown.back_on == MONDAY
    await come_back(world.ctx(iryna), ComeBack())
    assert (await _member(world, iryna)).away_until is None
    assert isinstance(await world.screen(iryna), kinds.DeskHome)


@pytest.mark.parametrize(
    ("said", "why"),
    [("колись", "no-day"), ("11.03.2026", "not-ahead"), ("1.1.2033", "too-far"), (UNTIL_MONDAY - 10, "not-ahead"),
     (UNTIL_MONDAY + 900, "too-far"), (3_652_059, "too-far")],
)  # fmt: skip
async def test_a_day_that_is_none_changes_nothing(world: World, iryna: Actor, said: str | int, why: str) -> None:
    async with world.refused(NoReturnDay, why=why):
        await choose_away(world.ctx(iryna), ChooseAway(said))


async def test_a_button_of_another_time_or_of_oneself_does_nothing(world: World, olena: Actor, iryna: Actor) -> None:
    await world.taken(olena, iryna)
    async with world.refused(Stale):
        await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, iryna.id or 0))
    async with world.refused(Stale):
        await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, 10**12))
    world.wait(days=10)
    async with world.refused(NoReturnDay, why="not-ahead"):
        await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, TO_QUEUE))


async def test_a_person_is_never_away(world: World, olena: Actor) -> None:
    async with world.refused(NotPermitted, act="staff.go_away"):
        await go_away(world.ctx(olena), GoAway(UNTIL_MONDAY, TO_QUEUE))


async def test_a_danger_alert_does_not_care_who_is_away(world: World, olena: Actor, lead: Actor) -> None:
    await go_away(world.ctx(lead), GoAway(UNTIL_MONDAY, TO_QUEUE))
    case = await world.case(olena, "мене б'є чоловік, допоможіть")
    assert await world.uow.session.scalar(select(Alarm).where(Alarm.case_id == case.id)) is not None
    told = select(Letter).where(Letter.kind == kinds.AlarmRaised.kind, Letter.chat_id == lead.telegram_id)
    assert len(list(await world.uow.session.scalars(told))) == 1


async def test_somebody_away_may_still_take_a_case(world: World, olena: Actor, iryna: Actor) -> None:
    await go_away(world.ctx(iryna), GoAway(UNTIL_MONDAY, TO_QUEUE))
    case = await world.case(olena)
    await take(world.ctx(iryna), Take(case.id))
    assert case.owner_id == iryna.id
