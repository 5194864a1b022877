"""Organisations, staff, invitations and the groups they work in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import BindCode, Organisation, StaffGroup, StaffInvite, StaffMember, StrangerRefusal
from db.session import lock_row, one_row
from rules.areas import Bound
from rules.roles import LEADS


async def organisation(session: AsyncSession, slug: str, prefix: str) -> Organisation:
    """The row of an organisation of the catalogue, made on first use."""
    # Of two first uses at once either unique key may be the one that says so.
    await session.execute(insert(Organisation).values(slug=slug, prefix=prefix).on_conflict_do_nothing())
    return (await session.scalars(select(Organisation).where(Organisation.slug == slug))).one()


async def organisation_by_slug(session: AsyncSession, slug: str) -> Organisation | None:
    """An organisation of the catalogue; None before its first use."""
    return await session.scalar(select(Organisation).where(Organisation.slug == slug))


async def organisation_by_id(session: AsyncSession, organisation_id: int) -> Organisation:
    """An organisation that must exist."""
    return await one_row(session, Organisation, organisation_id)


async def hold_groups(session: AsyncSession, organisation_id: int, *, binding: bool) -> None:
    """Until the transaction ends no group is bound while a case is opened, nor the other way round: each sees the
    other's rows. `binding`: whether this transaction binds a group; many may open cases at once.
    """
    # FOR NO KEY UPDATE against FOR SHARE: rows that only name the organisation may be written all the while.
    mode = {"key_share": True} if binding else {"read": True}
    await session.get_one(Organisation, organisation_id, with_for_update=mode, populate_existing=True)


async def active_by_telegram(session: AsyncSession, telegram_id: int) -> StaffMember | None:
    """The staff member behind a Telegram account who still works here."""
    return await session.scalar(
        select(StaffMember).where(StaffMember.telegram_id == telegram_id, StaffMember.removed_at.is_(None))
    )


async def by_telegram(session: AsyncSession, telegram_id: int) -> StaffMember | None:
    """The same, whether they still work here or not."""
    return await session.scalar(select(StaffMember).where(StaffMember.telegram_id == telegram_id))


async def by_id(session: AsyncSession, staff_id: int) -> StaffMember:
    """A staff member that must exist."""
    return await one_row(session, StaffMember, staff_id)


async def lock(session: AsyncSession, staff_id: int) -> StaffMember:
    """The same, locked until the transaction ends."""
    member = await lock_row(session, StaffMember, staff_id)
    assert member is not None, "staff are never deleted"
    return member


async def work_names(session: AsyncSession, staff_ids: Sequence[int]) -> dict[int, str]:
    """What people know these staff members as, by their rows."""
    if not staff_ids:
        return {}
    query = select(StaffMember.id, StaffMember.work_name).where(StaffMember.id.in_(staff_ids))
    return {row.id: row[1] for row in await session.execute(query)}


async def leads(session: AsyncSession, organisation_id: int | None = None) -> Sequence[StaffMember]:
    """Supervisors and admins who work here and have a desk, of one organisation or of all."""
    query = select(StaffMember).where(
        StaffMember.role.in_([role.value for role in LEADS]),
        StaffMember.removed_at.is_(None),
        StaffMember.telegram_id.is_not(None),
    )
    if organisation_id is not None:
        query = query.where(StaffMember.organisation_id == organisation_id)
    return (await session.scalars(query.order_by(StaffMember.id))).all()


async def active(session: AsyncSession, organisation_id: int) -> Sequence[StaffMember]:
    """All who work for an organisation now."""
    theirs = (StaffMember.organisation_id == organisation_id, StaffMember.removed_at.is_(None))
    return (await session.scalars(select(StaffMember).where(*theirs).order_by(StaffMember.id))).all()


async def called(session: AsyncSession, organisation_id: int, work_name: str) -> Sequence[StaffMember]:
    """Those of an organisation who work here under this name and have a desk. Names are sealed, so all are opened."""
    query = select(StaffMember).where(
        StaffMember.organisation_id == organisation_id,
        StaffMember.removed_at.is_(None),
        StaffMember.telegram_id.is_not(None),
    )
    everybody = await session.scalars(query.order_by(StaffMember.id))
    return [member for member in everybody if member.work_name == work_name]


async def is_another(session: AsyncSession, organisation_id: int, staff_id: int) -> bool:
    """Whether somebody else than this staff member works in the organisation and has a desk."""
    query = select(StaffMember.id).where(
        StaffMember.organisation_id == organisation_id,
        StaffMember.id != staff_id,
        StaffMember.removed_at.is_(None),
        StaffMember.telegram_id.is_not(None),
    )
    return (await session.scalars(query.limit(1))).first() is not None


async def with_other_menu(
    session: AsyncSession, menus: Mapping[tuple[str, str], str], limit: int
) -> Sequence[StaffMember]:
    """Those who work here and whose menu is not the one that their role and language have (by both: its digest)."""
    current = [
        (StaffMember.role == role) & (StaffMember.language == language) & (StaffMember.menu.is_distinct_from(digest))
        for (role, language), digest in menus.items()
    ]
    query = select(StaffMember).where(
        or_(*current), StaffMember.removed_at.is_(None), StaffMember.telegram_id.is_not(None)
    )
    return (await session.scalars(query.order_by(StaffMember.id).limit(limit))).all()


async def note_menu(session: AsyncSession, staff_id: int, digest: str) -> None:
    """This menu stands at Telegram now. Where the role changed meanwhile it is another one's, and set anew."""
    await session.execute(update(StaffMember).where(StaffMember.id == staff_id).values(menu=digest))


