"""What the tests of broadcasts share: a draft that could go, and the clock."""

from __future__ import annotations

from sqlalchemy import select

from casework.broadcasts import send
from casework.broadcasts.draft import Begin, WriteText, begin, write_text
from casework.broadcasts.send import OfRun
from casework.broadcasts.tick import Tick, Ticked, tick
from casework.context import Actor
from casework.letters import kinds
from db.models import Broadcast, BroadcastRecipient, BroadcastRun, Letter
from rules.broadcasts import RecipientState
from rules.segments import Segment
from tests.casework.world import World, machine

WORDS = "Завтра хаб приїде до Дніпра"


async def drafted(world: World, lead: Actor, words: str = WORDS, segment: Segment | None = None) -> BroadcastRun:
    """A draft with a text, for everybody or for a segment."""
    run = await begin(world.ctx(lead), Begin())
    await write_text(world.ctx(lead), WriteText(run.id, "uk", words))
    if segment is not None:
        (await of(world, run)).segment = segment.facts()
    await world.uow.session.flush()
    return run


async def of(world: World, run: BroadcastRun) -> Broadcast:
    """The broadcast of a run."""
    return await world.uow.session.get_one(Broadcast, run.broadcast_id)


async def sent(world: World, lead: Actor, run: BroadcastRun | None = None) -> BroadcastRun:
    """A draft that its author sends; to few it goes without anybody else."""
    run = run or await drafted(world, lead)
    return await send.send(world.ctx(lead), OfRun(run.id))


async def ticks(world: World) -> Ticked:
    """The clock works until nothing is left to do at this moment; all that it did."""
    total = Ticked()
    while (did := await tick(machine(world), Tick())) != Ticked():
        total = Ticked(*(getattr(total, name) + getattr(did, name) for name in Ticked.__slots__))
    return total


async def recipients(world: World, run: BroadcastRun) -> dict[int, tuple[RecipientState, str | None]]:
    """What became of each person of a run."""
    query = select(BroadcastRecipient).where(BroadcastRecipient.run_id == run.id)
    found = await world.uow.session.scalars(query.execution_options(populate_existing=True))
    return {each.person_id: (RecipientState(each.state), each.reason) for each in found}


async def letters(world: World) -> list[Letter]:
    """Letters of broadcasts that wait."""
    return await world.waiting(kinds.broadcasts.Broadcast)
