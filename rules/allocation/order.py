"""The order of families: who must be together is one party, and each party has one rank. Input in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from rules.allocation.asked import Application, Child, Counted, Criterion, OrderRule
from rules.allocation.lots import lot_of
from rules.local_time import KYIV

PartyId = tuple[str, int]
"""The number of the application, and which part of it, from 0."""


@dataclass(frozen=True, slots=True)
class Party:
    """Children of one application who go together: all of it, or one sibling where they need not."""

    id: PartyId
    children: tuple[Child, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """Where a party stands, and all that put it there."""

    party: Party
    number: int
    """From 1."""
    weight: int
    counts_from: datetime
    """UTC, as exact as the campaign counts."""
    kept: bool
    """The time of submission counts; else the time when the papers were whole."""
    lot: str
    decided_by: Criterion | None
    """What put this party behind the one before; None for the first."""


@dataclass(frozen=True, slots=True)
class Order:
    """Everybody who takes part, and the applications (sorted numbers) whose papers are not whole: they don't yet."""

    ranks: tuple[Rank, ...]
    incomplete: tuple[str, ...]


def in_order(rule: OrderRule, applications: Iterable[Application], seed: str) -> Order:
    """The order of a campaign by its rule and the seed of its lot. ValueError where a number stands twice."""
    every = sorted(applications, key=lambda each: each.number)
    _once([each.number for each in every])
    _once([child.number for each in every for child in each.children])
    unranked = [
        _unranked(rule, each, party, lot_of(seed, each.number))
        for each in every
        if each.complete_at is not None
        for party in parties_of(each)
    ]
    unranked.sort(key=lambda rank: _key(rule, rank))
    return Order(_numbered(rule, unranked), tuple(each.number for each in every if each.complete_at is None))


def joined(
    rule: OrderRule,
    ranks: Sequence[Rank],
    application: Application,
    parties: Sequence[Party],
    family: Sequence[int],
    seed: str,
) -> tuple[Rank, ...]:
    """An order with parties that were not in it, each where the order would have put it; nobody else changes places.

    `parties`: of `application`, whose papers are whole. `family`: the numbers of all its children, as they were
    written: brothers and sisters who are equal otherwise stand so, those who were in the order before as well.
    ValueError for a party that is in it.
    """
    _once([*(child.number for rank in ranks for child in rank.party.children), *_numbers(parties)])
    written = {number: place for place, number in enumerate(family)}

    def key(rank: Rank) -> tuple[object, ...]:
        party = rank.party
        return _key(rule, rank, written[party.children[0].number] if party.id[0] == application.number else None)

    found = list(ranks)
    for party in parties:
        new = _unranked(rule, application, party, lot_of(seed, application.number))
        at = next((place for place, each in enumerate(found) if key(new) < key(each)), len(found))
        found.insert(at, new)
    return _numbered(rule, found)


def parties_of(application: Application) -> tuple[Party, ...]:
    """Who of an application goes together."""
    if application.together:
        return (Party((application.number, 0), application.children),)
    return tuple(Party((application.number, part), (child,)) for part, child in enumerate(application.children))


def weight_of(rule: OrderRule, children: Iterable[Child]) -> int:
    """The heaviest category of any of them: several do not add up, and one child lifts those who go with it."""
    return max((rule.weights.get(category, 0) for child in children for category in child.categories), default=0)


def _numbers(parties: Iterable[Party]) -> list[int]:
    return [child.number for party in parties for child in party.children]


def _key(rule: OrderRule, rank: Rank, place: int | None = None) -> tuple[object, ...]:
    """What is smaller stands first. `place`: of a party within its family; None: as its parts are counted."""
    number, part = rank.party.id
    return (*(_PARTS[each](rank) for each in rule.criteria), rank.lot, number, part if place is None else place)


_PARTS: dict[Criterion, Callable[[Rank], float]] = {
    Criterion.WEIGHT: lambda rank: -rank.weight,
    Criterion.TIME: lambda rank: rank.counts_from.timestamp(),
}


def _unranked(rule: OrderRule, application: Application, party: Party, lot: str) -> Rank:
    complete_at = application.complete_at or application.submitted_at
    kept = complete_at <= rule.papers_by
    counts_from = _rounded(
        application.submitted_at if kept else max(complete_at, application.submitted_at), rule.counted
    )
    return Rank(party, 0, weight_of(rule, party.children), counts_from, kept, lot, None)


def _rounded(at: datetime, counted: Counted) -> datetime:
    local = at.astimezone(KYIV)
    if counted is Counted.DAY:
        local = local.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    elif counted is Counted.MINUTE:
        local = local.replace(second=0, microsecond=0)
    return local.astimezone(UTC)


def _decided_by(rule: OrderRule, before: Rank, rank: Rank) -> Criterion:
    for criterion in rule.criteria:
        if _PARTS[criterion](before) != _PARTS[criterion](rank):
            return criterion
    return Criterion.SIBLINGS if before.party.id[0] == rank.party.id[0] else Criterion.LOT


def _numbered(rule: OrderRule, ordered: Iterable[Rank]) -> tuple[Rank, ...]:
    ranks: list[Rank] = []
    for number, rank in enumerate(ordered, start=1):
        decided_by = _decided_by(rule, ranks[-1], rank) if ranks else None
        ranks.append(replace(rank, number=number, decided_by=decided_by))
    return tuple(ranks)


def _once(numbers: Sequence[str] | Sequence[int]) -> None:
    if len(set(numbers)) < len(numbers):
        raise ValueError("an application or a child stands there twice")
