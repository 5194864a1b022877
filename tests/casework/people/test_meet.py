"""Somebody writes to the bot: a row without a name, the language of their Telegram, and held letters go free."""

from __future__ import annotations

import pytest

from casework.context import Actor
from casework.letters.write import HELD
from casework.people.choose_language import ChooseLanguage, choose_language
from casework.people.meet import Met, meet
from db.models import Person
from rules.roles import Role
from tests.casework.world import World

STRANGER = Actor(Role.STRANGER)


async def met(world: World, code: str | None = "uk", *, wrote: bool = True, account: int = 77) -> Person:
    return await meet(world.ctx(STRANGER), Met(account, code, wrote))


async def test_a_first_meeting_keeps_the_account_and_no_name(bare: World) -> None:
    person = await met(bare)
    assert (person.telegram_id, person.name, person.watched) == (77, None, False)
    assert (person.created_at, person.last_wrote_at) == (bare.now, bare.now)
    bare.wait(days=1)
    again = await met(bare)
    assert again.id == person.id
    assert again.last_wrote_at == bare.now


@pytest.mark.parametrize(
    ("code", "language"), [("uk", "uk"), ("en", "en"), ("en-GB", "en"), ("ru", "uk"), (None, "uk"), ("de", "en")]
)
async def test_the_language_follows_telegram_at_first(bare: World, code: str | None, language: str) -> None:
    assert (await met(bare, code)).language == language


async def test_a_chosen_language_is_not_changed_by_telegram(bare: World) -> None:
    person = await met(bare, "uk")
    await choose_language(bare.ctx(Actor(Role.PERSON, person.id, None, 77)), ChooseLanguage("en"))
    assert (await met(bare, "uk")).language == "en"


async def test_whoever_writes_can_be_reached_again(bare: World) -> None:
    person = await met(bare)
    person.unreachable_since = bare.now
    await met(bare, wrote=False)
    assert person.unreachable_since is not None, "blocking or starting the bot is no writing"
    await met(bare)
    assert person.unreachable_since is None


async def test_answers_to_a_watched_phone_wait_until_they_write(world: World, iryna: Actor) -> None:
    nina = await world.watched()
    case = await world.taken(nina, iryna, "Чоловік читає мій телефон")
    await world.topic(case)
    await world.answers(iryna, case, "Зателефонуйте, коли зможете")
    [held] = await world.waiting(to=nina)
    assert (held.kind, held.not_before) == ("staff-reply", HELD)
    world.wait(days=60)
    await world.deliver()
    assert await world.waiting() == [held], "not even two months later"
    await meet(world.ctx(STRANGER), Met(nina.telegram_id or 0, "uk", wrote=False))
    await world.deliver()
    assert await world.waiting() == [held]
    await world.meets_again(nina)
    assert "staff-reply" in [letter.kind for letter, _ in await world.deliver()]


async def test_another_persons_writing_frees_nothing(world: World, olena: Actor, iryna: Actor) -> None:
    nina = await world.watched()
    case = await world.taken(nina, iryna)
    await world.topic(case)
    await world.answers(iryna, case, "Вітаю")
    await world.meets_again(olena)
    assert [letter.not_before for letter in await world.waiting(to=nina)] == [HELD]
