"""Applications for the recreation programme, and the children in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild, Campaign, Case, ExportItem, FormDraft
from db.session import get_row, lock_row
from rules.recreation.applications import ENDED, Deed, Standing, possible
from rules.recreation.later import LATER

NOBODYS = (Standing.DRAFT.value, Standing.WITHDRAWN.value)
"""What staff have nothing to do with."""


async def lock(session: AsyncSession, application_id: int) -> Application | None:
    """An application, locked until the transaction ends; after its person and its case."""
    return await lock_row(session, Application, application_id)


async def by_id(session: AsyncSession, application_id: int) -> Application | None:
    """An application, whosever it is."""
    return await get_row(session, Application, application_id)


async def by_ids(session: AsyncSession, ids: Collection[int]) -> Sequence[Application]:
    """Several by their ids, in order."""
    query = select(Application).where(Application.id.in_(ids))
    return (await session.scalars(query.order_by(Application.id))).all()


async def standing_of(session: AsyncSession, person_id: int, campaign_id: int) -> Application | None:
    """The person's own one in a campaign, begun or filed, the latest; not one that they took back."""
    query = select(Application).where(
        Application.person_id == person_id,
        Application.campaign_id == campaign_id,
        Application.state != Standing.WITHDRAWN.value,
    )
    return await session.scalar(query.order_by(Application.id.desc()).limit(1))


async def of_case(session: AsyncSession, case_id: int) -> Application | None:
    """The application that a case is about."""
    return await session.scalar(select(Application).where(Application.case_id == case_id))


async def is_on_its_way(session: AsyncSession, case_id: int) -> bool:
    """Whether the case is an application that has not come to its end."""
    application = await of_case(session, case_id)
    return application is not None and application.state not in ENDED


async def of_person(session: AsyncSession, person_id: int) -> Sequence[Application]:
    """All that a person ever filed, the latest first."""
    query = select(Application).where(Application.person_id == person_id, Application.filed_at.is_not(None))
    return (await session.scalars(query.order_by(Application.id.desc()))).all()


async def all_of_person(session: AsyncSession, person_id: int) -> Sequence[Application]:
    """All that a person ever began or filed, the oldest first."""
    return (
        await session.scalars(select(Application).where(Application.person_id == person_id).order_by(Application.id))
    ).all()


async def children(session: AsyncSession, application_id: int) -> Sequence[ApplicationChild]:
    """The children of an application, in the order in which they were named."""
    return (await children_of(session, [application_id])).get(application_id, [])


async def children_of(session: AsyncSession, application_ids: Collection[int]) -> dict[int, list[ApplicationChild]]:
    """The same of several applications, by their ids; those without children are left out."""
    query = select(ApplicationChild).where(ApplicationChild.application_id.in_(application_ids))
    found: dict[int, list[ApplicationChild]] = {}
    for each in await session.scalars(query.order_by(ApplicationChild.application_id, ApplicationChild.position)):
        found.setdefault(each.application_id, []).append(each)
    return found


async def positions(session: AsyncSession, case_id: int) -> dict[int, int]:
    """The number of each child, by its id, in the application that a case is about; nothing where there is one alone,
    whom nobody has to tell apart.
    """
    query = (
        select(ApplicationChild.id, ApplicationChild.position)
        .join(Application, Application.id == ApplicationChild.application_id)
        .where(Application.case_id == case_id)
    )
    found = {row.id: row.position for row in await session.execute(query)}
    return found if len(found) > 1 else {}


async def children_named(session: AsyncSession, case_id: int) -> dict[int, str]:
    """The name of each child, by its id, in the application that a case is about; not of those who were erased."""
    query = (
        select(ApplicationChild.id, ApplicationChild.name)
        .join(Application, Application.id == ApplicationChild.application_id)
        .where(Application.case_id == case_id)
    )
    return {row.id: row.name for row in await session.execute(query) if row.name}


async def to_check(
    session: AsyncSession, organisation_id: int, campaign_id: int, staff_id: int, *, skip: int, limit: int
) -> Sequence[tuple[Application, Case]]:
    """Applications of a campaign (0: of all) that wait for staff to check them, the next first: not what this member
    confirmed already and a second human has to see, then the time at which they were sent.
    """
    mine = (
        select(func.count())
        .where(ApplicationChild.application_id == Application.id, ApplicationChild.checked_by == staff_id)
        .where(ApplicationChild.state == Standing.CHECKING.value)
        .correlate(Application)
        .scalar_subquery()
    )
    waiting = (Standing.SUBMITTED.value, Standing.CHECKING.value)
    query = (
        select(Application, Case)
        .join(Case, Case.id == Application.case_id)
        .where(Case.organisation_id == organisation_id, Case.closed_at.is_(None), Application.state.in_(waiting))
    )
    if campaign_id:
        query = query.where(Application.campaign_id == campaign_id)
    ordered = query.order_by(mine > 0, Application.filed_at, Application.id).offset(skip).limit(limit)
    return [(application, case) for application, case in await session.execute(ordered)]


