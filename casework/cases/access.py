"""How an act gets hold of a case: locked, and only if it is this actor's to touch."""

from __future__ import annotations

from casework.context import Context
from casework.errors import NoSuchCase, NotOwner, TakeFirst
from db.models import Case
from db.repositories import cases, staff
from rules.permissions import PERMISSIONS, permission
from rules.roles import Role, Scope


async def locked(ctx: Context, case_id: int, act: str) -> Case:
    """The case for an act that writes, locked until the transaction ends.

    NoSuchCase where it does not exist or is somebody else's, NotOwner or TakeFirst where only the owner may.
    """
    return await _within(ctx, await cases.lock(ctx.uow.session, case_id), act)


async def seen(ctx: Context, case_id: int, act: str) -> Case:
    """The case for an act that only reads; the same refusals."""
    return await _within(ctx, await cases.by_id(ctx.uow.session, case_id), act)


async def _within(ctx: Context, case: Case | None, act: str) -> Case:
    line = permission(act)
    if case is None or line is None or not _in_reach(ctx, case, line.scope):
        raise NoSuchCase
    if _is_anothers(ctx, case, line.scope):
        if case.owner_id is None:
            raise TakeFirst
        raise NotOwner(owner=await owner_name(ctx, case) or "")
    return case


def allowed(ctx: Context, case: Case) -> frozenset[str]:
    """The names of the acts that the actor may begin in this case, its state apart."""
    return frozenset(
        name
        for name, line in PERMISSIONS.items()
        if ctx.actor.role in line.roles and _in_reach(ctx, case, line.scope) and not _is_anothers(ctx, case, line.scope)
    )


def _is_anothers(ctx: Context, case: Case, scope: Scope) -> bool:
    """Only its owner may, and a caseworker is not that."""
    return scope is Scope.OWNER and ctx.actor.role is Role.CASEWORKER and case.owner_id != ctx.actor.id


def _in_reach(ctx: Context, case: Case, scope: Scope) -> bool:
    match scope:
        case Scope.OWN:
            return ctx.actor.role is Role.PERSON and case.person_id == ctx.actor.id
        case Scope.ORGANISATION | Scope.OWNER:
            return ctx.actor.is_staff and case.organisation_id == ctx.actor.organisation_id
        case Scope.NONE:
            return False


async def owner_name(ctx: Context, case: Case) -> str | None:
    """The work name of whoever has the case."""
    if case.owner_id is None:
        return None
    return (await staff.by_id(ctx.uow.session, case.owner_id)).work_name
