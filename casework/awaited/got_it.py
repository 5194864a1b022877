"""The person says that they have read it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.awaited.signs import signed
from casework.cases.access import locked
from casework.context import Context
from casework.people.themselves import themselves
from rules.catalogue import Sign


@dataclass(frozen=True, slots=True)
class GotIt:
    """The case that the letter is about."""

    case_id: int


@act("awaited.got_it")
async def got_it(ctx: Context, data: GotIt) -> None:
    """Nobody phones about it; said twice it is the same."""
    await themselves(ctx)
    await signed(ctx, await locked(ctx, data.case_id, "awaited.got_it"), Sign.PRESS)
