"""A family answers while a caseworker writes down what it says: nothing is lost, and each learns of the other."""

from __future__ import annotations

import asyncio
import json

from casework.context import Actor
from casework.forms.filling import Pressed, Went
from casework.forms.submit import submit
from db.engine import Database
from db.repositories import applications
from rules.recreation.editing import Field
from rules.roles import Role
from tests.casework.allocation.campaign import Sharing
from tests.casework.allocation.noting import (
    CERTIFICATE,
    EACH_CHILD,
    copies,
    corrects,
    notes,
    problem,
    stored,
    submits,
    writes_down,
)
from tests.casework.allocation.noting import family as family
from tests.casework.allocation.test_later import NUMBER, looks, of, opens, says, sends
from tests.casework.recreation.programme import Programme
from tests.casework.world import World


async def test_who_answers_meanwhile_is_not_written_over(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    await looks(world)
    first = await writes_down(sharing, iryna, NUMBER, CERTIFICATE)
    await sends(sharing, iryna, first)
    form_id, own = await notes(sharing, iryna), await opens(world, family, await of(sharing))
    await corrects(sharing, iryna, form_id, 0, "2345678902")
    await corrects(sharing, family, own, 1, "4321-0987654321")
    await sends(sharing, family, own)
    before = await sharing.programme.draft(form_id)
    twice = Pressed(form_id, before.revision)
    assert await submit(world.ctx(iryna), twice) is Went.ON
    assert await problem(sharing, iryna, form_id) == "changed-meanwhile"
    assert await stored(sharing) == {"tax": NUMBER, "certificate": "4321-0987654321"}
    assert await submit(world.ctx(iryna), twice) is Went.STALE, "a second tap confirms nothing that nobody saw"
    await copies(world, family)
    await sends(sharing, iryna, form_id)
    both = {"tax": "2345678902", "certificate": "4321-0987654321"}
    assert await stored(sharing) == both
    [copy] = await copies(world, family)
    assert [each.text for each in copy.answers] == list(both.values()), "the last summary is told to the other"


async def test_the_same_answer_given_by_both_is_the_one_that_was_confirmed_last(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    await looks(world)
    form_id = await writes_down(sharing, iryna, NUMBER, CERTIFICATE)
    own = await opens(world, family, await of(sharing))
    await says(world, family, own, "2345678902")
    await says(world, family, own, CERTIFICATE)
    await sends(sharing, iryna, form_id)
    assert await submits(sharing, family, own) is Went.ON, "the family sees that something was changed"
    await sends(sharing, family, own)
    assert await stored(sharing) == {"tax": "2345678902", "certificate": CERTIFICATE}


async def test_both_press_at_the_same_moment_and_nothing_is_lost(database: Database) -> None:
    async with database.uow() as uow:
        world = World(uow)
        lead = await world.staff(Role.SUPERVISOR, "Світлана")
        sharing = await Sharing(world, lead, Programme(world, lead)).begun(2)
        await sharing.programme.types(Field.ASKS, EACH_CHILD)
        family = await sharing.applies("Олена Коваль", children=2)
        world.wait(minutes=20)
        await looks(world)
        await sends(sharing, lead, await writes_down(sharing, lead, "140", "128"))
        application = await of(sharing)
        noted, own = await notes(sharing, lead), await opens(world, family, application)
        await corrects(sharing, lead, noted, 0, "146 см")
        await corrects(sharing, family, own, 1, "134 см")
        pressed = {who: (await sharing.programme.draft(form)).revision for who, form in ((lead, noted), (family, own))}
        now = world.now
    forms_of, gate = {lead: noted, family: own}, asyncio.Event()

    async def presses(who: Actor, revision: int) -> Went:
        async with database.uow() as uow:
            await gate.wait()
            return await submit(World(uow, now=now).ctx(who), Pressed(forms_of[who], revision))

    both = asyncio.gather(*(presses(who, revision) for who, revision in pressed.items()))
    gate.set()
    went = dict(zip(pressed, await both, strict=True))
    assert sorted(went.values()) == [Went.ON, Went.OVER], "one of the two looks once more"
    [late] = [who for who, what in went.items() if what is Went.ON]
    async with database.uow() as uow:
        sharing.world = sharing.programme.world = World(uow, now=now)
        await sends(sharing, late, forms_of[late])
    async with database.uow() as uow:
        children = await applications.children(uow.session, application.id)
        assert [list(json.loads(each.later or "{}").values()) for each in children] == [["146 см"], ["134 см"]]
