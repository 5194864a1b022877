"""Who looks into a case that is not theirs says why; what was shown goes again; leads read who looked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.calls.open import OpenCall, open_call
from casework.cases.details import ReadDetails, read_details
from casework.cases.take import Take, take
from casework.context import Actor
from casework.errors import NoSuchCase, ReasonNeeded, Stale
from casework.letters import kinds
from casework.letters.sights import ReadingsSight
from casework.lists.find import Find, find
from casework.readings.ask import AskWhy, HideShown, Looks, ask_why, hide_shown
from casework.readings.show import ReadingsOfNumber, ShowReadings, readings_of_number, show_readings
from casework.staff.remove import Remove, remove
from db.models import Case, Letter, Reading
from rules.local_time import local_date
from rules.readings import SHOWN_FOR, By, Implied, Mark
from rules.roles import Role
from tests.casework.world import ELSEWHERE, GROUP, WHY, World


async def _log(world: World) -> Sequence[Reading]:
    await world.uow.session.flush()
    return (await world.uow.session.scalars(select(Reading).order_by(Reading.id))).all()


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Олена's case, which Ірина has; her number is known."""
    made = await world.taken(olena, iryna)
    (await world.row(olena)).phone = "+380671112233"
    await world.deliver()
    return made


async def test_the_owner_needs_no_reason_and_is_written_down(world: World, iryna: Actor, case: Case) -> None:
    await read_details(world.ctx(iryna), ReadDetails(case.id))
    [row] = await _log(world)
    assert (row.reason, row.not_theirs, row.fields) == (None, False, ["name"])


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN])
async def test_anybody_else_says_why_first(world: World, case: Case, role: Role) -> None:
    other = await world.staff(role, "Інша")
    async with world.refused(ReasonNeeded):
        await read_details(world.ctx(other), ReadDetails(case.id))
    async with world.refused(ReasonNeeded):
        await open_call(world.ctx(other), OpenCall(case.id))
    async with world.refused(ReasonNeeded):
        await read_details(world.ctx(other), ReadDetails(case.id, "цікаво"))
    shown = await read_details(world.ctx(other), ReadDetails(case.id, WHY))
    assert shown.name == "Олена Коваленко"
    [row] = await _log(world)
    assert (row.staff_id, row.reason, row.not_theirs, row.at) == (other.id, WHY, True, world.now)


async def test_nobody_has_it_and_nobody_looks_without_a_reason(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    async with world.refused(ReasonNeeded):
        await read_details(world.ctx(iryna), ReadDetails(case.id))
    await take(world.ctx(iryna), Take(case.id))
    await read_details(world.ctx(iryna), ReadDetails(case.id))


async def test_reasons_of_leads_are_no_others(world: World, lead: Actor, andrii: Actor, case: Case) -> None:
    offered = [slug for slug, _ in (await ask_why(world.ctx(andrii), AskWhy(case.id, Looks.DETAILS))).reasons]
    assert "standing-in" in offered
    assert not {"check", "technical"} & set(offered)
    async with world.refused(ReasonNeeded):
        await read_details(world.ctx(andrii), ReadDetails(case.id, "check"))
    for_leads = [slug for slug, _ in (await ask_why(world.ctx(lead), AskWhy(case.id, Looks.DETAILS))).reasons]
    assert {"check", "technical"} <= set(for_leads)
    await read_details(world.ctx(lead), ReadDetails(case.id, "check"))


async def test_a_reason_holds_as_long_as_what_was_shown(world: World, andrii: Actor, case: Case) -> None:
    await read_details(world.ctx(andrii), ReadDetails(case.id, WHY))
    world.wait(minutes=14)
    await open_call(world.ctx(andrii), OpenCall(case.id))
    assert [(row.reason, row.fields) for row in await _log(world)] == [(WHY, ["name"]), (WHY, ["phone"])]
    world.wait(minutes=15)
    async with world.refused(ReasonNeeded):
        await open_call(world.ctx(andrii), OpenCall(case.id))


async def test_in_danger_nobody_is_asked(world: World, olena: Actor, andrii: Actor) -> None:
    case = await world.case(olena, "Чоловік мене б’є")
    await read_details(world.ctx(andrii), ReadDetails(case.id))
    [row] = await _log(world)
    assert (row.reason, row.not_theirs) == (Implied.DANGER, True)


async def test_what_stood_on_a_desk_is_emptied_after_a_while(world: World, iryna: Actor, case: Case) -> None:
    await read_details(world.ctx(iryna), ReadDetails(case.id, on_desk=True))
    [(shown, _)] = await world.deliver()
    [hide] = await world.waiting(kinds.HideText)
    assert (hide.chat_id, hide.facts) == (iryna.telegram_id, {"stands_at": shown.telegram_message_id})
    assert hide.not_before == world.now + SHOWN_FOR
    assert await world.deliver() == []
    world.wait(minutes=15)
    [(_, sight)] = await world.deliver()
    assert sight.edit == shown.telegram_message_id


async def test_a_whisper_is_taken_away_in_a_lane_of_its_own(world: World, iryna: Actor) -> None:
    await hide_shown(world.ctx(iryna), HideShown(GROUP, 77))
    await hide_shown(world.ctx(iryna), HideShown(iryna.telegram_id or 0, 78, file=True))
    [whisper] = await world.waiting(kinds.HideWhisper)
    assert whisper.facts == {"receiver_id": iryna.telegram_id, "ephemeral_id": 77}
    assert (whisper.lane, whisper.not_before) == (f"h:{GROUP}", world.now + SHOWN_FOR)
    [file] = await world.waiting(kinds.HideFiles)
    assert file.facts == {"stand_at": [78]}


async def test_whoever_is_removed_sees_nothing_for_a_moment_longer(
    world: World, lead: Actor, iryna: Actor, case: Case
) -> None:
    await read_details(world.ctx(iryna), ReadDetails(case.id, on_desk=True))
    await world.deliver()
    await hide_shown(world.ctx(iryna), HideShown(GROUP, 77))
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=True))
    hides: list[Letter] = [*await world.waiting(kinds.HideText), *await world.waiting(kinds.HideWhisper)]
    assert [letter.not_before for letter in hides] == [None, None]


