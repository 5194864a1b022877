"""What a list of providers may name, and how a new list stands to the old one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.models import Organisation, Provider
from db.repositories.providers import entry_of
from rules.catalogue import Catalogue
from rules.providers import Known, ProviderEntry, area_names, name_key


def known_to(catalogue: Catalogue, organisation: Organisation) -> Known:
    """Areas of the catalogue, and the other organisations that work with this bot."""
    others = frozenset(catalogue.organisations) - {organisation.slug}
    return Known(area_names(catalogue), others)


def names_of_areas(catalogue: Catalogue) -> dict[str, str]:
    """By code; hromadas and oblasts, in Ukrainian."""
    oblasts = {each.code: each.name["uk"] for each in catalogue.oblasts.values()}
    return oblasts | {each.code: each.name for each in catalogue.hromadas.values()}


@dataclass(frozen=True, slots=True)
class Compared:
    """The lines of a list by what they are to the one that is kept."""

    new: tuple[ProviderEntry, ...]
    changed: tuple[ProviderEntry, ...]
    same: tuple[ProviderEntry, ...]


def compare(rows: Sequence[Provider], entries: Iterable[ProviderEntry]) -> Compared:
    """Two are one provider by `name_key`. One that was removed and stands in the list again is changed."""
    there = {each.name_key: each for each in rows}
    new, changed, same = [], [], []
    for entry in entries:
        row = there.get(name_key(entry.name))
        if row is None:
            new.append(entry)
        elif row.removed_at is None and entry_of(row) == entry:
            same.append(entry)
        else:
            changed.append(entry)
    return Compared(tuple(new), tuple(changed), tuple(same))
