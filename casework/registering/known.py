"""Whom we know by a number already, so that nobody is written down twice unknowingly."""

from __future__ import annotations

from collections.abc import Sequence

from db.models import Case
from db.repositories import cases, search
from db.uow import UnitOfWork

NEWEST = 2**63 - 1
MOST = 8


async def known_by(uow: UnitOfWork, organisation_id: int, phone: str | None) -> Sequence[Case]:
    """The newest cases of an organisation that a number belongs to; nobody is found whom a search does not find."""
    if phone is None:
        return ()
    found = await search.by_phone(uow.session, organisation_id, phone, NEWEST, MOST)
    return [case for each in found if (case := await cases.by_id(uow.session, each)) is not None]
