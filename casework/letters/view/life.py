"""The menu of life as the catalogue has it now."""

from __future__ import annotations

from datetime import date

from casework.letters import kinds
from casework.letters.sights import AreaSight, ChoiceLine, EndSight, RequestSight, Sight, TellSight
from casework.letters.view.look import Look, view
from casework.letters.view.to_person import hotline_line
from rules.catalogue import Area, Catalogue, End, Provider, standing_of
from rules.local_time import local_date


def _choice(entry: Area | End, language: str) -> ChoiceLine:
    return ChoiceLine(entry.slug, entry.name[language])


@view(kinds.RequestScreen)
async def _request(look: Look, letter: kinds.RequestScreen) -> Sight:
    language, life = (await look.person()).language, look.catalogue.life
    areas = tuple(_choice(area, language) for area in life.page(letter.page))
    first = letter.page == 0 or life.page(0) == life.page(letter.page)
    shows = RequestSight(
        areas, page=0 if first else 1, more=first and len(areas) < len(life.areas), changed=letter.changed
    )
    return look.sight(language, shows)


@view(kinds.AreaScreen)
async def _area(look: Look, letter: kinds.AreaScreen) -> Sight | None:
    language, area = (await look.person()).language, look.catalogue.life.areas.get(letter.area)
    if area is None:
        return None
    ends = tuple(_choice(end, language) for end in look.catalogue.life.ends_of(area.slug))
    return look.sight(language, AreaSight(area.name[language], ends))


@view(kinds.EndScreen)
async def _end(look: Look, letter: kinds.EndScreen) -> Sight | None:
    language, end = (await look.person()).language, look.catalogue.life.ends.get(letter.end)
    if end is None:
        return None
    return look.sight(language, end_sight(look.catalogue, end, language, local_date(look.now)))


def end_sight(catalogue: Catalogue, end: End, language: str, day: date) -> EndSight:
    """What an end shows on a local day."""
    service = catalogue.services[end.service]
    ours = service.provider is Provider.DEPARTMENT
    bounds = service if end.text is None else end
    return EndSight(
        slug=end.slug,
        area=end.area,
        name=end.name[language],
        kind=end.kind,
        standing=standing_of(end, catalogue.services, day),
        since=bounds.valid_from,
        until=bounds.valid_to,
        text=(end.text or service.plain)[language],
        asked=service.asked[language],
        provider=None if ours and service.sensitive else service.provider,
        source=end.source[language] if end.source else None,
        checked=end.checked,
        hotlines=tuple(hotline_line(catalogue.hotlines[number], language) for number in end.hotlines),
    )


@view(kinds.TellScreen)
async def _tell(look: Look, letter: kinds.TellScreen) -> Sight:
    language, about = (await look.person()).language, look.catalogue.life.find(letter.about)
    return look.sight(language, TellSight(_choice(about, language) if about else None))
