"""Numbers that were written before there was an index are found, too."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from db.repositories import returns


@dataclass(frozen=True, slots=True)
class IndexPhones:
    """All that have no hash yet."""


@act("upkeep.index_phones")
async def index_phones(ctx: Context, data: IndexPhones) -> int:
    """Gives them their keyed hash, some at a time; how many."""
    return await returns.index_phones(ctx.uow.session)