async def names(session: AsyncSession, case_ids: Sequence[int]) -> dict[int, list[str]]:
    """The guardians and children that are named in the applications of these cases."""
    found: dict[int, list[str]] = {}
    guardians = select(Application.case_id, Application.guardian).where(Application.case_id.in_(case_ids))
    named = select(Application.case_id, ApplicationChild.name).join(
        Application, Application.id == ApplicationChild.application_id
    )
    for query in (guardians, named.where(Application.case_id.in_(case_ids))):
        for case_id, name in await session.execute(query):
            if case_id is not None and name is not None:
                found.setdefault(case_id, []).append(name)
    return found


async def counted(session: AsyncSession, campaign_id: int) -> tuple[int, int]:
    """How many applications stand filed in a campaign, and how many children stand in them."""
    filed = select(func.count()).where(Application.campaign_id == campaign_id, Application.state.not_in(NOBODYS))
    inside = (
        select(func.count())
        .select_from(ApplicationChild)
        .join(Application, Application.id == ApplicationChild.application_id)
        .where(
            Application.campaign_id == campaign_id,
            Application.state.not_in(NOBODYS),
            ApplicationChild.state != Standing.WITHDRAWN.value,
        )
    )
    return await session.scalar(filed) or 0, await session.scalar(inside) or 0


async def drafts_not_planned(
    session: AsyncSession, campaign_id: int, last_day: date, limit: int
) -> Sequence[Application]:
    """Drafts of a campaign whose reminders are not planned toward this day, locked; not what somebody else holds."""
    query = select(Application).where(
        Application.campaign_id == campaign_id,
        Application.state == Standing.DRAFT.value,
        Application.reminded_for.is_distinct_from(last_day),
    )
    ordered = query.order_by(Application.id).limit(limit).with_for_update(skip_locked=True, key_share=True)
    return (await session.scalars(ordered)).all()


async def with_same_children(
    session: AsyncSession, hashes: Sequence[bytes], year: int, but: int
) -> Sequence[tuple[int, Case]]:
    """Which other applications of campaigns of a year name one of these children (`child_hash`), with their cases;
    `but`: the application that is compared. Oldest first.
    """
    query = (
        select(Application.id, Case)
        .join(Case, Case.id == Application.case_id)
        .join(Campaign, Campaign.id == Application.campaign_id)
        .join(ApplicationChild, ApplicationChild.application_id == Application.id)
        .where(
            ApplicationChild.child_hash.in_([each for each in hashes if each]),
            ApplicationChild.state != Standing.WITHDRAWN.value,
            Campaign.year == year,
            Application.id != but,
        )
        .distinct()
        .order_by(Application.id)
    )
    return [(application_id, case) for application_id, case in await session.execute(query)]


async def drop_drafts(session: AsyncSession, application_ids: Sequence[int]) -> None:
    """Deletes those of these that were never filed."""
    mine = Application.id.in_(application_ids)
    await session.execute(delete(Application).where(mine, Application.state == Standing.DRAFT.value))


async def forget(session: AsyncSession, case_ids: Sequence[int], now: datetime) -> None:
    """Empties all that identifies somebody in the applications of these cases; what reports count stays. Whatever could
    be withdrawn is.
    """
    of = select(Application.id).where(Application.case_id.in_(case_ids))
    going_on = [standing.value for standing in Standing if possible(Deed.WITHDRAW, standing)]
    inside = ApplicationChild.application_id.in_(of)
    await session.execute(
        update(ApplicationChild)
        .where(inside)
        .values(name=None, born=None, child_hash=None, registered=None, later=None)
    )
    await session.execute(
        update(ApplicationChild)
        .where(inside, ApplicationChild.state.in_(going_on))
        .values(state=Standing.WITHDRAWN.value, state_at=now)
    )
    await session.execute(delete(ExportItem).where(ExportItem.case_id.in_(case_ids)))
    on_their_way = FormDraft.application_id.in_(of)
    await session.execute(delete(FormDraft).where(on_their_way, FormDraft.form == LATER))
    emptied = {"guardian": None, "phone": None, "phone_hash": None, "lives": None, "answers": None, "later": None}
    theirs = Application.case_id.in_(case_ids)
    await session.execute(update(Application).where(theirs).values(**emptied))
    await session.execute(
        update(Application).where(theirs, Application.state.in_(going_on)).values(state=Standing.WITHDRAWN.value)
    )
