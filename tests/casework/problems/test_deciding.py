"""Leads look at what was put aside and decide: each thing once, within their reach, written down."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select, update
from structlog.testing import capture_logs

from casework.context import Actor
from casework.errors import NotPermitted, Stale
from casework.letters import kinds
from casework.letters.sights import NumberLink, ProblemDropAskSight, ProblemLine, ProblemsSight
from casework.letters.write import show_person
from casework.people.erase import Erase, erase
from casework.problems.again import RunAgain, SendAgain, run_again, send_again
from casework.problems.drop import Drop, drop
from casework.problems.show import AskDrop, ShowProblems, ask_drop, show
from casework.problems.subjects import Subject
from casework.upkeep.park_update import ParkedUpdate, park_update
from db.models import InboxUpdate, Letter, Slot, StaffMember
from rules.problems import Way, incident_number
from rules.roles import Role
from tests.casework.problems.parked import SECRET, message, parked_letter, parked_update, press
from tests.casework.world import ELSEWHERE, GROUP, World, machine


@pytest.fixture
async def reader(world: World, lead: Actor) -> Actor:
    """The lead, who has read everything so far."""
    await world.deliver()
    return lead


async def listed(world: World, who: Actor, page: int = 0) -> ProblemsSight:
    """What stands on a lead's desk after /problems."""
    await show(world.ctx(who), ShowProblems(page))
    [letter] = [each for each in await world.waiting(to=who) if each.kind == "problems"]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ProblemsSight)
    return sight.shows


async def lines(world: World, who: Actor) -> list[ProblemLine]:
    return list((await listed(world, who)).problems)


async def update_row(world: World, row: int) -> Any:
    query = select(InboxUpdate).where(InboxUpdate.id == row)
    return (await world.uow.session.scalars(query.execution_options(populate_existing=True))).one()


async def letter_row(world: World, letter: Letter) -> Letter:
    await world.uow.session.refresh(letter)
    return letter


async def test_an_update_is_told_by_its_kind_and_never_by_its_words(world: World, olena: Actor, reader: Actor) -> None:
    case = await world.case(olena)
    thread = await world.topic(case)
    account, broken = olena.telegram_id, await parked_update(world, "p:9")
    await world.uow.session.execute(update(InboxUpdate).values(body="{no json"))
    told = {
        broken: Subject.TOLD_BY_TELEGRAM,
        await parked_update(world, f"p:{account}"): Subject.PERSON_WROTE,
        await parked_update(world, f"p:{account}", press(), "unfinished"): Subject.PERSON_PRESSED,
        await parked_update(world, f"p:{reader.telegram_id}"): Subject.STAFF_WROTE,
    }
    found = await lines(world, reader)
    assert {each.id: each.subject for each in found} == told
    assert [each.id for each in found] == sorted(told, reverse=True), "the newest first"
    assert found[1].reason == "unfinished"
    numbers = {each.id: each.case.number if each.case else None for each in found}
    assert list(numbers.values()) == [None, case.number, case.number, None]
    in_topic = await parked_update(world, f"g:{GROUP}:{thread}", press())
    await parked_update(world, f"g:{GROUP}:0", message())
    general, topic, *_ = await lines(world, reader)
    assert (general.subject, general.case) == (Subject.GROUP_WROTE, None)
    assert (topic.id, topic.subject) == (in_topic, Subject.GROUP_PRESSED)
    assert topic.case == NumberLink(case.number, f"https://t.me/c/1000000001/{thread}")
    assert SECRET not in repr(found)


async def test_an_update_whose_key_is_lost_does_not_break_the_list(world: World, reader: Actor) -> None:
    row = await parked_update(world, "p:1")
    await world.uow.session.execute(
        update(InboxUpdate).values({"body": func.convert_to("no seal at all", "UTF8")}).where(InboxUpdate.id == row)
    )
    [line] = await lines(world, reader)
    assert (line.id, line.subject) == (row, Subject.TOLD_BY_TELEGRAM)


async def test_a_long_list_has_pages_and_a_page_too_far_is_the_last(world: World, reader: Actor) -> None:
    rows = [await parked_update(world, f"p:{number}") for number in range(1, 7)]
    first = await listed(world, reader)
    assert ([each.id for each in first.problems], first.count, first.pages) == (rows[:1:-1], 6, 2)
    await world.deliver()
    last = await listed(world, reader, page=900)
    assert ([each.id for each in last.problems], last.page) == ([rows[1], rows[0]], 1)


