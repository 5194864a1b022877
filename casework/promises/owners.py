"""Who can mend it."""

from __future__ import annotations

from casework.context import Context
from casework.staff.presence import is_present
from db.models import Case, StaffMember
from db.repositories import staff


async def present_owner(ctx: Context, case: Case) -> StaffMember | None:
    """Whoever has the case, still works here and is not away."""
    if case.owner_id is None:
        return None
    owner = await staff.by_id(ctx.uow.session, case.owner_id)
    return owner if is_present(owner, ctx.now) else None
