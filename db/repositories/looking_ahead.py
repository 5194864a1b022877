"""Loading at once what letters that are made ready together will ask for one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case, Message, Organisation, Person, Slot
from db.repositories import audience
from db.repositories.due import ClaimedLetter

BROADCAST = "broadcast"
Row = TypeVar("Row", Message, Person, Slot)

# Cases with their people and organisations.
_ABOUT = (
    select(Case, Person, Organisation)
    .join(Person, Person.id == Case.person_id)
    .join(Organisation, Organisation.id == Case.organisation_id)
    .where(Case.id.in_(bindparam("case_ids", expanding=True)))
)


async def look_ahead(session: AsyncSession, claimed: Sequence[ClaimedLetter]) -> list[object]:
    """Load at once what making these letters ready will ask for one by one: slots, messages, cases with their people
    and organisations, whom a broadcast still reaches. A session forgets what nobody holds: hold what is returned as
    long as it is to be found there.
    """

    async def rows(model: type[Row], ids: set[Any]) -> Sequence[Row]:
        wanted = ids - {None}
        return (await session.scalars(select(model).where(model.id.in_(wanted)))).all() if wanted else ()

    about = ({each.case_id for each in claimed} | {each.facts.get("case_id") for each in claimed}) - {None}
    cases = (await session.execute(_ABOUT, {"case_ids": list(about)})).all() if about else ()
    known = {person.id for _, person, _ in cases}
    await audience.look_ahead(session, {each.facts["recipient_id"] for each in claimed if each.kind == BROADCAST})
    return [
        *cases,
        *await rows(Slot, {each.slot_id for each in claimed}),
        *await rows(Person, {each.person_id for each in claimed} - known),
        *await rows(Message, {each.facts.get("message_id") for each in claimed}),
    ]
