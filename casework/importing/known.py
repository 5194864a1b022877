"""What the rows of a file are read by, and how they stand to the drafts that are there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial

from db.cipher import search_hash
from db.models import ImportedDraft
from db.repositories.recreation import Call
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.forms import Answer
from rules.languages import LANGUAGES
from rules.local_time import local_date
from rules.places import sure_place
from rules.recreation.forms import MOST_CHILDREN, need_form
from rules.recreation.importing import Column, Family, Flaw, Known, Listed, Wrong, read_rows
from rules.recreation.importing.table import children_of, more_children, with_children

PURPOSE = "imported-family"


def known_to(catalogue: Catalogue, call: Call, now: datetime) -> Known:
    """The campaign's own questions, places and categories."""
    names = {
        each.code: tuple(
            name
            for language in LANGUAGES
            for name in (
                catalogue.categories[each.code].name[language],
                catalogue.recreation.children[each.code].plain[language],
            )
        )
        for each in call.terms.categories
    }
    # In a file the same places stand again and again, and to find one takes milliseconds.
    place = cache(partial(sure_place, catalogue.places.book))
    return Known(need_form(call.terms, call.version.number), place, names, local_date(now))


async def listed_in(uow: UnitOfWork, catalogue: Catalogue, call: Call, now: datetime, content: bytes) -> Listed:
    """What a file holds, read beside the event loop: two thousand rows take seconds."""
    return await uow.beside(partial(read_rows, content, known_to(catalogue, call, now)))


def hash_of(family: Family) -> bytes:
    """By which a second file finds the same family."""
    return search_hash(PURPOSE, family.key)


@dataclass(frozen=True, slots=True)
class Compared:
    """The families of a file by what they are to the drafts that are there."""

    new: tuple[Family, ...]
    more: Mapping[int, Mapping[str, Answer]]
    """By the id of a draft its answers with the children that came to it."""
    same: int
    taken: int
    """Their families took the drafts up: whatever changes now is theirs to say."""
    flaws: tuple[Flaw, ...]
    """Lines that would make a draft larger than a form."""


def compare(rows: Mapping[bytes, ImportedDraft], listed: Listed) -> Compared:
    """Two are one family by number and name. What stands in a draft stays; only children are added."""
    new, more, flaws, same, taken = [], {}, [], 0, 0
    for family in listed.families:
        row = rows.get(hash_of(family))
        if row is None:
            new.append(family)
            continue
        if row.answers is None:
            taken += 1
            continue
        there = json.loads(row.answers)
        children = children_of(there)
        come = more_children(children, children_of(family.answers))
        if not come:
            same += 1
        elif len(children) + len(come) > MOST_CHILDREN:
            flaws += [Flaw(line, Wrong.TOO_MANY_CHILDREN, Column.CHILD) for line in family.lines]
        else:
            more[row.id] = with_children(there, [*children, *come])
    return Compared(tuple(new), more, same, taken, tuple(flaws))


def with_flaws(listed: Listed, compared: Compared) -> Listed:
    """The same list with what only the drafts that are there show to be wrong."""
    return replace(listed, flaws=tuple(sorted((*listed.flaws, *compared.flaws), key=lambda flaw: flaw.line)))
