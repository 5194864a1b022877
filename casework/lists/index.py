"""The search learns what cases are found by: by the job, by little and little, and by `keys reindex` from the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from db.models import Case
from db.models.search import name_key, word_key
from db.repositories import applications, search
from rules.search import beginnings, whole_words

AT_ONCE = 200
"""Cases, people and numbers of one run: no transaction stays open long; the next run goes on."""
STALE_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class IndexSearch:
    """Whatever the search does not know as it is."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """How many of each."""

    cases: int
    people: int
    phones: int
    """Numbers, and humans of whom others told."""

    @property
    def nothing(self) -> bool:
        """Whether the search knows everything that nobody is writing at this moment."""
        return self == Indexed(0, 0, 0)


@act("upkeep.index_search")
async def index_search(ctx: Context, data: IndexSearch) -> Indexed:
    """Indexes some cases, names and numbers, and says of the cases whether the law puts their people first.

    A case is found by the words of its request, and by the beginnings of the names of those whom staff may see in it:
    not of somebody who reports and stays hidden, and by nothing once it is erased. Of an application by all its names.
    """
    session = ctx.uow.session
    people = await search.spread_names(session, AT_ONCE)
    phones = await search.hash_phones(session, AT_ONCE) + await search.hash_humans(session, AT_ONCE)
    cases = await search.unindexed(session, AT_ONCE)
    await search.replace(session, await _keys(ctx, cases))
    for case in cases:
        audience = ctx.catalogue.audiences.get(case.audience or "")
        case.first_by_law = audience is not None and audience.first_by_law
        case.indexed = True
    return Indexed(len(cases), people, phones)


async def _keys(ctx: Context, cases: Sequence[Case]) -> dict[int, frozenset[int]]:
    session, ids = ctx.uow.session, [case.id for case in cases if case.erased_at is None]
    others = await search.on_behalf_of(session, ids)
    written = await search.requests(session, ids)
    seen = {case.id: _seen(case, others.get(case.id)) for case in cases if case.erased_at is None}
    names = await search.names(session, [person for theirs in seen.values() for person in theirs])
    applied = await applications.names(session, ids)
    found: dict[int, frozenset[int]] = {}
    for case in cases:
        called = [names.get(person) or "" for person in seen.get(case.id, ())] + applied.get(case.id, [])
        begin = frozenset[str]().union(*map(beginnings, called))
        words = whole_words("\n".join(written.get(case.id, ())))
        keys = {name_key(case.organisation_id, each) for each in begin}
        found[case.id] = frozenset(keys | {word_key(case.organisation_id, each) for each in words})
    return found


def _seen(case: Case, other: tuple[int, bool] | None) -> tuple[int, ...]:
    """Whose names staff may see in the case."""
    if other is None:
        return (case.person_id,)
    beneficiary, shown = other
    return (case.person_id, beneficiary) if shown else (beneficiary,)


@dataclass(frozen=True, slots=True)
class MakeStale:
    """The next rows of one of `search.STALE_TABLES`, behind the row `behind`."""

    table: str
    behind: int = 0


@act("upkeep.make_stale")
async def make_stale(ctx: Context, data: MakeStale) -> int | None:
    """They are to be indexed again; the last one, None where there are no more."""
    return await search.make_stale(ctx.uow.session, data.table, data.behind, STALE_AT_ONCE)
