"""Tags on a case: from the catalogue, on the card, where the whole group reads them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import Stale
from casework.letters.write import show_case
from db.models import Case
from rules.bulk import MOST_TAGS

MOST = MOST_TAGS
"""A card that carries more says nothing."""


@dataclass(frozen=True, slots=True)
class AskTags:
    """The case whose tags are to be seen."""

    case_id: int


@act("tag.ask")
async def ask_tags(ctx: Context, data: AskTags) -> dict[str, bool]:
    """Every tag of the catalogue by its slug, and whether the case has it."""
    case = await seen(ctx, data.case_id, "tag.ask")
    return {slug: slug in case.tags for slug in ctx.catalogue.tags}


@dataclass(frozen=True, slots=True)
class SetTag:
    """Put a tag on a case, or take it off."""

    case_id: int
    tag: str
    on: bool


@act("tag.set")
async def set_tag(ctx: Context, data: SetTag) -> Case:
    """Stale for an unknown tag, and for one more than a card can carry; twice the same is once."""
    case = await locked(ctx, data.case_id, "tag.set")
    await put_tag(ctx, case, data.tag, on=data.on)
    return case


async def put_tag(ctx: Context, case: Case, tag: str, *, on: bool) -> None:
    """Puts a tag on a locked case, or takes it off. Stale as above."""
    if tag not in ctx.catalogue.tags and on:
        raise Stale
    if (tag in case.tags) == on:
        return
    if on and len(case.tags) >= MOST:
        raise Stale
    case.tags = [*case.tags, tag] if on else [each for each in case.tags if each != tag]
    record(ctx, case, Event.TAG_ADDED if on else Event.TAG_REMOVED, tag=tag)
    await show_case(ctx, case, head=False)
