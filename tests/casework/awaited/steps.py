"""Letters that want a sign, and the clock that looks for one."""

from __future__ import annotations

from sqlalchemy import select

from casework.awaited.due import FindUnread, find_unread
from casework.cases.refuse import LookAtRefusal, Refuse, look_at_refusal, refuse
from casework.cases.step import Step, step
from casework.context import Actor, Context
from casework.documents.ask import ListDocuments, PickDocument, ask_documents, pick_document
from casework.letters import kinds
from casework.people.meet import Met, meet
from db.models import AwaitedLetter, Call, Case, Letter
from rules.cases import Verb
from rules.catalogue import Sign
from rules.roles import Role
from tests.casework.world import World, machine

PHONE = "+380501234567"


async def refused(world: World, member: Actor, case: Case) -> Case:
    """Help is refused, and the letter is there."""
    await step(world.ctx(member), Step(case.id, Verb.ASSESS))
    await look_at_refusal(world.ctx(member), LookAtRefusal(case.id, "RF1"))
    await refuse(world.ctx(member), Refuse(case.id, "RF1"))
    await world.deliver()
    return case


async def documents_wanted(world: World, member: Actor, case: Case) -> None:
    """The person is asked for a document."""
    await pick_document(world.ctx(member), PickDocument(case.id, "displaced"))
    await ask_documents(world.ctx(member), ListDocuments(case.id))
    await world.deliver()


async def ticks(world: World) -> int:
    """The clock looks."""
    return await find_unread(machine(world), FindUnread())


async def day_is_over(world: World) -> None:
    """The moment at which the last sign was wanted."""
    await world.uow.session.flush()
    world.now = max(await world.uow.session.scalars(select(AwaitedLetter.due_at)))


async def letters(world: World) -> list[tuple[str, str]]:
    """What is awaited, and how it stands."""
    await world.uow.session.flush()
    rows = await world.uow.session.scalars(
        select(AwaitedLetter).order_by(AwaitedLetter.id).execution_options(populate_existing=True)
    )
    return [(row.matter, row.state) for row in rows]


async def calls(world: World) -> list[Call]:
    await world.uow.session.flush()
    return list((await world.uow.session.scalars(select(Call).order_by(Call.id))).all())


async def touches(world: World, person: Actor, message_id: int, sign: Sign = Sign.PRESS) -> None:
    """The person does something to a message of ours."""
    stranger: Context = world.ctx(Actor(Role.STRANGER))
    await meet(stranger, Met(person.telegram_id or 0, "uk", wrote=sign is not Sign.PRESS, touched=(message_id, sign)))


async def standing_at(world: World, kind: type[kinds.Letter]) -> int:
    """Where the newest letter of this kind stands in its chat."""
    query = select(Letter.telegram_message_id).where(Letter.kind == kind.kind, Letter.sent_at.is_not(None))
    found = await world.uow.session.scalar(query.order_by(Letter.id.desc()).limit(1))
    assert found is not None
    return found
