"""Screens that only show something, and answers to what is no text."""

from __future__ import annotations

import pytest

from casework.context import Actor
from casework.danger.press import InDanger, in_danger
from casework.people.meet import Met, meet
from casework.people.show_screen import (
    PLAIN,
    ShowScreen,
    Unreadable,
    answer_unreadable,
    show_screen,
)
from db.repositories import staff
from rules.roles import Role
from tests.casework.world import World


@pytest.mark.parametrize("kind", PLAIN)
async def test_anybody_may_open_them_at_any_time(bare: World, kind: str) -> None:
    ivan = await bare.newcomer()
    await show_screen(bare.ctx(ivan), ShowScreen(kind))
    assert await bare.screen(ivan) == PLAIN[kind]()


@pytest.mark.parametrize("kind", ["my-case", "card", "staff-reply", ""])
async def test_no_other_screen_is_shown_by_name(world: World, olena: Actor, kind: str) -> None:
    with pytest.raises(KeyError):
        await show_screen(world.ctx(olena), ShowScreen(kind))


async def test_the_last_screen_wins_and_is_one_letter(bare: World) -> None:
    ivan = await bare.newcomer()
    for kind in PLAIN:
        await show_screen(bare.ctx(ivan), ShowScreen(kind))
    [letter] = await bare.waiting()
    assert letter.kind == list(PLAIN)[-1]


async def test_hotlines_go_ahead_of_everything_consent_or_not(bare: World) -> None:
    ivan = await bare.newcomer()
    await show_screen(bare.ctx(ivan), ShowScreen("consent"))
    await in_danger(bare.ctx(ivan), InDanger())
    assert await bare.kinds_to(ivan) == ["hotlines", "consent"]


async def test_what_nobody_can_read_is_answered_kindly(world: World, olena: Actor) -> None:
    await world.deliver()
    await answer_unreadable(world.ctx(olena), Unreadable())
    assert await world.kinds_to(olena) == ["cannot-read"]


async def test_a_screen_is_shown_to_whoever_the_chat_belongs_to_now(world: World) -> None:
    member = await world.staff()
    row = await staff.by_id(world.uow.session, member.id or 0)
    row.removed_at = world.now
    met = await meet(world.ctx(Actor(Role.STRANGER)), Met(member.telegram_id or 0, "uk", wrote=True))
    await show_screen(world.ctx(Actor(Role.PERSON, met.id, None, met.telegram_id)), ShowScreen("help"))
    [letter] = [each for each in await world.waiting(to=member) if each.slot_id is not None]
    assert (letter.kind, letter.person_id) == ("help", met.id)
    assert await world.sight(letter) is not None
