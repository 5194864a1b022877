"""Somebody in a staff group who is not one of us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from casework.act import act
from casework.context import Context
from db.repositories import staff

QUIET = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class RefuseStranger:
    """Who tried, and where."""

    chat_id: int
    telegram_id: int


@act("staff.refuse_stranger")
async def refuse_stranger(ctx: Context, data: RefuseStranger) -> bool:
    """Whether the stranger may be answered at all: at most once an hour."""
    return await staff.note_refusal(ctx.uow.session, data.chat_id, data.telegram_id, ctx.now, ctx.now - QUIET)