async def test_a_letter_of_a_case_belongs_to_its_organisation_and_what_is_nobodys_to_the_first(
    world: World, olena: Actor, reader: Actor
) -> None:
    other = await world.staff(Role.SUPERVISOR, "Богдан", ELSEWHERE)
    case = await world.case(olena)
    received = await parked_letter(world, kinds.CaseReceived, to=olena)
    row = await parked_update(world, f"p:{olena.telegram_id}")
    assert [(each.way, each.id) for each in await lines(world, reader)] == [(Way.IN, row), (Way.OUT, received.id)]
    assert await lines(world, other) == []
    await world.deliver()
    case.organisation_id = other.organisation_id or 0
    await world.uow.session.flush()
    assert [each.way for each in await lines(world, reader)] == [Way.IN]
    [theirs] = await lines(world, other)
    assert (theirs.incident, theirs.subject) == (f"L-{received.id:05d}", Subject.TO_PERSON)
    ctx = world.ctx(other)
    for deed in (
        partial(run_again, ctx, RunAgain(row)),
        partial(drop, ctx, Drop(Way.IN, row)),
        partial(ask_drop, ctx, AskDrop(Way.IN, row)),
    ):
        async with world.refused(Stale):
            await deed()
    async with world.refused(Stale):
        await send_again(world.ctx(reader), SendAgain(received.id))


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.PERSON, Role.STRANGER])
async def test_only_leads_see_and_decide(world: World, role: Role) -> None:
    row = await parked_update(world, "p:1")
    actor = await world.staff(role) if role is Role.CASEWORKER else Actor(role, 1)
    ctx = world.ctx(actor)
    deeds: dict[str, Callable[[], Awaitable[None]]] = {
        "show": partial(show, ctx, ShowProblems()),
        "ask_drop": partial(ask_drop, ctx, AskDrop(Way.IN, row)),
        "run_again": partial(run_again, ctx, RunAgain(row)),
        "send_again": partial(send_again, ctx, SendAgain(row)),
        "drop": partial(drop, ctx, Drop(Way.IN, row)),
    }
    for name, deed in deeds.items():
        async with world.refused(NotPermitted, act=f"problems.{name}"):
            await deed()


async def test_run_again_puts_it_back_with_all_its_tries_and_only_once(world: World, reader: Actor) -> None:
    row = await parked_update(world, "p:1")
    await run_again(world.ctx(reader), RunAgain(row))
    update_ = await update_row(world, row)
    assert (update_.parked_at, update_.parked_reason, update_.tries, update_.claims) == (None, None, 0, 0)
    assert (update_.retried, update_.body is not None) == (1, True)
    async with world.refused(Stale):
        await run_again(world.ctx(reader), RunAgain(row))
    async with world.refused(Stale):
        await drop(world.ctx(reader), Drop(Way.IN, row))


async def test_a_dropped_update_is_empty_and_says_why_it_was_parked(world: World, reader: Actor) -> None:
    row = await parked_update(world, "p:1")
    await drop(world.ctx(reader), Drop(Way.IN, row))
    update_ = await update_row(world, row)
    assert (update_.body, update_.parked_reason) == (None, "own-failure")
    assert update_.done_at is not None
    assert await lines(world, reader) == []
    async with world.refused(Stale):
        await run_again(world.ctx(reader), RunAgain(row))


async def test_the_question_says_what_is_given_up_and_is_gone_with_it(world: World, reader: Actor) -> None:
    row = await parked_update(world, "p:1")
    await ask_drop(world.ctx(reader), AskDrop(Way.IN, row, page=3))
    [letter] = await world.waiting(to=reader)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ProblemDropAskSight)
    assert (sight.shows.problem.id, sight.shows.page) == (row, 3)


async def test_a_letter_sent_again_leaves_and_is_written_down(world: World, olena: Actor, reader: Actor) -> None:
    case = await world.case(olena)
    letter = await parked_letter(world, kinds.CaseReceived, to=olena)
    await send_again(world.ctx(reader), SendAgain(letter.id))
    again = await letter_row(world, letter)
    assert (again.parked_at, again.reason, again.claims, again.retried) == (None, None, 0, 1)
    async with world.refused(Stale):
        await send_again(world.ctx(reader), SendAgain(letter.id))
    [event] = [each for each in await world.events(case) if each.kind == "sent-again"]
    assert (event.actor_kind, event.actor_id) == ("supervisor", reader.id)
    assert event.facts == {"incident": f"L-{letter.id:05d}"}
    assert "case-received" in [sent.kind for sent, _ in await world.deliver()]


async def test_a_dropped_letter_is_over_and_keeps_its_reason(world: World, olena: Actor, reader: Actor) -> None:
    case = await world.case(olena)
    letter = await parked_letter(world, kinds.CaseReceived, to=olena)
    await drop(world.ctx(reader), Drop(Way.OUT, letter.id))
    over = await letter_row(world, letter)
    assert over.dropped_at is not None
    assert over.reason == "refused"
    assert (await world.history(case))[-1] == "given-up"
    assert await lines(world, reader) == []
    async with world.refused(Stale):
        await send_again(world.ctx(reader), SendAgain(letter.id))


async def slot_in_trouble(world: World, olena: Actor) -> Letter:
    """A screen that Telegram refused."""
    await world.deliver()
    await show_person(world.ctx(olena), await world.row(olena), kinds.MyCasesScreen(1))
    return await parked_letter(world, kinds.MyCasesScreen, to=olena)


