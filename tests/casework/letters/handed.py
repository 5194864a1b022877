"""What letters about providers and transfers need: a provider of our own bot, and a transfer that stands so."""

from __future__ import annotations

import json
from typing import Any

from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import Case, Provider, StaffMember, Transfer, Upload
from db.repositories import staff
from rules.local_time import local_date
from rules.providers import Channel
from rules.transfers import Item, TransferState
from tests.casework.world import World

OF_TRANSFERS: frozenset[type[Letter]] = frozenset(
    kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".kinds.transfers")
)
HANDED = OF_TRANSFERS | {kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".kinds.providers")}
STATES = {
    kinds.transfers.TransferAsked: TransferState.ASKED,
    kinds.transfers.TransferReceived: TransferState.RECEIVED,
    kinds.transfers.TransferTurnedAway: TransferState.TURNED_AWAY,
    kinds.transfers.TransferStopped: TransferState.STOPPED,
    kinds.transfers.TransferSummaryScreen: TransferState.PICKING,
    kinds.transfers.TransferLook: TransferState.PICKING,
}
"""In which state a transfer is told of; on its way in all others."""


async def about_transfer(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Ірина leads, knows a provider that works with this bot, and hands the case to it."""
    session, now = world.uow.session, world.now
    member = await session.get_one(StaffMember, iryna.id)
    member.role = "supervisor"
    organisation = await staff.organisation_by_id(session, member.organisation_id)
    provider = Provider(
        organisation_id=organisation.id, name="Сусіди", name_key="сусіди", kind="ngo", channel=Channel.STAFF_CHAT.value,
        phone="", email="", address="", contact="", chat=organisation.slug, changed_at=now, changed_by=member.id,
    )  # fmt: skip
    upload = Upload(staff_id=member.id, purpose="providers", state="failed", at=now)
    session.add_all((provider, upload))
    await session.flush()
    row = Transfer(
        subject="case", case_id=case.id, provider_id=provider.id, state=STATES.get(kind, TransferState.HANDING).value,
        items=[Item.NAME.value], shared=json.dumps({Item.NUMBER.value: case.number}), rounds=1, made_by=member.id,
        changed_at=now, agreed_on=local_date(now), agreed_way="press", due_at=now,
    )  # fmt: skip
    session.add(row)
    await session.flush()
    about: dict[str, Any] = {"provider_id": provider.id, "upload_id": upload.id, "transfer_id": row.id}
    about |= {"new": 1, "changed": 0, "same": 0, "round": 1, "what": "receipt", "way": ""}
    return about | ({"change": "handing"} if kind is kinds.transfers.TransferNews else {})
