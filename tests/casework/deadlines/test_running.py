"""A case keeps its deadlines: begun, met, extended, standing still, ended, and staff told step by step."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, text

from casework.cases.close import Close, close
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor, Context
from casework.danger.press import InDanger, in_danger
from casework.deadlines.manage import (
    Extend,
    ListDeadlines,
    OneDeadline,
    ask_extend,
    extend,
    list_deadlines,
    meet_deadline,
    pause,
)
from casework.deadlines.running import happened
from casework.deadlines.sweep import BeginDeadlines, begin_deadlines
from casework.errors import NoSuchCase, NotOwner, Stale
from casework.letters import kinds
from casework.letters.sights.reminders import DeadlineExtendedSight, NoticesSight
from casework.reminders.write_due import WriteDue, write_due
from db.engine import Database
from db.models import Case, CaseDeadline, Reminder
from rules.catalogue import CaseMoment, Catalogue
from rules.deadlines import due_at, law_by
from rules.local_time import KYIV
from rules.roles import Role
from tests.casework.world import CATALOGUE, ELSEWHERE, NOW, World, machine

HELPED = next(slug for slug, each in CATALOGUE.outcomes.items() if not each.refusal)
REASON = "needs-study"


async def of_law(world: World, person: Actor, member: Actor, kind: str) -> Case:
    """A case of an intake kind for which the law sets a deadline."""
    case = await world.taken(person, member)
    case.intake_kind, case.law_by = kind, law_by(CATALOGUE, kind, world.now)
    await happened(machine(world), case, CaseMoment.RECEIVED)
    await world.deliver()
    return case


async def rows(world: World, case: Case) -> list[CaseDeadline]:
    await world.uow.session.flush()
    query = select(CaseDeadline).where(CaseDeadline.case_id == case.id).order_by(CaseDeadline.due_at)
    return list((await world.uow.session.scalars(query.execution_options(populate_existing=True))).all())


async def waiting(world: World) -> list[datetime]:
    await world.uow.session.flush()
    query = select(Reminder.due_at).where(Reminder.state == "waiting", Reminder.deadline_id.is_not(None))
    return sorted((await world.uow.session.scalars(query)).all())


async def told(world: World) -> dict[int, NoticesSight]:
    """At the next step: who reads what."""
    world.now = (await waiting(world))[0]
    await write_due(machine(world), WriteDue())
    found = {}
    for letter, sight in await world.deliver():
        assert isinstance(sight.shows, NoticesSight)
        found[letter.chat_id] = sight.shows
    return found


async def test_a_danger_case_has_its_deadline_from_the_first_moment(world: World, olena: Actor) -> None:
    case = await world.taken(olena, await world.staff())
    assert await rows(world, case) == [], "a consultation has none"
    mykola = await world.person("Микола")
    await in_danger(world.ctx(mykola), InDanger())
    danger = (await world.uow.session.scalars(select(Case).where(Case.person_id == mykola.id))).one()
    [deadline] = await rows(world, danger)
    assert (deadline.rule, deadline.started_at, deadline.due_at) == (
        "SS_DECIDE_CRISIS",
        world.now,
        world.now + timedelta(hours=24),
    )
    assert danger.law_by == deadline.due_at


async def test_each_step_tells_more_people_once(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    admin = await world.staff(Role.ADMIN, "Оксана")
    await world.deliver()
    case = await of_law(world, olena, iryna, "appeal")
    readers = [await told(world) for _ in range(3)]
    assert [set(each) for each in readers] == [
        {iryna.telegram_id},
        {iryna.telegram_id, lead.telegram_id},
        {iryna.telegram_id, lead.telegram_id, admin.telegram_id},
    ]
    lines = [each[iryna.telegram_id or 0].lines for each in readers]
    assert [(line.number, line.what, line.over, line.whole_day) for [line] in lines] == [
        (case.number, "відповідь на звернення", over, True) for over in (False, False, True)
    ]
    assert await waiting(world) == []


async def test_in_danger_they_are_told_at_any_hour(world: World, olena: Actor, iryna: Actor) -> None:
    world.now = datetime(2026, 3, 11, 10, 0, tzinfo=KYIV)
    case = await of_law(world, olena, iryna, "crisis")
    case.crisis = True
    assert [each.astimezone(KYIV).strftime("%d %H:%M") for each in await waiting(world)] == [
        "11 22:00",
        "12 08:00",
        "12 09:30",
    ]
    world.now = (await waiting(world))[0]
    await write_due(machine(world), WriteDue())
    [letter] = await world.waiting(kinds.UrgentNotices)
    assert letter.not_before is None
    assert letter.priority == kinds.UrgentNotices.policy.priority


async def test_what_happens_meets_one_deadline_and_begins_the_next(world: World, olena: Actor, iryna: Actor) -> None:
    case = await of_law(world, olena, iryna, "application")
    assert [each.rule for each in await rows(world, case)] == ["SS_ASSESS", "SS_DECIDE"]
    world.wait(days=1)
    await happened(machine(world), case, CaseMoment.ASSESSED)
    await happened(machine(world), case, CaseMoment.DECIDED)
    await happened(machine(world), case, CaseMoment.DECIDED)
    met = {each.rule: each.met_at for each in await rows(world, case)}
    assert met == {"SS_ASSESS": world.now, "SS_DECIDE": world.now, "SS_ASSESS_ACT": None, "SS_NOTIFY": None}
    await happened(machine(world), case, CaseMoment.NOTIFIED)
    await happened(machine(world), case, CaseMoment.HANDED_OVER)
    assert await waiting(world) == []


async def test_where_somebody_else_decides_nothing_begins(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    case.intake_kind = "application"
    await happened(machine(world), case, CaseMoment.RECEIVED)
    assert await rows(world, case) == []


@pytest.mark.parametrize("answered", [True, False])
async def test_with_the_case_its_deadlines_are_over(world: World, olena: Actor, iryna: Actor, answered: bool) -> None:
    case = await of_law(world, olena, iryna, "appeal")
    if answered:
        await close(world.ctx(iryna), Close(case.id, HELPED))
    else:
        await withdraw(world.ctx(olena), Withdraw(case.id))
    [deadline] = await rows(world, case)
    assert deadline.ended_at == world.now
    assert deadline.met_at == (world.now if answered else None)
    assert await waiting(world) == []


async def test_staff_say_that_it_is_done(world: World, olena: Actor, iryna: Actor, andrii: Actor) -> None:
    case = await of_law(world, olena, iryna, "appeal")
    [line] = await list_deadlines(world.ctx(andrii), ListDeadlines(case.id))
    assert (line.what, line.open, line.overdue, line.may_extend, line.may_pause) == (
        "відповідь на звернення",
        True,
        False,
        True,
        False,
    )
    async with world.refused(NotOwner, owner="Ірина"):
        await meet_deadline(world.ctx(andrii), OneDeadline(case.id, line.id))
    elsewhere = await world.staff(Role.CASEWORKER, "Олег", ELSEWHERE)
    async with world.refused(NoSuchCase):
        await list_deadlines(world.ctx(elsewhere), ListDeadlines(case.id))
    await meet_deadline(world.ctx(iryna), OneDeadline(case.id, line.id))
    assert (await world.history(case))[-1] == "deadline-met"
    assert await waiting(world) == []
    async with world.refused(Stale):
        await meet_deadline(world.ctx(iryna), OneDeadline(case.id, line.id))


async def test_an_appeal_is_extended_once_with_a_reason_that_the_person_reads(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await of_law(world, olena, iryna, "appeal")
    [deadline] = await rows(world, case)
    before = deadline.due_at
    world.wait(days=20)
    assert REASON in await ask_extend(world.ctx(iryna), OneDeadline(case.id, deadline.id))
    async with world.refused(Stale):
        await extend(world.ctx(iryna), Extend(deadline.id, "no-such-reason"))
    new = await extend(world.ctx(iryna), Extend(deadline.id, REASON))
    assert new == due_at(CATALOGUE.deadline("AP_MAX", NOW), NOW, CATALOGUE.hours_of())
    assert new > before
    assert case.law_by == new
    assert all(each > before - timedelta(days=20) for each in await waiting(world))
    [letter] = await world.waiting(kinds.DeadlineExtended, to=olena)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, DeadlineExtendedSight)
    assert (sight.shows.due, sight.shows.reason) == (new, CATALOGUE.reasons[REASON].uk)
    assert (await world.history(case))[-1] == "deadline-extended"
    async with world.refused(Stale):
        await extend(world.ctx(iryna), Extend(deadline.id, REASON))


async def test_a_step_about_the_former_date_is_not_told(world: World, olena: Actor, iryna: Actor) -> None:
    case = await of_law(world, olena, iryna, "appeal")
    [deadline] = await rows(world, case)
    world.now = (await waiting(world))[1]
    await write_due(machine(world), WriteDue())
    [letter] = await world.waiting(kinds.Notices, to=iryna)
    await extend(world.ctx(iryna), Extend(deadline.id, REASON))
    assert await world.sight(letter) is None


@contextmanager
def pausing(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue whose rule for appeals may stand still."""
    rules = tuple(replace(each, pause="Закон") if each.id == "AP_STD" else each for each in CATALOGUE.deadlines)
    with_pause: Catalogue = replace(CATALOGUE, deadlines=rules)
    usual = World.ctx

    def ctx(self: World, actor: Actor) -> Context:
        return replace(usual(self, actor), catalogue=with_pause)

    with monkeypatch.context() as patched:
        patched.setattr(World, "ctx", ctx)
        yield