async def _page(world: World, lead: Actor, asked: ShowReadings) -> ReadingsSight:
    await show_readings(world.ctx(lead), asked)
    return await _shown(world, lead)


async def _shown(world: World, lead: Actor) -> ReadingsSight:
    [letter] = await world.waiting(kinds.ReadingsScreen, to=lead)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ReadingsSight)
    await world.deliver()
    return sight.shows


async def test_leads_read_who_looked_and_what_is_unusual(
    world: World, lead: Actor, olena: Actor, iryna: Actor, andrii: Actor, case: Case
) -> None:
    await read_details(world.ctx(iryna), ReadDetails(case.id))
    world.wait(hours=12)
    await read_details(world.ctx(andrii), ReadDetails(case.id, WHY))
    every = await _page(world, lead, ShowReadings())
    assert [(line.reader, line.number.number) for line in every.lines] == [
        ("Андрій", case.number),
        ("Ірина", case.number),
    ]
    assert [line.marks for line in every.lines] == [{Mark.NOT_THEIRS, Mark.NIGHT}, set()]
    assert [line.reason for line in every.lines] == ["Заміняю колегу", None]
    unusual = await _page(world, lead, ShowReadings(By.UNUSUAL))
    assert [line.reader for line in unusual.lines] == ["Андрій"]
    readers = await _page(world, lead, ShowReadings(By.READERS))
    assert {(each.work_name, each.looks) for each in readers.readers} == {("Ірина", 1), ("Андрій", 1)}
    theirs = await _page(world, lead, ShowReadings(By.READER, iryna.id or 0))
    assert (theirs.about, [line.reader for line in theirs.lines]) == ("Ірина", ["Ірина"])
    today = await _page(world, lead, ShowReadings(By.DAY))
    assert (today.day, today.count) == (local_date(world.now), 2)
    before = await _page(world, lead, replace(ShowReadings(By.DAY), of=local_date(world.now).toordinal() - 1))
    assert before.lines == ()
    await readings_of_number(world.ctx(lead), ReadingsOfNumber(case.number.lower()))
    assert ((await _shown(world, lead)).about, olena.id is not None) == (case.number, True)


async def test_many_cases_within_an_hour_are_unusual(world: World, lead: Actor, iryna: Actor) -> None:
    for number in range(10):
        case = await world.taken(await world.person(f"Людина {number}"), iryna)
        await read_details(world.ctx(iryna), ReadDetails(case.id))
        world.wait(minutes=5)
    page = await _page(world, lead, ShowReadings(By.UNUSUAL))
    assert [line.marks for line in page.lines] == [{Mark.MANY}]
    later = await _page(world, lead, ShowReadings(page=1))
    assert (later.pages, later.count, len(later.lines)) == (2, 10, 2)


async def test_a_look_of_several_rows_is_one_line(world: World, lead: Actor, iryna: Actor, case: Case) -> None:
    await find(world.ctx(iryna), Find("0671112233"))
    await read_details(world.ctx(iryna), ReadDetails(case.id))
    await read_details(world.ctx(iryna), ReadDetails(case.id))
    page = await _page(world, lead, ShowReadings())
    assert sorted(line.what for line in page.lines) == sorted({row.what for row in await _log(world)})


async def test_other_organisations_are_nobodys_business(world: World, lead: Actor, iryna: Actor, case: Case) -> None:
    await read_details(world.ctx(iryna), ReadDetails(case.id))
    there = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    assert (await _page(world, there, ShowReadings())).lines == ()
    async with world.refused(NoSuchCase):
        await show_readings(world.ctx(there), ShowReadings(By.CASE, case.id))
    async with world.refused(NoSuchCase):
        await readings_of_number(world.ctx(there), ReadingsOfNumber(case.number))
    async with world.refused(Stale):
        await show_readings(world.ctx(there), ShowReadings(By.READER, iryna.id or 0))


def test_a_quarter_of_an_hour() -> None:
    assert timedelta(minutes=15) == SHOWN_FOR
