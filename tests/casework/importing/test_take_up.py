"""A family presses its link: its own draft, once, to be sent by itself; and whoever else presses it sees nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.context import Actor
from casework.errors import NotPermitted
from casework.importing.take_up import Refused, TakeUp, take_up
from casework.letters import kinds
from casework.people.consent import Agree, agree
from casework.people.erase import Erase, erase
from casework.recreation.campaigns import MoveCampaign, move_campaign
from rules.recreation.applications import Standing
from rules.recreation.campaigns import Move
from rules.recreation.editing import Field
from tests.casework.importing.rows import Rows
from tests.casework.recreation.programme import Programme, answers, child
from tests.casework.world import World
from tests.rules.recreation.importing.form import IRYNA, MARIA, OLENA, as_csv

SISTER = (*OLENA[:3], "Коваленко Ганна Петрівна", *OLENA[4:])


@pytest.fixture
def rows(world: World, programme: Programme) -> Rows:
    return Rows(world, programme)


async def refused(world: World, person: Actor) -> list[str]:
    """Why the person's links led nowhere."""
    letters = await world.waiting(kinds.importing.LinkOfDraftRefused, to=person)
    return [letter.facts["why"] for letter in letters]


async def test_the_answers_are_the_familys_own_form_and_stand_nowhere_else(
    world: World, rows: Rows, programme: Programme, olena: Actor
) -> None:
    [link] = await rows.imports(as_csv(OLENA, SISTER))
    form_id = await rows.takes(olena, link)
    told = await rows.answers(form_id)
    assert (told["name"], told["phone"]) == (OLENA[1], "+380501234567")
    assert (told["children/0/child"], told["children/1/child"]) == (OLENA[3], SISTER[3])
    [row] = await rows.kept()
    assert (row.answers, row.claimed_by, row.taken_at) == (None, olena.id, world.now)
    application = await programme.application(olena)
    assert (application.state, application.filed_at) == (Standing.DRAFT, None), "nothing is sent for anybody"
    assert await world.waiting(kinds.importing.DraftBrought, to=olena)


async def test_the_order_goes_by_when_the_family_sends_it(
    world: World, rows: Rows, programme: Programme, olena: Actor
) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    form_id = await rows.takes(olena, link)
    world.wait(hours=30)
    draft = await programme.draft(form_id)
    await programme.fills_in(draft, answers())
    await programme.sends(olena, draft)
    application = await programme.application(olena)
    assert application.filed_at == world.now, "neither the old form's time nor that of the import"


async def test_nobody_else_can_use_it(world: World, rows: Rows, olena: Actor, mykola: Actor) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    await rows.takes(olena, link)
    assert await rows.takes(mykola, link) == 0
    assert await refused(world, mykola) == [Refused.USED]
    assert await world.waiting(kinds.FormSummaryScreen, to=mykola) == []


async def test_pressed_once_more_it_shows_what_stands(world: World, rows: Rows, olena: Actor) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    assert await rows.takes(olena, link)
    assert await rows.takes(olena, link) == 0
    assert await refused(world, olena) == []
    assert isinstance(await world.screen(olena), kinds.recreation.RecreationScreen)


async def test_the_consent_comes_first_and_then_the_draft(world: World, rows: Rows, mykola: Actor) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    newcomer = await world.newcomer()
    assert await rows.takes(newcomer, link) == 0
    assert isinstance(await world.screen(newcomer), kinds.ConsentScreen)
    [row] = await rows.kept()
    assert row.answers is not None
    assert row.claimed_by == newcomer.id
    assert await rows.takes(mykola, link) == 0
    assert await refused(world, mykola) == [Refused.USED], "it waits for the one who pressed first"
    form_id = await agree(world.ctx(newcomer), Agree("Олена"))
    assert (await rows.answers(form_id))["name"] == OLENA[1]


async def test_no_such_link(world: World, rows: Rows, olena: Actor) -> None:
    assert await take_up(world.ctx(olena), TakeUp("guessed")) == 0
    assert await refused(world, olena) == [Refused.UNKNOWN]


async def test_after_the_last_day_it_says_so(world: World, rows: Rows, programme: Programme, olena: Actor) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    world.wait(days=30)
    assert await rows.takes(olena, link) == 0, "even where the clock has not looked yet"
    await programme.clock()
    await rows.takes(olena, link)
    assert await refused(world, olena) == [Refused.OVER, Refused.OVER]
    later = world.now + timedelta(days=9)
    await programme.types(Field.DATES, f"01.03.2026–{later:%d.%m.%Y}")
    assert await rows.takes(olena, link), "the last day was put off: the link is good again"


async def test_while_nothing_is_taken_it_waits(
    world: World, rows: Rows, programme: Programme, lead: Actor, olena: Actor
) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    await move_campaign(world.ctx(lead), MoveCampaign(programme.id, Move.PAUSE))
    assert await rows.takes(olena, link) == 0
    assert await refused(world, olena) == [Refused.NOT_NOW]
    await move_campaign(world.ctx(lead), MoveCampaign(programme.id, Move.RESUME))
    assert await rows.takes(olena, link)


async def test_what_the_family_told_us_itself_is_not_written_over(
    rows: Rows, programme: Programme, olena: Actor, mykola: Actor
) -> None:
    olenas, irynas, _ = await rows.imports(as_csv(OLENA, IRYNA, MARIA))
    draft = await programme.begins(olena)
    await programme.fills_in(draft, answers(child("Коваленко Софія")))
    assert await rows.takes(olena, olenas) == 0
    assert (await rows.answers(draft.id))["children/0/child"] == "Коваленко Софія"
    await programme.applies(mykola, child("Бондар Софія"))
    assert await rows.takes(mykola, irynas) == 0
    assert (await programme.application(mykola)).state == Standing.SUBMITTED
    assert [row.answers is None for row in await rows.kept()] == [True, True, False]


async def test_a_form_that_was_only_begun_takes_the_answers_in(rows: Rows, programme: Programme, olena: Actor) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    await programme.begins(olena)
    form_id = await rows.takes(olena, link)
    assert (await rows.answers(form_id))["children/0/child"] == OLENA[3]


async def test_on_a_watched_phone_nothing_is_shown(world: World, rows: Rows) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    watched = await world.watched()
    async with world.refused(NotPermitted):
        await rows.takes(watched, link)


async def test_taken_up_the_same_rows_make_no_second_draft(rows: Rows, olena: Actor) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    await rows.takes(olena, link)
    await rows.sends(as_csv(OLENA, SISTER))
    seen = await rows.shown()
    assert (seen.new, seen.more, seen.same, seen.taken) == (0, 0, 0, 1)


async def test_whoever_has_all_erased_leaves_nothing_behind(world: World, rows: Rows, mykola: Actor) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    newcomer = await world.newcomer()
    await rows.takes(newcomer, link)
    await erase(world.ctx(newcomer), Erase())
    [row] = await rows.kept()
    assert (row.answers, row.claimed_by) == (None, None)
    await rows.takes(mykola, link)
    assert await refused(world, mykola) == [Refused.USED]
