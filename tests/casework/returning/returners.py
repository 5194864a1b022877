"""Somebody who lost their account, and what they do to come back."""

from __future__ import annotations

from sqlalchemy import select

from casework.context import Actor
from casework.returning.ask import AskReturn, ask_return
from casework.returning.begin import BeginReturn, Next, begin_return
from casework.returning.decide import ConfirmReturn, confirm_return
from db.models import Case, Return
from tests.casework.world import World

PHONE = "+380501234567"
WORDS = "Я вже зверталася"


async def known(world: World, actor: Actor, phone: str = PHONE) -> Actor:
    """We know somebody's number."""
    (await world.row(actor)).phone = phone
    await world.uow.session.flush()
    return actor


async def asks(world: World, actor: Actor, *, proved: bool = True, phone: str = PHONE) -> Case:
    """Somebody presses the button and shares (or types) a number; the request that it became."""
    assert await begin_return(world.ctx(actor), BeginReturn()) is Next.CONTACT
    assert await ask_return(world.ctx(actor), AskReturn(WORDS, phone, proved)) is Next.WAITING
    check = await newest(world)
    case = await world.uow.session.get_one(Case, check.case_id)
    assert case.person_id == actor.id
    return case


async def newest(world: World) -> Return:
    """The last check."""
    await world.uow.session.flush()
    query = select(Return).order_by(Return.id.desc()).limit(1).execution_options(populate_existing=True)
    return (await world.uow.session.scalars(query)).one()


async def says_yes(world: World, member: Actor, request: Case, former: Actor) -> Return:
    """A staff member presses «Так, це та сама людина»."""
    return await confirm_return(world.ctx(member), ConfirmReturn(request.id, former.id or 0))
