"""What waits for a staff member, in the morning at their hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_desk, show_on_desk, tell_desk
from db.models import StaffMember
from db.repositories import reminders, staff
from db.repositories.reminders import LATE, Due, NewReminder
from rules.catalogue import ReminderKind
from rules.local_time import local_date
from rules.reminders import DIGEST_HOURS, digest_at, moments

NEVER = 0
"""The hour of those who do not want it."""


async def write_digests(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes each that is not too late and plans the next one; returns those of nobody who works here."""
    gone = set()
    for each in due:
        member = await staff.by_id(ctx.uow.session, each.staff_id or 0)
        if member.removed_at is not None or member.digest_hour is None:
            gone.add(each.id)
            continue
        if each.state != LATE:
            day = local_date(each.due_at).toordinal()
            await tell_desk(ctx, member, kinds.Digest(member.id, day), key=f"{member.id}:{day}")
        await _plan(ctx, member, member.digest_hour)
    return gone


async def _plan(ctx: Context, member: StaffMember, hour: int) -> None:
    organisation = await staff.organisation_by_id(ctx.uow.session, member.organisation_id)
    hours = ctx.catalogue.hours_of(organisation.slug)
    at = digest_at(ctx.now, hour, hours)
    kind = ReminderKind.DIGEST
    new = [
        NewReminder(kind, f"{kind}:{member.id}:{int(at.timestamp())}", each.at, each.step, each.until,
                    staff_id=member.id)
        for each in moments(ctx.catalogue.ladders[kind], at, at, ctx.now, hours)
    ]  # fmt: skip
    await reminders.plan(ctx.uow.session, new, ctx.now)


@dataclass(frozen=True, slots=True)
class AskDigest:
    """The question at which hour."""


@act("staff.ask_digest")
async def ask_digest(ctx: Context, data: AskDigest) -> None:
    """Shows the hours on the desk."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.DigestAskScreen(member.id))


@dataclass(frozen=True, slots=True)
class ChooseDigest:
    """A local hour of `DIGEST_HOURS`, or NEVER."""

    hour: int


@act("staff.choose_digest")
async def choose_digest(ctx: Context, data: ChooseDigest) -> int | None:
    """From the next working morning on it comes at this hour, or never. Stale for an hour that is not offered."""
    if data.hour not in (NEVER, *DIGEST_HOURS):
        raise Stale
    member = await staff.lock(ctx.uow.session, ctx.actor.id or 0)
    member.digest_hour = data.hour or None
    await reminders.cancel_of_staff(ctx.uow.session, member.id, ctx.now)
    if member.digest_hour is not None:
        await _plan(ctx, member, member.digest_hour)
    await show_desk(ctx, member)
    return member.digest_hour