async def lock_invite(session: AsyncSession, code_hash: bytes) -> StaffInvite | None:
    """The invitation behind a code, locked."""
    return await session.scalar(select(StaffInvite).where(StaffInvite.code_hash == code_hash).with_for_update())


async def lock_bind_code(session: AsyncSession, code_hash: bytes) -> BindCode | None:
    """The binding behind a code, locked."""
    return await session.scalar(select(BindCode).where(BindCode.code_hash == code_hash).with_for_update())


async def group(session: AsyncSession, chat_id: int) -> StaffGroup | None:
    """The row of a group, bound now or earlier."""
    return await session.scalar(select(StaffGroup).where(StaffGroup.chat_id == chat_id))


async def lock_group(session: AsyncSession, chat_id: int) -> StaffGroup | None:
    """The same, locked until the transaction ends."""
    return await session.scalar(
        select(StaffGroup)
        .where(StaffGroup.chat_id == chat_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def group_by_id(session: AsyncSession, group_id: int) -> StaffGroup:
    """A group that must exist."""
    return await one_row(session, StaffGroup, group_id)


async def away_groups(session: AsyncSession, organisation_id: int) -> Sequence[StaffGroup]:
    """The bound groups of an organisation that do not take what the bot sends, the longest away first."""
    return (
        await session.scalars(
            select(StaffGroup)
            .where(
                StaffGroup.organisation_id == organisation_id,
                StaffGroup.unbound_at.is_(None),
                StaffGroup.away_since.is_not(None),
            )
            .order_by(StaffGroup.away_since, StaffGroup.id)
        )
    ).all()


async def bound_groups(session: AsyncSession, organisation_id: int | None = None) -> Sequence[StaffGroup]:
    """The groups that are bound now, first bound first."""
    query = select(StaffGroup).where(StaffGroup.unbound_at.is_(None)).order_by(StaffGroup.id)
    if organisation_id is not None:
        query = query.where(StaffGroup.organisation_id == organisation_id)
    return (await session.scalars(query)).all()


async def groups_with_areas(session: AsyncSession, organisation_id: int) -> list[Bound]:
    """The same of one organisation, with what each is bound for."""
    return [Bound(group.chat_id, group.areas) for group in await bound_groups(session, organisation_id)]


async def note_refusal(
    session: AsyncSession, chat_id: int, telegram_id: int, now: datetime, not_after: datetime
) -> bool:
    """Whether a stranger may be refused aloud now: True at most once between `not_after` and `now`, and remembered."""
    statement = (
        insert(StrangerRefusal)
        .values(chat_id=chat_id, telegram_id=telegram_id, refused_at=now)
        .on_conflict_do_update(
            index_elements=["chat_id", "telegram_id"],
            set_={"refused_at": now},
            where=StrangerRefusal.refused_at <= not_after,
        )
        .returning(StrangerRefusal.chat_id)
    )
    return (await session.execute(statement)).first() is not None
