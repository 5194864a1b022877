"""Providers of an organisation, and files that leads send about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import File, Provider, StaffMember, Upload
from db.session import get_row, lock_row
from rules.catalogue import Provider as ProviderKind
from rules.providers import Channel, ProviderEntry, name_key

WAITING, HERE, FAILED, DONE, DROPPED = "waiting", "here", "failed", "done", "dropped"
UNDECIDED = (WAITING, HERE, FAILED)


def entry_of(row: Provider) -> ProviderEntry:
    """What is known of it."""
    return ProviderEntry(
        name=row.name,
        kind=ProviderKind(row.kind),
        channel=Channel(row.channel),
        areas=tuple(row.areas),
        phone=row.phone,
        email=row.email,
        address=row.address,
        contact=row.contact,
        accepts_from=row.accepts_from,
        accepts_until=row.accepts_until,
        chat=row.chat,
    )


def keep(row: Provider, entry: ProviderEntry, *, at: datetime, staff_id: int) -> None:
    """Makes the row say it, and stand again if it was removed."""
    row.name, row.name_key = entry.name, name_key(entry.name)
    row.kind, row.channel = entry.kind.value, entry.channel.value
    row.areas, row.chat = list(entry.areas), entry.chat
    row.phone, row.email, row.address, row.contact = entry.phone, entry.email, entry.address, entry.contact
    row.accepts_from, row.accepts_until = entry.accepts_from, entry.accepts_until
    row.changed_at, row.changed_by, row.removed_at = at, staff_id, None


async def by_id(session: AsyncSession, provider_id: int) -> Provider | None:
    """A provider, removed or not."""
    return await get_row(session, Provider, provider_id)


async def lock(session: AsyncSession, provider_id: int) -> Provider | None:
    """The same, locked until the transaction ends."""
    return await lock_row(session, Provider, provider_id)


async def of_organisation(session: AsyncSession, organisation_id: int, *, removed: bool = False) -> list[Provider]:
    """What an organisation knows, by name; `removed`: those as well that were taken out of the list."""
    query = select(Provider).where(Provider.organisation_id == organisation_id)
    rows = await session.scalars(query if removed else query.where(Provider.removed_at.is_(None)))
    return sorted(rows, key=lambda each: (each.name_key, each.id))


async def upload_by_id(session: AsyncSession, upload_id: int) -> Upload | None:
    """A file that a lead sent."""
    return await get_row(session, Upload, upload_id)


async def lock_upload(session: AsyncSession, upload_id: int) -> Upload | None:
    """The same, locked until the transaction ends."""
    return await lock_row(session, Upload, upload_id)


async def file_of_upload(session: AsyncSession, upload_id: int) -> File | None:
    """What came with it; None once somebody decided about it."""
    return await session.scalar(select(File).where(File.upload_id == upload_id))


async def undecided_of(session: AsyncSession, staff_id: int, purpose: str) -> Sequence[Upload]:
    """What somebody sent for a purpose and nobody decided about, locked."""
    query = select(Upload).where(Upload.staff_id == staff_id, Upload.purpose == purpose, Upload.state.in_(UNDECIDED))
    return (await session.scalars(query.order_by(Upload.id).with_for_update())).all()


async def forget_file(session: AsyncSession, upload_id: int) -> None:
    """What was decided needs the file no more."""
    await session.execute(delete(File).where(File.upload_id == upload_id))


async def drop_stale_uploads(session: AsyncSession, before: datetime) -> int:
    """Deletes files about which nobody decided, and what is known of those that were; how many."""
    gone = await session.scalars(delete(Upload).where(Upload.at < before).returning(Upload.id))
    return len(gone.all())


async def lead_of(session: AsyncSession, upload: Upload) -> StaffMember:
    """Whoever sent it."""
    return (await session.scalars(select(StaffMember).where(StaffMember.id == upload.staff_id))).one()


async def of_ids(session: AsyncSession, ids: Sequence[int]) -> dict[int, Provider]:
    """Several at once, by id."""
    found = await session.scalars(select(Provider).where(Provider.id.in_(ids)))
    return {each.id: each for each in found}
