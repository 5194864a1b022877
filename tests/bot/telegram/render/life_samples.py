"""Every screen of the menu of life: each end of the shipped catalogue, and each way in which one can stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.catalogue import load_catalogue
from casework.letters import sights as s
from casework.letters.view.life import end_sight
from rules.catalogue import Area, End, Provider, Standing

CATALOGUE = load_catalogue()
LIFE = CATALOGUE.life
TODAY = date(2026, 11, 26)


def life_sights(language: str) -> dict[str, list[object]]:
    return {
        "request": [
            s.RequestSight(lines(LIFE.page(page), language), page, more=page == 0, changed=changed)
            for page in (0, 1)
            for changed in (False, True)
        ],
        "area": [
            s.AreaSight(area.name[language], lines(LIFE.ends_of(area.slug), language)) for area in LIFE.areas.values()
        ],
        "end": [*ends(language)],
        "tell": [s.TellSight(None), *(s.TellSight(line) for line in lines(tuple(LIFE.ends.values()), language)[:5])],
    }


def lines(entries: tuple[Area, ...] | tuple[End, ...], language: str) -> tuple[s.ChoiceLine, ...]:
    return tuple(s.ChoiceLine(entry.slug, entry.name[language]) for entry in entries)


def ends(language: str) -> list[s.EndSight]:
    shown = [end_sight(CATALOGUE, end, language, TODAY) for end in LIFE.ends.values()]
    one = end_sight(CATALOGUE, LIFE.ends["resilience"], language, TODAY)
    return [
        *shown,
        *(replace(one, standing=standing) for standing in Standing),
        *(replace(one, provider=provider, standing=Standing.OFFERED) for provider in Provider),
    ]
