"""What letters about a request that staff write down need to be true."""

from __future__ import annotations

from typing import Any

from casework.cases.take import Take, take
from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from casework.registering.begin import Begin, begin
from casework.registering.codes import give_code
from db.models import Case
from db.repositories import registering
from tests.casework.registering.operators import registered
from tests.casework.world import World

REGISTRATIONS: set[type[Letter]] = {each for each in kinds.KINDS.values() if each.__module__.endswith(".registering")}
OF_ONE_BY_PHONE: set[type[Letter]] = {kinds.registering.WordsToTell, kinds.registering.DeskToTell}


async def about_registration(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Ірина writes one down at this moment, and wrote one down before; there is something to tell in it."""
    made = await registered(world, iryna)
    done = await registering.of_case(world.uow.session, made.id)
    assert done is not None
    await give_code(world.ctx(iryna), case)
    await take(world.ctx(iryna), Take(made.id))
    await world.topic(made)
    await world.answers(iryna, made, "Дрова привеземо в п’ятницю")
    await begin(world.ctx(iryna), Begin())
    mine = await registering.open_of(world.uow.session, iryna.id or 0)
    assert mine is not None
    open_one = kind is kinds.registering.RegistrationScreen
    about: dict[str, Any] = {"registration_id": mine.id if open_one else done.id}
    return about | ({"case_id": made.id} if kind in OF_ONE_BY_PHONE else {})
