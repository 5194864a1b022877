"""Staff say of two cases that they belong together, or that they are not the same. Neither changes anything else."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.duplicates.knowing import other
from casework.errors import Stale
from casework.letters.write import show_case
from db.models import Case, CaseTie
from db.repositories import cases, ties
from rules.duplicates import Tie


@dataclass(frozen=True, slots=True)
class TwoCases:
    """The case whose menu it was, and the other one."""

    case_id: int
    other_id: int


@act("duplicate.link")
async def link(ctx: Context, data: TwoCases) -> None:
    """Each card names the other from now on. NoSuchCase; Stale where one is erased or they are tied already."""
    await hold_both(ctx, data)
    case = await locked(ctx, data.case_id, "duplicate.link")
    second = await other(ctx, case, data.other_id)
    if case.erased_at is not None or second.erased_at is not None:
        raise Stale
    tie = await ties.between(ctx.uow.session, case.id, second.id)
    if tie is not None and tie.state == Tie.LINKED:
        raise Stale
    set_tie(ctx, tie, case, second, Tie.LINKED)
    await _tell(ctx, case, second, Event.LINKED)


@act("duplicate.unlink")
async def unlink(ctx: Context, data: TwoCases) -> None:
    """The cards name each other no more; the two may be suggested again. NoSuchCase, Stale where nothing ties them."""
    await hold_both(ctx, data)
    case = await locked(ctx, data.case_id, "duplicate.unlink")
    second = await other(ctx, case, data.other_id)
    tie = await ties.between(ctx.uow.session, case.id, second.id)
    if tie is None or tie.state != Tie.LINKED:
        raise Stale
    await ctx.uow.session.delete(tie)
    await _tell(ctx, case, second, Event.UNLINKED)


@act("duplicate.not_same")
async def not_same(ctx: Context, data: TwoCases) -> None:
    """They are not suggested again. NoSuchCase, Stale where it was said already."""
    await hold_both(ctx, data)
    case = await locked(ctx, data.case_id, "duplicate.not_same")
    second = await other(ctx, case, data.other_id)
    tie = await ties.between(ctx.uow.session, case.id, second.id)
    if tie is not None and tie.state == Tie.NOT_SAME:
        raise Stale
    set_tie(ctx, tie, case, second, Tie.NOT_SAME)
    await _tell(ctx, case, second, Event.NOT_SAME)


async def hold_both(ctx: Context, data: TwoCases) -> None:
    """Both rows locked, the older first: two who press at once never wait for each other in a circle."""
    for each in sorted({data.case_id, data.other_id}):
        await cases.lock(ctx.uow.session, each)


def set_tie(ctx: Context, tie: CaseTie | None, case: Case, second: Case, state: Tie) -> None:
    """Writes down what was said of two locked cases, in the place of what was said before."""
    if tie is None:
        first, last = sorted((case.id, second.id))
        ctx.uow.session.add(
            CaseTie(first_id=first, second_id=last, state=state.value, by=ctx.actor.id or 0, at=ctx.now)
        )
    else:
        tie.state, tie.by, tie.at = state.value, ctx.actor.id or 0, ctx.now


async def _tell(ctx: Context, case: Case, second: Case, event: Event) -> None:
    record(ctx, case, event, other=second.id)
    record(ctx, second, event, other=case.id)
    await ctx.uow.session.flush()
    for each in (case, second):
        if each.erased_at is None:
            await show_case(ctx, each, head=False)