async def test_a_screen_sent_again_shows_the_latest(world: World, olena: Actor, reader: Actor) -> None:
    letter = await slot_in_trouble(world, olena)
    slot = await world.uow.session.get_one(Slot, letter.slot_id)
    slot.kind, slot.facts = "help", {}
    [line] = await lines(world, reader)
    assert line.subject == Subject.PERSONS_SCREEN
    await send_again(world.ctx(reader), SendAgain(letter.id))
    assert [each.id for each in await world.waiting() if each.slot_id == slot.id] == [letter.id]
    assert (await letter_row(world, letter)).parked_at is None


async def test_a_screen_of_which_a_newer_letter_waits_is_left_to_that(
    world: World, olena: Actor, reader: Actor
) -> None:
    old = await slot_in_trouble(world, olena)
    await show_person(world.ctx(olena), await world.row(olena), kinds.HelpScreen())
    await send_again(world.ctx(reader), SendAgain(old.id))
    assert (await letter_row(world, old)).dropped_at is not None
    assert [each.kind for each in await world.waiting(to=olena)] == ["help"]


async def test_a_screen_that_failed_twice_is_one_problem_and_none_once_it_was_shown(
    world: World, olena: Actor, reader: Actor
) -> None:
    old = await slot_in_trouble(world, olena)
    await show_person(world.ctx(olena), await world.row(olena), kinds.HelpScreen())
    newer = await parked_letter(world, kinds.HelpScreen, to=olena)
    assert [each.id for each in await lines(world, reader)] == [newer.id]
    async with world.refused(Stale):
        await send_again(world.ctx(reader), SendAgain(old.id))
    await send_again(world.ctx(reader), SendAgain(newer.id))
    assert (await letter_row(world, old)).dropped_at is not None
    await world.deliver()
    assert await lines(world, reader) == []


async def test_a_dropped_screen_counts_as_shown(world: World, olena: Actor, reader: Actor) -> None:
    letter = await slot_in_trouble(world, olena)
    await drop(world.ctx(reader), Drop(Way.OUT, letter.id))
    slot = await world.uow.session.get_one(Slot, letter.slot_id, populate_existing=True)
    assert slot.shown_rev == slot.wanted_rev


async def test_what_somebody_who_stopped_the_bot_did_not_get_is_no_problem(
    world: World, olena: Actor, reader: Actor
) -> None:
    await world.case(olena)
    await parked_letter(world, kinds.CaseReceived, to=olena, reason="blocked")
    assert await lines(world, reader) == []
    member = await world.staff(name="Ганна")
    stopped = await parked_letter(world, kinds.StaffJoined, to=member, reason="blocked")
    [line] = await lines(world, reader)
    assert (line.id, line.subject) == (stopped.id, Subject.TO_DESK), "of a colleague nothing else would tell"


async def test_every_decision_is_in_the_log_by_ids_alone(world: World, reader: Actor) -> None:
    row = await parked_update(world, "p:1")
    with capture_logs() as logged:
        await run_again(world.ctx(reader), RunAgain(row))
        for callback in world.uow._callbacks:
            callback()
    assert logged == [
        {
            "event": "problem_decided",
            "log_level": "info",
            "incident": incident_number(Way.IN, row),
            "decided": "run-again",
            "staff": reader.id,
        }
    ]


async def test_other_leads_who_look_at_the_list_see_it_change(world: World, reader: Actor, iryna: Actor) -> None:
    admin = await world.staff(Role.ADMIN, "Головна")
    away = await world.staff(Role.SUPERVISOR, "Ольга")
    row = await parked_update(world, "p:1")
    await show(world.ctx(admin), ShowProblems())
    await world.deliver()
    await run_again(world.ctx(reader), RunAgain(row))
    assert [each.kind for each in await world.waiting(to=admin)] == ["problems"]
    assert await world.waiting(to=away) == await world.waiting(to=iryna) == []
    await world.deliver()
    await park_update(machine(world), ParkedUpdate(row, "x", None))
    assert [each.kind for each in await world.waiting(to=admin)] == ["problems"], "it failed again"
    await world.deliver()
    await park_update(machine(world), ParkedUpdate(await parked_update(world, "p:2"), "x", None))
    assert await world.waiting(to=admin) == [], "nobody had that one run again"


async def test_whoever_leads_no_longer_is_shown_nothing(world: World, reader: Actor) -> None:
    await parked_update(world, "p:1")
    await show(world.ctx(reader), ShowProblems())
    (await world.uow.session.get_one(StaffMember, reader.id)).role = "caseworker"
    [letter] = await world.waiting(to=reader)
    assert await world.sight(letter) is None


async def test_what_a_person_erased_can_not_be_run_again(world: World, olena: Actor, reader: Actor) -> None:
    row = await parked_update(world, f"p:{olena.telegram_id}")
    await erase(world.ctx(olena), Erase())
    async with world.refused(Stale):
        await run_again(world.ctx(reader), RunAgain(row))
