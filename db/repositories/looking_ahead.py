"""Loading at once what letters that are made ready together will ask for one by one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from db.by_hand import Statement, ask
from db.models import Case, Message, Organisation, Person, Slot
from db.repositories import audience
from db.repositories.due import ClaimedLetter
from db.session import rows

BROADCAST = "broadcast"

_CASES, _PEOPLE, _ORGANISATIONS = rows(Case), rows(Person), rows(Organisation)
_ABOUT = Statement(
    f"""
    SELECT {_CASES.columns()}, {_PEOPLE.columns()}, {_ORGANISATIONS.columns()}
    FROM cases JOIN people ON people.id = cases.person_id JOIN organisations ON organisations.id = cases.organisation_id
    WHERE cases.id = ANY(CAST(:case_ids AS bigint[]))
    """
)


async def look_ahead(session: AsyncSession, claimed: Sequence[ClaimedLetter]) -> list[object]:
    """Load at once what making these letters ready will ask for one by one: slots, messages, cases with their people
    and organisations, whom a broadcast still reaches. A session forgets what nobody holds: hold what is returned as
    long as it is to be found there.
    """
    about = await _about(
        session, ({each.case_id for each in claimed} | {each.facts.get("case_id") for each in claimed}) - {None}
    )
    known = {each.id for each in about if isinstance(each, Person)}
    await audience.look_ahead(session, {each.facts["recipient_id"] for each in claimed if each.kind == BROADCAST})
    return [
        *about,
        *await rows(Slot).by_ids(session, {each.slot_id for each in claimed if each.slot_id is not None}),
        *await _PEOPLE.by_ids(session, {each.person_id for each in claimed if each.person_id is not None} - known),
        *await rows(Message).by_ids(
            session, {each.facts["message_id"] for each in claimed if "message_id" in each.facts}
        ),
    ]


async def _about(session: AsyncSession, case_ids: set[int | None]) -> list[Case | Person | Organisation]:
    """Cases with their people and organisations."""
    found: list[Case | Person | Organisation] = []
    for values in await ask(session, _ABOUT, {"case_ids": list(case_ids)}) if case_ids else ():
        person_at = _CASES.width
        organisation_at = person_at + _PEOPLE.width
        found += [
            _CASES.of(session, values[:person_at]),
            _PEOPLE.of(session, values[person_at:organisation_at]),
            _ORGANISATIONS.of(session, values[organisation_at:]),
        ]
    return found
