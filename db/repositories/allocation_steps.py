"""What a trial and a step read and write of an allocation: many rows a statement, so that transactions stay short."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Text, cast, func, insert, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Allocation, AllocationLine, AllocationParty, PlaceOffer
from db.repositories.allocation import ASKED
from rules.allocation.facts import LineKind
from rules.recreation.offers import OfferState

# Free places, the lowest numbers first; whoever holds one locked writes it in this very transaction.
_FREE = text(
    """
    SELECT id, shift FROM camp_places
    WHERE campaign_id = :campaign_id AND offer_id IS NULL AND child_id IS NULL
    ORDER BY shift, seat FOR UPDATE
    """
)
_TAKE = text(
    """
    UPDATE camp_places SET offer_id = taken.offer_id
    FROM unnest(CAST(:places AS bigint[]), CAST(:offers AS bigint[])) AS taken (place_id, offer_id)
    WHERE camp_places.id = taken.place_id
    """
)


async def next_asked(session: AsyncSession) -> Allocation | None:
    """The oldest trial that was asked for, locked; one that another process holds is passed over."""
    query = select(Allocation).where(Allocation.state == ASKED).order_by(Allocation.id).limit(1)
    return await session.scalar(query.with_for_update(key_share=True, skip_locked=True))


async def asked_since(session: AsyncSession, until: datetime) -> datetime | None:
    """Since when a trial that was asked for waits; up to a moment."""
    query = select(func.min(Allocation.tried_at)).where(Allocation.state == ASKED, Allocation.tried_at <= until)
    found: datetime | None = await session.scalar(query)
    return found


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party as it was read by a step. What is kept as JSON is only parsed where it is looked at: thousands of these
    are no work for the event loop.
    """

    id: int
    number: str
    part: int
    rank: int
    weight: int
    counts_from: datetime
    kept: bool
    lot: str
    decided_by: str | None
    why: str
    of_children: str
    of_tried: str

    @property
    def children(self) -> list[int]:
        """Ids of its children."""
        ids: list[int] = json.loads(self.of_children)
        return ids

    @property
    def tried(self) -> dict[str, Any]:
        """What the last step found."""
        found: dict[str, Any] = json.loads(self.of_tried)
        return found


async def rows_of_parties(session: AsyncSession, allocation_id: int) -> list[PartyRow]:
    """All of an allocation, by rank."""
    party = AllocationParty
    query = select(
        party.id, party.number, party.part, party.rank, party.weight, party.counts_from, party.kept, party.lot,
        party.decided_by, party.why, cast(party.children, Text), cast(party.tried, Text),
    )  # fmt: skip
    mine = query.where(party.allocation_id == allocation_id).order_by(party.rank)
    rows: Sequence[Any] = (await session.execute(mine)).all()
    return [PartyRow(*row) for row in rows]


NEW_PARTY = {
    "rank": "integer", "application_id": "bigint", "number": "text", "part": "integer", "children": "jsonb",
    "weight": "integer", "counts_from": "timestamptz", "kept": "boolean", "lot": "text", "decided_by": "text",
    "why": "text", "tried": "jsonb",
}  # fmt: skip
"""What a new party is told by, and what PostgreSQL reads it as."""
_ADD_PARTIES = text(
    f"""
    INSERT INTO allocation_parties (allocation_id, {", ".join(NEW_PARTY)})
    SELECT :allocation_id, {", ".join(NEW_PARTY)}
    FROM jsonb_to_recordset(CAST(CAST(:rows AS text) AS jsonb)) AS new ({", ".join(map(" ".join, NEW_PARTY.items()))})
    """
)
_FOUND = text(
    """
    UPDATE allocation_parties SET why = found.why, tried = found.tried
    FROM jsonb_to_recordset(CAST(CAST(:rows AS text) AS jsonb)) AS found (id bigint, why text, tried jsonb)
    WHERE allocation_parties.id = found.id
    """
)
_UNTOLD = text("UPDATE allocation_parties SET untold = :untold WHERE id = ANY(:ids)")


async def add_parties(session: AsyncSession, allocation_id: int, rows: str) -> None:
    """Many at once: a list in JSON, each with what `NEW_PARTY` names."""
    await session.execute(_ADD_PARTIES, {"allocation_id": allocation_id, "rows": rows})


async def found(session: AsyncSession, rows: str) -> None:
    """What the last step found for parties: a list in JSON, each with `id`, `why` and `tried`."""
    await session.execute(_FOUND, {"rows": rows})


async def to_be_told(session: AsyncSession, those: Sequence[int], *, untold: bool) -> None:
    """Whether these parties have still to be told that they wait."""
    await session.execute(_UNTOLD, {"ids": list(those), "untold": untold})


async def have_spoken(session: AsyncSession, allocation_id: int, party_ids: Sequence[int], after: int) -> bool:
    """Whether any of these parties has a line behind the one with this id, or anybody came into the order behind it."""
    line, party = AllocationLine, AllocationParty
    theirs = or_(line.party_id.in_(party_ids), line.kind == LineKind.JOINED.value)
    query = select(line.id).join(party, party.id == line.party_id)
    query = query.where(party.allocation_id == allocation_id, line.id > after, theirs)
    return await session.scalar(query.limit(1)) is not None


async def add_lines(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Many at once."""
    if rows:
        await session.execute(insert(AllocationLine), list(rows))


async def add_offers(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Many at once; their ids, in order."""
    if not rows:
        return []
    made = insert(PlaceOffer).returning(PlaceOffer.id, sort_by_parameter_order=True)
    return list((await session.scalars(made, list(rows))).all())


async def standing_of_parties(session: AsyncSession, party_ids: Sequence[int]) -> Sequence[int]:
    """The ids of those that these parties can answer, in order."""
    stands = PlaceOffer.state == OfferState.STANDING.value
    query = select(PlaceOffer.id).where(PlaceOffer.party_id.in_(party_ids), stands)
    return (await session.scalars(query.order_by(PlaceOffer.id))).all()


async def take_places(session: AsyncSession, campaign_id: int, wanted: Sequence[tuple[int, int, int]]) -> bool:
    """Keeps free places for offers: for each of these offers so many of a shift. False where there are fewer; the
    transaction is of no use then.
    """
    free: dict[int, list[int]] = {}
    for place_id, shift in await session.execute(_FREE, {"campaign_id": campaign_id}):
        free.setdefault(shift, []).append(place_id)
    taken: dict[int, int] = {}
    for offer_id, shift, seats in wanted:
        here = free.get(shift, [])
        if len(here) < seats:
            return False
        taken.update(dict.fromkeys(here[:seats], offer_id))
        del here[:seats]
    await session.execute(_TAKE, {"places": list(taken), "offers": list(taken.values())})
    return True
