"""What an allocation is made from: the applications of a campaign, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, select, text, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from db.cipher import unseal
from db.models import Application, ApplicationChild, CampaignVersion, Case, CaseEvent

SENT = "document-sent"
"""The event of a paper that came."""

# Whatever the rule takes of a row, and no more: a paper of a child whose turn has not come yet changes nothing. Papers
# count up to the moment from which the family takes part, and only the last of them.
_DIGEST = text(
    """
    SELECT encode(sha256(convert_to(coalesce(string_agg(line, chr(10) ORDER BY id), ''), 'UTF8')), 'hex')
    FROM (
        SELECT a.id, jsonb_build_array(
            a.id, cases.number, extract(epoch FROM a.filed_at), a.together, those.children,
            (SELECT extract(epoch FROM max(came.at)) FROM case_events AS came
             WHERE came.case_id = a.case_id AND came.kind = :sent AND came.at <= those.ready_at)
        )::text AS line
        FROM applications AS a
        JOIN cases ON cases.id = a.case_id
        CROSS JOIN LATERAL (
            SELECT max(child.state_at) FILTER (WHERE child.state = ANY(:ready)) AS ready_at,
                   jsonb_agg(jsonb_build_array(
                       child.id, md5(child.name), md5(child.born), child.confirmed, child.stay, child.periods,
                       CASE WHEN child.state = ANY(:ready) THEN extract(epoch FROM child.state_at) END
                   ) ORDER BY child.position) AS children
            FROM application_children AS child
            WHERE child.application_id = a.id AND child.born IS NOT NULL AND child.state <> ALL(:over)
        ) AS those
        WHERE a.campaign_id = :campaign_id AND a.filed_at <= :until
    ) AS lines
    """
)
_OF_PARTIES = "SELECT application_id FROM allocation_parties WHERE allocation_id = :id"
_LOCK_PARTIES = text(
    f"""
    SELECT count(*) FROM (
        SELECT id FROM applications WHERE id IN ({_OF_PARTIES}) ORDER BY id FOR NO KEY UPDATE
    ) AS locked
    """
)
_MOVE_PARTIES = text(
    """
    UPDATE application_children SET state = :after, state_at = :at
    FROM allocation_parties CROSS JOIN LATERAL jsonb_array_elements_text(allocation_parties.children) AS those (id)
    WHERE allocation_parties.allocation_id = :id
      AND application_children.id = CAST(those.id AS bigint) AND application_children.state = :before
    """
)
_STANDINGS = text(
    f"""
    SELECT states, array_agg(application_id)
    FROM (
        SELECT application_id, array_agg(DISTINCT CAST(state AS text) ORDER BY CAST(state AS text)) AS states
        FROM application_children WHERE application_id IN ({_OF_PARTIES})
        GROUP BY application_id
    ) AS families
    GROUP BY states
    """
)
_STAND = text("UPDATE applications SET state = :state WHERE id = ANY(:ids)")


async def filed(session: AsyncSession, campaign_id: int, until: datetime) -> Sequence[Any]:
    """Applications that had come by a moment, also those that were taken back: id, number, when, together, case."""
    query = (
        select(Application.id, Case.number, Application.filed_at, Application.together, Case.id.label("case_id"))
        .join(Case, Case.id == Application.case_id)
        .where(Application.campaign_id == campaign_id, Application.filed_at.is_not(None), Application.filed_at <= until)
        .order_by(Application.id)
    )
    return (await session.execute(query)).all()


@dataclass(frozen=True, slots=True)
class SealedChild:
    """A child with what the order and the wishes need; name and date of birth as they are kept."""

    id: int
    application_id: int
    name: bytes | None
    born: bytes | None
    confirmed: list[str]
    stay: str | None
    periods: list[str]
    state: str
    state_at: datetime


async def children_of(session: AsyncSession, campaign_id: int) -> list[SealedChild]:
    """All children of its applications, in order, still sealed: to open thousands is no work for the event loop, nor
    for a transaction. See `opened`.
    """
    child = ApplicationChild
    query = (
        select(
            child.id,
            child.application_id,
            type_coerce(child.name, LargeBinary),
            type_coerce(child.born, LargeBinary),
            child.confirmed,
            child.stay,
            child.periods,
            child.state,
            child.state_at,
        )
        .join(Application, Application.id == child.application_id)
        .where(Application.campaign_id == campaign_id)
        .order_by(child.application_id, child.position)
    )
    return [SealedChild(*row) for row in await session.execute(query)]


def opened(child: SealedChild) -> tuple[str | None, str | None]:
    """Name and date of birth (ISO) of a child; None where it was erased."""
    name, born = (None if each is None else bytes(each) for each in (child.name, child.born))
    return (
        None if name is None else unseal("application_children.name", name),
        None if born is None else unseal("application_children.born", born),
    )


async def digest(
    session: AsyncSession, campaign_id: int, until: datetime, ready: Sequence[str], over: Sequence[str]
) -> str:
    """Of all rows that the order follows from, worked out by PostgreSQL: nothing has to be read or opened for it.
    `until`: as in `filed`; `ready` and `over`: states of children who take part, and of those who do not.
    """
    values = {"campaign_id": campaign_id, "until": until, "ready": list(ready), "over": list(over), "sent": SENT}
    found: str = (await session.execute(_DIGEST, values)).scalar_one()
    return found


async def papers_came(session: AsyncSession, campaign_id: int) -> Sequence[tuple[int, datetime]]:
    """When papers came for its applications: the case and the moment, each time."""
    query = (
        select(CaseEvent.case_id, CaseEvent.at)
        .join(Application, Application.case_id == CaseEvent.case_id)
        .where(Application.campaign_id == campaign_id, CaseEvent.kind == SENT)
    )
    return [(case_id, at) for case_id, at in await session.execute(query)]


async def papers_of(session: AsyncSession, case_id: int) -> Sequence[datetime]:
    """The same for one case."""
    query = select(CaseEvent.at).where(CaseEvent.case_id == case_id, CaseEvent.kind == SENT)
    return (await session.scalars(query)).all()


async def versions(session: AsyncSession, campaign_id: int) -> Sequence[CampaignVersion]:
    """Whatever the campaign said, in order."""
    query = select(CampaignVersion).where(CampaignVersion.campaign_id == campaign_id)
    return (await session.scalars(query.order_by(CampaignVersion.number))).all()


async def lock_applications(session: AsyncSession, application_ids: Sequence[int]) -> None:
    """Many at once, in the order of their ids."""
    query = select(Application.id).where(Application.id.in_(application_ids)).order_by(Application.id)
    (await session.scalars(query.with_for_update(key_share=True))).all()


async def stand(session: AsyncSession, application_ids: Sequence[int], state: str) -> None:
    """These locked applications stand so from now on."""
    await session.execute(_STAND, {"ids": list(application_ids), "state": state})


async def lock_parties(session: AsyncSession, allocation_id: int) -> None:
    """The applications of all parties of an allocation, in the order of their ids."""
    await session.execute(_LOCK_PARTIES, {"id": allocation_id})


async def queue_parties(session: AsyncSession, allocation_id: int, before: str, after: str, at: datetime) -> None:
    """The children of all parties of an allocation who stand so stand otherwise from now on."""
    await session.execute(_MOVE_PARTIES, {"id": allocation_id, "before": before, "after": after, "at": at})


async def standings(session: AsyncSession, allocation_id: int) -> Sequence[tuple[list[str], list[int]]]:
    """How the children of the applications of an allocation stand, and which applications these are."""
    return [(states, ids) for states, ids in await session.execute(_STANDINGS, {"id": allocation_id})]
