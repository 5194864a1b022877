"""Reads what the order is made from, and the children of parties as the rule knows them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Allocation, AllocationParty, ApplicationChild
from db.models.search import human_hash
from db.repositories import allocation, allocation_steps, applicants
from db.repositories.allocation_steps import PartyRow
from db.repositories.applicants import SealedChild, opened
from db.repositories.recreation import Call
from rules.allocation.answers import Line
from rules.allocation.asked import Application, Child, Criterion, Shift
from rules.allocation.facts import LineKind, read_line
from rules.allocation.order import Party, Rank
from rules.local_time import local_date
from rules.recreation.applications import ENDED, Standing
from rules.recreation.sharing import order_rule, shifts_of, wishes_of
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


@dataclass(frozen=True, slots=True)
class Rows:
    """What the order is made from, as it stands in the database."""

    filed: Sequence[Any]
    children: Sequence[SealedChild]
    papers: Sequence[tuple[int, datetime]]


async def read_rows(session: AsyncSession, call: Call) -> Rows:
    """All of a campaign: the one part of sharing out that needs a transaction."""
    return Rows(
        await applicants.filed(session, call.campaign.id, call.terms.deadline),
        await applicants.children_of(session, call.campaign.id),
        await applicants.papers_came(session, call.campaign.id),
    )


async def fingerprint(session: AsyncSession, call: Call, today: date, seed: str) -> str:
    """The digest of all that the order and the first offers follow from: of the same they are the same."""
    rule = order_rule(call.terms)
    rows = await applicants.digest(session, call.campaign.id, call.terms.deadline, READY, sorted(ENDED))
    from_all = [seed, f"{sorted(rule.weights.items())} {rule.papers_by} {rule.counted} {rule.criteria}"]
    from_all += [repr(shifts_of(call.terms, today)), rows]
    return hashlib.sha256("\n".join(from_all).encode()).hexdigest()


def gather(terms: Terms, read: Rows) -> Gathered:
    """Whose need is confirmed takes part; whose is not yet stands beside the order, and with siblings who go only
    together so do these.
    """
    rows = read.filed
    children: dict[int, list[SealedChild]] = {}
    for child in read.children:
        children.setdefault(child.application_id, []).append(child)
    papers: dict[int, list[datetime]] = {}
    for case_id, at in read.papers:
        papers.setdefault(case_id, []).append(at)
    found = [
        application_of(terms, row.number, row, those, papers.get(row.case_id, ()))
        for row in rows
        if (those := [each for each in children.get(row.id, ()) if Standing(each.state) not in ENDED and each.born])
    ]
    return Gathered(tuple(found), tuple(row.number for row in rows), {row.number: row.id for row in rows})


def application_of(
    terms: Terms,
    number: str,
    row: Any,
    those: Sequence[ApplicationChild] | Sequence[SealedChild],
    papers: Iterable[datetime],
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


def child_of(terms: Terms, row: ApplicationChild | SealedChild) -> Child:
    """A row as the rule knows the child: with the categories that staff confirmed, whatever the family named."""
    name, born = opened(row) if isinstance(row, SealedChild) else (row.name, row.born)
    erased = born is None or name is None
    return Child(
        number=row.id,
        key=f"row {row.id}" if erased else human_hash(name, born).hex(),
        born=NOBODY if born is None or erased else date.fromisoformat(born),
        wishes=wishes_of(terms, row.stay, row.periods),
        categories=frozenset(row.confirmed),
    )


def unnamed(number: int) -> Child:
    """A child of whom only the order is asked."""
    return Child(number, f"row {number}", NOBODY, ())


def kept_rank(rank: Rank) -> dict[str, Any]:
    """A party with its rank, by the columns of its row; `rank_of` reads it."""
    number, part = rank.party.id
    return {
        "rank": rank.number,
        "number": number,
        "part": part,
        "children": [child.number for child in rank.party.children],
        "weight": rank.weight,
        "counts_from": rank.counts_from,
        "kept": rank.kept,
        "lot": rank.lot,
        "decided_by": rank.decided_by.value if rank.decided_by else None,
    }


def rank_of(row: AllocationParty | PartyRow, children: Mapping[int, Child]) -> Rank:
    """A row of a party with its rank, as it was confirmed."""
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
class Confirmed:
    """A confirmed allocation as it stands in the database: what the next step follows from. `parties`, `children`,
    `lines`: see `db.repositories`.
    """

    allocation_id: int
    stepped: tuple[int, int]
    """The newest line that the step before knew, and its version; zeros before the first step."""
    version_id: int
    terms: Terms
    today: date
    parties: Sequence[PartyRow]
    children: Sequence[SealedChild]
    lines: Sequence[Any]

    @property
    def last_line(self) -> int:
        """The newest one that it knows; 0 before the first."""
        return self.lines[-1].id if self.lines else 0

    @property
    def new(self) -> frozenset[int]:
        """The parties that know nothing yet: all before the first step, then whoever came into the order since."""
        line, version = self.stepped
        if version == 0:
            return frozenset(each.id for each in self.parties)
        return frozenset(each.party_id for each in self.lines if each.kind == LineKind.JOINED and each.id > line)


async def read_confirmed(session: AsyncSession, row: Allocation, call: Call, now: datetime) -> Confirmed:
    """All of it, read under the lock of the allocation."""
    return Confirmed(
        row.id,
        (row.stepped_line, row.stepped_version),
        call.version.id,
        call.terms,
        local_date(now),
        await allocation_steps.rows_of_parties(session, row.id),
        await applicants.children_of(session, call.campaign.id),
        await allocation.lines(session, row.id),
    )


@dataclass(frozen=True, slots=True)
class Played:
    """The same as the rule knows it."""

    ranks: tuple[Rank, ...]
    shifts: tuple[Shift, ...]
    log: tuple[Line, ...]


def played(read: Confirmed) -> Played:
    """What was offered and said, played over the order."""
    children = {each.id: child_of(read.terms, each) for each in read.children}
    ids = {row.id: (row.number, row.part) for row in read.parties}
    return Played(
        tuple(rank_of(row, children) for row in read.parties),
        shifts_of(read.terms, read.today),
        tuple(read_line(each.kind, each.facts, ids[each.party_id]) for each in read.lines),
    )
