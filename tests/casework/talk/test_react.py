"""A reaction on one side stands on the other, and never looks like the mark that an answer was sent."""

from __future__ import annotations

import pytest

from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import MarkSight, NothingSight
from casework.talk.react import React, react_to_person, react_to_staff
from db.models import Case
from rules.reactions import DELIVERED
from tests.casework.world import GROUP, World


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def in_topic(world: World, case: Case) -> int:
    """Where the person's words stand in the topic."""
    return (await world.in_topic(case, kinds.PersonMessage))[0]


async def answered(world: World, iryna: Actor, case: Case) -> tuple[int, int]:
    """An answer that arrived: its number in the topic, and where its copy stands."""
    _, number = await world.answers(iryna, case, "Приїздіть у вівторок")
    sent = await world.deliver()
    [copy] = [letter.telegram_message_id for letter, _ in sent if letter.kind == kinds.StaffReply.kind]
    return number, copy or 0


async def test_the_owners_reaction_stands_below_the_persons_words(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    assert await react_to_person(world.ctx(iryna), React(GROUP, await in_topic(world, case), ["👍", "❤️"]))
    [(letter, sight)] = await world.deliver()
    assert (letter.kind, letter.chat_id, sight.shows) == ("staff-reaction", olena.telegram_id, MarkSight("❤"))
    assert await react_to_person(world.ctx(iryna), React(GROUP, await in_topic(world, case), []))
    [(_, sight)] = await world.deliver()
    assert sight.shows == MarkSight(None)


async def test_of_quick_changes_the_last_is_shown(world: World, iryna: Actor, case: Case) -> None:
    for emoji in ("👍", "❤", "🙏"):
        await react_to_person(world.ctx(iryna), React(GROUP, await in_topic(world, case), [emoji]))
    assert [sight.shows for _, sight in await world.deliver()] == [MarkSight("🙏")]


@pytest.mark.parametrize("emoji", ["💩", "🦷"])
async def test_what_hurts_or_cannot_be_set_is_not_carried(world: World, iryna: Actor, case: Case, emoji: str) -> None:
    assert not await react_to_person(world.ctx(iryna), React(GROUP, await in_topic(world, case), [emoji]))
    assert await world.deliver() == []


async def test_a_colleague_reacts_among_colleagues(
    world: World, iryna: Actor, andrii: Actor, lead: Actor, case: Case
) -> None:
    at = await in_topic(world, case)
    assert not await react_to_person(world.ctx(andrii), React(GROUP, at, ["👍"]))
    assert await react_to_person(world.ctx(lead), React(GROUP, at, ["👍"]))


async def test_a_reaction_to_anything_else_is_carried_nowhere(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    number, _ = await answered(world, iryna, case)
    before = await world.everything()
    for target in (number, 77_777):
        assert not await react_to_person(world.ctx(iryna), React(GROUP, target, ["👍"]))
    assert not await react_to_staff(world.ctx(olena), React(olena.telegram_id or 0, 77_777, ["👍"]))
    assert await world.everything() == before


async def test_the_persons_reaction_takes_the_place_of_the_mark_and_gives_it_back(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    _, copy = await answered(world, iryna, case)
    at = olena.telegram_id or 0
    assert await react_to_staff(world.ctx(olena), React(at, copy, ["❤"]))
    assert [sight.shows for _, sight in await world.deliver()] == [MarkSight("❤")]
    assert await react_to_staff(world.ctx(olena), React(at, copy, []))
    assert [sight.shows for _, sight in await world.deliver()] == [MarkSight(DELIVERED)]


async def test_what_looks_like_the_mark_is_told_in_words(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    _, copy = await answered(world, iryna, case)
    await react_to_staff(world.ctx(olena), React(olena.telegram_id or 0, copy, [DELIVERED]))
    assert [sight.shows for _, sight in await world.deliver()] == [MarkSight(DELIVERED), NothingSight()]


async def test_somebody_elses_chat_is_not_theirs_to_react_in(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, case: Case
) -> None:
    _, copy = await answered(world, iryna, case)
    with pytest.raises(Exception, match="no-such-case"):
        await react_to_staff(world.ctx(mykola), React(olena.telegram_id or 0, copy, ["👍"]))


async def test_a_reaction_waits_for_the_owner_of_a_watched_phone(world: World, iryna: Actor) -> None:
    person = await world.watched()
    case = await world.taken(person, iryna)
    await world.topic(case)
    await react_to_person(world.ctx(iryna), React(GROUP, await in_topic(world, case), ["👍"]))
    assert await world.deliver() == []
