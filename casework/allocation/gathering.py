"""Reads what the order is made from, and the children of parties as the rule knows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Allocation, AllocationParty
from db.models.search import human_hash
from db.repositories import allocation, applicants
from db.repositories.recreation import Call
from rules.allocation.answers import Line
from rules.allocation.asked import Application, Child, Criterion, Shift
from rules.allocation.facts import LineKind, read_line
from rules.allocation.order import Party, PartyId, Rank
from rules.local_time import local_date
from rules.recreation.applications import ENDED, Standing
from rules.recreation.sharing import shifts_of, wishes_of
from rules.recreation.terms import Terms

READY = (Standing.NEED_CONFIRMED, Standing.QUEUED)
NOBODY = date(1, 1, 1)
"""The birthday of a child who was erased: it wants no place."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """`numbers`: of all applications that had come when the call closed, for the lot. `ids`: rows by number."""

    applications: tuple[Application, ...]
    numbers: tuple[str, ...]
    ids: Mapping[str, int]


async def gather(session: AsyncSession, call: Call) -> Gathered:
    """Whose need is confirmed takes part; whose is not yet stands beside the order, and with siblings who go only
    together so do these.
    """
    rows = await applicants.filed(session, call.campaign.id, call.terms.deadline)
    children: dict[int, list[Any]] = {}
    for child in await applicants.children_of(session, call.campaign.id):
        children.setdefault(child.application_id, []).append(child)
    papers: dict[int, list[datetime]] = {}
    for case_id, at in await applicants.papers_came(session, call.campaign.id):
        papers.setdefault(case_id, []).append(at)
    found = [
        application_of(call.terms, row.number, row, those, papers.get(row.case_id, ()))
        for row in rows
        if (those := [each for each in children.get(row.id, ()) if Standing(each.state) not in ENDED and each.born])
    ]
    return Gathered(tuple(found), tuple(row.number for row in rows), {row.number: row.id for row in rows})


def application_of(
    terms: Terms, number: str, row: Any, those: Sequence[Any], papers: Iterable[datetime]
) -> Application:
    """An application as the rule knows it, with these children of it. `row`: when it came, and who goes together;
    `papers`: when each came.
    """
    ready = [each for each in those if Standing(each.state) in READY]
    whole = bool(ready) and (not row.together or len(ready) == len(those))
    confirmed_at = max((each.state_at for each in ready), default=row.filed_at)
    # A paper that came after the need was confirmed was none that the order had waited for.
    came = [at for at in papers if at <= confirmed_at]
    return Application(
        number=number,
        submitted_at=row.filed_at,
        complete_at=max((row.filed_at, *came)) if whole else None,
        children=tuple(child_of(terms, each) for each in (ready if whole else those)),
        together=bool(row.together),
    )


def child_of(terms: Terms, row: Any) -> Child:
    """A row as the rule knows the child: with the categories that staff confirmed, whatever the family named."""
    erased = row.born is None or row.name is None
    return Child(
        number=row.id,
        key=f"row {row.id}" if erased else human_hash(row.name, row.born).hex(),
        born=NOBODY if erased else date.fromisoformat(row.born),
        wishes=wishes_of(terms, row.stay, row.period),
        categories=frozenset(row.confirmed),
    )


def unnamed(number: int) -> Child:
    """A child of whom only the order is asked."""
    return Child(number, f"row {number}", NOBODY, ())


def rank_of(row: AllocationParty, children: Mapping[int, Child]) -> Rank:
    """A party with its rank, as it was confirmed."""
    return Rank(
        party=Party((row.number, row.part), tuple(children[number] for number in row.children)),
        number=row.rank,
        weight=row.weight,
        counts_from=row.counts_from,
        kept=row.kept,
        lot=row.lot,
        decided_by=Criterion(row.decided_by) if row.decided_by else None,
    )


@dataclass(frozen=True, slots=True)
class Played:
    """A confirmed allocation as it is: what the next step follows from."""

    rows: Sequence[AllocationParty]
    ranks: tuple[Rank, ...]
    shifts: tuple[Shift, ...]
    log: tuple[Line, ...]
    last_line: int
    joined: frozenset[PartyId]
    """Who came into the order since the last step."""


async def played(session: AsyncSession, row: Allocation, call: Call, now: datetime) -> Played:
    """All of it, read under the lock of the allocation."""
    rows = await allocation.parties(session, row.id)
    children = {each.id: child_of(call.terms, each) for each in await applicants.children_of(session, call.campaign.id)}
    by_id = {row.id: row for row in rows}
    log: list[Line] = []
    last, joined = 0, set()
    for line, party_id in await allocation.lines(session, row.id):
        party = by_id[party_id].number, by_id[party_id].part
        log.append(read_line(line.kind, line.facts, party))
        last = line.id
        if line.kind == LineKind.JOINED and line.id > row.stepped_line:
            joined.add(party)
    ranks = tuple(rank_of(each, children) for each in rows)
    return Played(rows, ranks, shifts_of(call.terms, local_date(now)), tuple(log), last, frozenset(joined))
