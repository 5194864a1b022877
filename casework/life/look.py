"""A person looks through the menu of life: consent or not, nothing is written down by looking."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves
from rules.catalogue import Area, End


@dataclass(frozen=True, slots=True)
class LookAt:
    """`at` None: the whole menu, at `page`; else an area or an end. `tell`: the person wants to write about it."""

    at: str | None = None
    page: int = 0
    tell: bool = False


@act("life.look")
async def look_at(ctx: Context, data: LookAt) -> str | None:
    """Puts the screen on the phone; returns what words that come now are about, None for anything.

    Where the catalogue has no such area or end any more, the menu as it is now is shown and says so.
    """
    found = ctx.catalogue.life.find(data.at)
    await show_person(ctx, await themselves(ctx), _screen(found, data))
    return found.slug if found else None


def _screen(found: Area | End | None, data: LookAt) -> kinds.Letter:
    if found is None and data.at is not None:
        return kinds.RequestScreen(changed=True)
    if data.tell:
        return kinds.TellScreen(data.at or "")
    if found is None:
        return kinds.RequestScreen(data.page)
    return kinds.AreaScreen(found.slug) if isinstance(found, Area) else kinds.EndScreen(found.slug)
