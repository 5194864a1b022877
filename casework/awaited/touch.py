"""The person pressed a button below a letter, replied to it or set a reaction: they have it before their eyes."""

from __future__ import annotations

from casework.awaited.signs import signed
from casework.context import Context
from db.models import Person
from db.repositories import awaited, cases
from rules.catalogue import Sign


async def touched(ctx: Context, person: Person, message_id: int, sign: Sign) -> None:
    """Notes it of the letter that stands there in the locked person's chat; nothing where none wants a sign."""
    row = await awaited.at(ctx.uow.session, person.telegram_id or 0, message_id)
    case = await cases.lock(ctx.uow.session, row.case_id) if row is not None else None
    if case is not None and case.person_id == person.id:
        await signed(ctx, case, sign, row)
