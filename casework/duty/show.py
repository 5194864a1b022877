"""Staff look who is on duty now and in the coming days, and leave the phone on which colleagues reach them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.duty.shifts import standing
from casework.errors import PhoneUnread
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import StaffMember
from db.repositories import staff
from rules.phones import read_phone


@dataclass(frozen=True, slots=True)
class ShowDuty:
    """A page of the coming shifts, counted from 0."""

    page: int = 0


@act("duty.show")
async def show_duty(ctx: Context, data: ShowDuty) -> None:
    """Shows the roster of their organisation on their desk."""
    await show_roster(ctx, await staff.by_id(ctx.uow.session, ctx.actor.id or 0), data.page)


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A shift whose button was pressed."""

    shift_id: int


@act("duty.open")
async def open_shift(ctx: Context, data: OpenShift) -> None:
    """Shows one shift, its phone, and what can be done. Stale for one that is over or taken out."""
    shift = await standing(ctx, data.shift_id)
    reader = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, reader, kinds.duty.DutyShiftScreen(reader.id, shift.id))


@dataclass(frozen=True, slots=True)
class AskPhone:
    """The actor wants to leave, change or take back their phone."""


@act("duty.ask_phone")
async def ask_phone(ctx: Context, data: AskPhone) -> None:
    """Shows what is kept and asks for a number."""
    reader = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, reader, kinds.duty.DutyPhoneScreen(reader.id))


@dataclass(frozen=True, slots=True)
class KeepPhone:
    """What was typed; None takes the phone back."""

    written: str | None


@act("duty.keep_phone")
async def keep_phone(ctx: Context, data: KeepPhone) -> None:
    """Colleagues see the number beside their shifts from now on, or no more. PhoneUnread for what is no number."""
    phone = read_phone(data.written) if data.written is not None else None
    if data.written is not None and phone is None:
        raise PhoneUnread
    member = await staff.lock(ctx.uow.session, ctx.actor.id or 0)
    member.duty_phone = phone
    await show_roster(ctx, member)


async def show_roster(ctx: Context, reader: StaffMember, page: int = 0) -> None:
    """Puts the roster on a desk."""
    await ctx.uow.session.flush()
    await show_on_desk(ctx, reader, kinds.duty.DutyScreen(reader.id, page))
