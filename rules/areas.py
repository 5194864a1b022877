"""Which of an organisation's groups a case belongs to: groups may be bound for an area, a place or a kind of help.

Written down as words without spaces: `hromada:<code> raion:<code> services:<slug>`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rules.catalogue import Catalogue
from rules.danger import normal
from rules.languages import LANGUAGES

HROMADA, RAION, SERVICES = "hromada", "raion", "services"
LONGEST = 500
"""Characters of all areas of one group, as they are written down."""
_CLOSEST_FIRST = (HROMADA, RAION, SERVICES)


@dataclass(frozen=True, slots=True)
class Bound:
    """A group that is bound, first bound first; `areas` None: for whatever no other group is bound for."""

    chat_id: int
    areas: str | None


def read_areas(catalogue: Catalogue, typed: str) -> str | None:
    """The areas that somebody named, with commas between them, as they are written down.

    None where one of them is no hromada, raion or group of services of the catalogue, or where they are too many.
    """
    known = _names(catalogue)
    found = [known.get(normal(each)) for each in typed.split(",") if each.strip()]
    if not found or None in found:
        return None
    written = " ".join(dict.fromkeys(each for each in found if each is not None))
    return written if len(written) <= LONGEST else None


def area_names(catalogue: Catalogue, areas: str | None, language: str) -> tuple[str, ...]:
    """What the areas of a group are called; those that the catalogue does not know any more are left out."""
    raions = {each.raion_code: each.raion for each in catalogue.hromadas.values()}
    called: dict[str, str] = {f"{HROMADA}:{each.code}": each.name for each in catalogue.hromadas.values()}
    called |= {f"{RAION}:{code}": name for code, name in raions.items()}
    called |= {f"{SERVICES}:{each.group_slug}": each.group[language] for each in catalogue.services.values()}
    return tuple(called[each] for each in (areas or "").split() if each in called)


def group_for(catalogue: Catalogue, groups: Sequence[Bound], hromada: str | None, service: str) -> int | None:
    """The chat that a case comes into: the group bound for its hromada, else its raion, else its kind of help, else one
    without an area, else the first: a case that fits nowhere must be seen, too. None where no group is bound.
    """
    place = catalogue.hromadas.get(hromada or "")
    entry = catalogue.services.get(service)
    theirs: Mapping[str, str | None] = {
        HROMADA: place.code if place else None,
        RAION: place.raion_code if place else None,
        SERVICES: entry.group_slug if entry else None,
    }
    for kind in _CLOSEST_FIRST:
        for group in groups:
            if theirs[kind] is not None and f"{kind}:{theirs[kind]}" in (group.areas or "").split():
                return group.chat_id
    general = [group.chat_id for group in groups if group.areas is None] or [group.chat_id for group in groups]
    return general[0] if general else None


def _names(catalogue: Catalogue) -> dict[str, str]:
    """What an area may be called → how it is written down. A name that two things share means the smaller one."""
    known: dict[str, str] = {}
    for service in catalogue.services.values():
        names = (service.group_slug, *(service.group[language] for language in LANGUAGES))
        known |= {normal(name): f"{SERVICES}:{service.group_slug}" for name in names}
    for place in catalogue.hromadas.values():
        known |= {normal(f"{place.raion} район"): f"{RAION}:{place.raion_code}"}
    for place in catalogue.hromadas.values():
        known |= {normal(name): f"{HROMADA}:{place.code}" for name in (place.name, f"{place.name} громада", place.code)}
    return known
