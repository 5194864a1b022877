"""Who can mend it."""

from __future__ import annotations

from casework.context import Context
from db.models import Case, StaffMember
from db.repositories import staff


async def present_owner(ctx: Context, case: Case) -> StaffMember | None:
    """Whoever has the case and still works here."""
    if case.owner_id is None:
        return None
    owner = await staff.by_id(ctx.uow.session, case.owner_id)
    return owner if owner.removed_at is None and owner.telegram_id is not None else None
