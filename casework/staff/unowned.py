"""Whose business is what belongs to no organisation: that of the organisation that the settings name."""

from __future__ import annotations

from casework.context import Context
from db.repositories import staff


async def sees_unowned(ctx: Context, organisation_id: int) -> bool:
    """Whether leads of this organisation look after what belongs to none."""
    return (await staff.organisation_by_id(ctx.uow.session, organisation_id)).slug == ctx.rules.organisation