async def test_only_what_names_a_basis_stands_still(
    world: World, olena: Actor, iryna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await of_law(world, olena, iryna, "appeal")
    [deadline] = await rows(world, case)
    due, steps = deadline.due_at, await waiting(world)
    async with world.refused(Stale):
        await pause(world.ctx(iryna), OneDeadline(case.id, deadline.id))
    with pausing(world, monkeypatch):
        await pause(world.ctx(iryna), OneDeadline(case.id, deadline.id))
        assert deadline.paused_at == world.now
        assert await waiting(world) == []
        world.wait(minutes=5)
        await pause(world.ctx(iryna), OneDeadline(case.id, deadline.id))
        assert (deadline.due_at, await waiting(world)) == (due, steps), "no day was over"
        await pause(world.ctx(iryna), OneDeadline(case.id, deadline.id))
        world.wait(days=4)
        await pause(world.ctx(iryna), OneDeadline(case.id, deadline.id))
    assert deadline.due_at.astimezone(KYIV).date() == due.astimezone(KYIV).date() + timedelta(days=4)
    assert case.law_by == deadline.due_at
    assert (await world.history(case))[-2:] == ["deadline-paused", "deadline-resumed"]


async def test_a_case_keeps_the_version_of_the_day_it_was_opened(
    world: World, olena: Actor, iryna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await of_law(world, olena, iryna, "appeal")
    [deadline] = await rows(world, case)
    assert (deadline.rule, deadline.version) == ("AP_STD", "first")
    rules = tuple(
        replace(each, valid_to=date(2026, 3, 20)) if each.id == "AP_STD" else each for each in CATALOGUE.deadlines
    )
    newer = replace(CATALOGUE.deadline("AP_STD", NOW), amount=10, valid_from=date(2026, 3, 21))
    world.wait(days=15)
    changed = replace(world.ctx(iryna), catalogue=replace(CATALOGUE, deadlines=(*rules, newer)))
    [line] = await list_deadlines(changed, ListDeadlines(case.id))
    assert (line.due_at, line.basis) == (deadline.due_at, CATALOGUE.deadline("AP_STD", NOW).basis)


async def test_open_cases_of_before_are_found_by_the_sweep_from_the_day_they_were_opened(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna)
    case.intake_kind, case.law_by = "appeal", law_by(CATALOGUE, "appeal", world.now)
    over = await world.taken(mykola, iryna)
    over.intake_kind, over.law_by = "appeal", law_by(CATALOGUE, "appeal", world.now)
    await close(world.ctx(iryna), Close(over.id, HELPED))
    world.wait(days=10)
    assert [await begin_deadlines(machine(world), BeginDeadlines()) for _ in range(2)] == [1, 0]
    [deadline] = await rows(world, case)
    assert (deadline.started_at, deadline.due_at) == (case.opened_at, case.law_by)
    assert len(await waiting(world)) == 3
    assert await rows(world, over) == []


async def test_two_sweeps_at_once_begin_each_deadline_once(database: Database) -> None:
    async with database.uow() as uow:
        world = World(uow)
        await world.staff(Role.SUPERVISOR, "Світлана")
        for name in ("Олена", "Микола", "Наталія"):
            case = await world.case(await world.person(name))
            case.intake_kind, case.law_by = "appeal", law_by(CATALOGUE, "appeal", NOW)

    async def sweep() -> int:
        async with database.uow() as uow:
            return await begin_deadlines(machine(World(uow)), BeginDeadlines())

    async with asyncio.timeout(20):
        assert sum(await asyncio.gather(*(sweep() for _ in range(4)))) == 3
    async with database.uow() as uow:
        counts = await uow.session.execute(
            text("SELECT (SELECT count(*) FROM case_deadlines), (SELECT count(*) FROM reminders)")
        )
        assert tuple(counts.one()) == (3, 9)
