"""A case that is handed to a provider, step by step."""

from __future__ import annotations

from sqlalchemy import select

from casework.context import Actor
from casework.providers.manage import WriteProvider, write_provider
from casework.transfers.answer import Answered, agree_to_transfer
from casework.transfers.ask import ask_person
from casework.transfers.prepare import BeginTransfer, OfTransfer, PickItem, begin_transfer, pick_item
from db.models import Case, Reading, Transfer
from rules.transfers import Item
from tests.casework.world import World

TYPED = "Назва: ГО «Поруч»\nВид: ГО\nКанал: пошта\nПошта: help@poruch.org.ua\nТелефон: 0501112233\nКого питати: Ольга"
IN_CHAT = "Назва: Сусіди\nВид: громада\nКанал: чат\nРобочий чат: sievierodonetsk"


async def the_transfer(world: World) -> Transfer:
    """The only one, as it is now."""
    await world.uow.session.flush()
    return (await world.uow.session.scalars(select(Transfer).execution_options(populate_existing=True))).one()


async def readings(world: World) -> list[Reading]:
    await world.uow.session.flush()
    return list((await world.uow.session.scalars(select(Reading).order_by(Reading.id))).all())


async def begun(world: World, lead: Actor, owner: Actor, case: Case, *items: Item, typed: str = TYPED) -> int:
    """The owner chooses the provider and what to share."""
    provider_id = await write_provider(world.ctx(lead), WriteProvider(typed))
    transfer_id = await begin_transfer(world.ctx(owner), BeginTransfer(case.id, provider_id))
    for item in items or (Item.NAME,):
        await pick_item(world.ctx(owner), PickItem(transfer_id, item))
    return transfer_id


async def asked(world: World, lead: Actor, owner: Actor, case: Case, *items: Item, typed: str = TYPED) -> int:
    """… and asks the person."""
    transfer_id = await begun(world, lead, owner, case, *items, typed=typed)
    await ask_person(world.ctx(owner), OfTransfer(transfer_id))
    return transfer_id


async def agreed(
    world: World, lead: Actor, owner: Actor, person: Actor, case: Case, *items: Item, typed: str = TYPED
) -> int:
    """… who agrees by a press."""
    transfer_id = await asked(world, lead, owner, case, *items, typed=typed)
    await world.deliver()
    await agree_to_transfer(world.ctx(person), Answered(transfer_id, 1))
    return transfer_id
