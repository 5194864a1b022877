"""Every look at a person's data is for a reason, and is written down."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from casework.context import Context
from casework.errors import ReasonNeeded
from db.models import Case, Reading
from db.repositories import alarms, readings
from rules.catalogue import Catalogue, ReadingReason
from rules.readings import SHOWN_FOR, Implied, may_give
from rules.roles import Role

DETAILS = "details"
"""What was looked at where it is no file."""


def reasons_for(catalogue: Catalogue, role: Role) -> Sequence[ReadingReason]:
    """What somebody of this role may choose from."""
    return [each for each in catalogue.reading_reasons.values() if may_give(role, leads_only=each.leads)]


async def reason_of(ctx: Context, case: Case, given: str | None, *, implied: Implied | None = None) -> str | None:
    """Why the actor looks into this case; None: it is their own. ReasonNeeded where they have to say it first.

    Nobody is asked while an alarm stands, or where what they do tells the reason (`implied`). A reason that they gave
    a short while ago holds still.
    """
    if case.owner_id == ctx.actor.id:
        return None
    session, known = ctx.uow.session, [each.slug for each in reasons_for(ctx.catalogue, ctx.actor.role)]
    if given is not None:
        if given not in known:
            raise ReasonNeeded
        return given
    if implied is not None:
        return implied.value
    if await alarms.standing(session, case.id) is not None:
        return Implied.DANGER.value
    before = await readings.last_reason(session, case.id, ctx.actor.id or 0, ctx.now - SHOWN_FOR, known)
    if before is None:
        raise ReasonNeeded
    return before


def write_down(
    ctx: Context,
    case: Case,
    person_id: int,
    *,
    what: str = DETAILS,
    reason: str | None = None,
    fields: Collection[str] = (),
    file_id: int | None = None,
) -> None:
    """Adds one look at one person's data to the log: `fields` names what was shown of it."""
    ctx.uow.session.add(
        Reading(
            case_id=case.id,
            person_id=person_id,
            staff_id=ctx.actor.id or 0,
            at=ctx.now,
            what=what,
            file_id=file_id,
            reason=reason,
            not_theirs=case.owner_id != ctx.actor.id,
            fields=sorted(fields),
        )
    )
