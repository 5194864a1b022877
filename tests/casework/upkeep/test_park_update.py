"""What we could not handle is answered with an apology, once."""

from __future__ import annotations

from casework.context import Actor
from casework.letters.sights import ParkedSight
from casework.letters.write import HELD
from casework.upkeep.park_update import ParkedUpdate, park_update
from tests.casework.world import CATALOGUE, HERE, World, machine


async def test_the_person_is_told_once_with_the_number_to_name(world: World, olena: Actor) -> None:
    await world.deliver()
    for _ in range(2):
        await park_update(machine(world), ParkedUpdate(7, "A1B2", olena.telegram_id))
    [(letter, sight)] = await world.deliver()
    assert (letter.kind, letter.person_id) == ("update-parked", olena.id)
    assert isinstance(sight.shows, ParkedSight)
    assert sight.shows.incident == "A1B2"
    assert sight.shows.office.phone == CATALOGUE.organisations[HERE].phone


async def test_a_watched_phone_hears_of_it_only_when_they_write(world: World) -> None:
    nina = await world.watched()
    await world.deliver()
    await park_update(machine(world), ParkedUpdate(7, "A1B2", nina.telegram_id))
    assert [letter.not_before for letter in await world.waiting()] == [HELD]


async def test_somebody_whose_very_first_words_failed_is_told_too(bare: World) -> None:
    await park_update(machine(bare), ParkedUpdate(7, "A1B2", 424242))
    [(letter, sight)] = await bare.deliver()
    assert (letter.kind, letter.chat_id, sight.language) == ("update-parked", 424242, "uk")


async def test_outside_of_a_persons_chat_nobody_is_told(world: World, iryna: Actor) -> None:
    await world.deliver()
    for account in (None, iryna.telegram_id):
        await park_update(machine(world), ParkedUpdate(7, "A1B2", account))
    assert await world.waiting() == []
