"""Campaigns of the children's recreation programme, their versions, and who wants to be told of the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Campaign, CampaignVersion, Person, RecreationWait
from db.session import lock_row
from rules.local_time import start_of_day
from rules.recreation.campaigns import BEFORE_THE_END, OVER, CampaignState, next_day
from rules.recreation.facts import as_facts, read_terms
from rules.recreation.terms import Terms

_NEWEST = (
    select(CampaignVersion.number)
    .where(CampaignVersion.campaign_id == Campaign.id)
    .order_by(CampaignVersion.number.desc())
    .limit(1)
    .correlate(Campaign)
    .scalar_subquery()
)
_WITH_NEWEST = select(Campaign, CampaignVersion).join(
    CampaignVersion, (CampaignVersion.campaign_id == Campaign.id) & (CampaignVersion.number == _NEWEST)
)


@dataclass(frozen=True)
class Call:
    """A campaign with one of its versions, mostly the newest."""

    campaign: Campaign
    version: CampaignVersion

    @cached_property
    def terms(self) -> Terms:
        """What the version says."""
        return read_terms(self.version.terms)

    @property
    def state(self) -> CampaignState:
        """Where the campaign stands."""
        return CampaignState(self.campaign.state)


async def add(session: AsyncSession, organisation_id: int, terms: Terms, *, at: datetime, staff_id: int) -> Call:
    """A new campaign, planned, with its first version."""
    campaign = Campaign(
        organisation_id=organisation_id,
        year=terms.closes.year,
        state=CampaignState.PLANNED.value,
        state_at=at,
        told_version=1,
        told_upto=0,
    )
    session.add(campaign)
    await session.flush()
    return await add_version(session, campaign, 1, terms, at=at, staff_id=staff_id)


async def add_version(
    session: AsyncSession, campaign: Campaign, number: int, terms: Terms, *, at: datetime, staff_id: int
) -> Call:
    """A version more of a locked campaign."""
    version = CampaignVersion(campaign_id=campaign.id, number=number, terms=as_facts(terms), at=at, staff_id=staff_id)
    session.add(version)
    campaign.year = terms.closes.year
    await session.flush()
    return Call(campaign, version)


async def lock(session: AsyncSession, campaign_id: int) -> Campaign | None:
    """A campaign, locked until the transaction ends."""
    return await lock_row(session, Campaign, campaign_id)


async def call(session: AsyncSession, campaign_id: int) -> Call | None:
    """A campaign with its newest version."""
    row = (await session.execute(_WITH_NEWEST.where(Campaign.id == campaign_id))).one_or_none()
    return None if row is None else Call(row[0], row[1])


async def call_of_version(session: AsyncSession, version_id: int) -> Call:
    """A version, whether newer ones follow or not, with its campaign. Versions are never deleted."""
    query = select(Campaign, CampaignVersion).join(CampaignVersion, CampaignVersion.campaign_id == Campaign.id)
    campaign, version = (await session.execute(query.where(CampaignVersion.id == version_id))).one()
    return Call(campaign, version)


async def of_organisation(session: AsyncSession, organisation_id: int) -> list[Call]:
    """All campaigns of an organisation, the latest made first."""
    query = _WITH_NEWEST.where(Campaign.organisation_id == organisation_id).order_by(Campaign.id.desc())
    return [Call(campaign, version) for campaign, version in await session.execute(query)]


async def before_the_end(session: AsyncSession) -> list[Call]:
    """All campaigns in which what was begun can still be sent, now or later; the first made first."""
    query = _WITH_NEWEST.where(Campaign.state.in_([state.value for state in BEFORE_THE_END])).order_by(Campaign.id)
    return [Call(campaign, version) for campaign, version in await session.execute(query)]


async def next_move(session: AsyncSession, until: datetime) -> datetime | None:
    """When the dates of a campaign want something of the clock next, up to a moment; None: of none until then."""
    days = [next_day(each.state, each.terms) for each in await before_the_end(session)]
    first = min((start_of_day(each) for each in days if each is not None), default=None)
    return first if first is not None and first <= until else None


async def every(session: AsyncSession) -> list[Call]:
    """All campaigns, over or not; the first made first."""
    return [Call(campaign, version) for campaign, version in await session.execute(_WITH_NEWEST.order_by(Campaign.id))]


async def going_on(session: AsyncSession) -> list[int]:
    """Every campaign that is not over."""
    over = [state.value for state in OVER]
    return list(await session.scalars(select(Campaign.id).where(Campaign.state.not_in(over)).order_by(Campaign.id)))


async def versions(session: AsyncSession, campaign_id: int, limit: int) -> Sequence[CampaignVersion]:
    """What a campaign said last, the newest first."""
    query = select(CampaignVersion).where(CampaignVersion.campaign_id == campaign_id)
    return (await session.scalars(query.order_by(CampaignVersion.number.desc()).limit(limit))).all()


async def ask_to_be_told(session: AsyncSession, person_id: int, at: datetime) -> None:
    """The person wants to be told; asking twice is asking once."""
    await session.execute(insert(RecreationWait).values(person_id=person_id, asked_at=at).on_conflict_do_nothing())


async def waits(session: AsyncSession, person_id: int) -> bool:
    """Whether the person asked to be told and was not yet."""
    return await session.get(RecreationWait, person_id) is not None


async def stop_waiting(session: AsyncSession, person_id: int) -> None:
    """The person is told nothing."""
    await session.execute(delete(RecreationWait).where(RecreationWait.person_id == person_id))


async def take_waiting(session: AsyncSession) -> Sequence[Person]:
    """All who asked to be told, who ask no more from now on."""
    gone = delete(RecreationWait).returning(RecreationWait.person_id)
    ids = list(await session.scalars(gone))
    return (await session.scalars(select(Person).where(Person.id.in_(ids)).order_by(Person.id))).all()
