"""Reminders for staff: all that is due for one reader at one moment is one letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_desk
from casework.reminders.truth import still_true
from db.models import Case, StaffMember
from db.repositories import deadlines, staff
from db.repositories.reminders import Due
from rules.catalogue import Reader
from rules.roles import Role

PAGE = 20
"""Lines in one letter."""


async def remind_staff(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes the letters; returns the reminders that do not hold any more."""
    if not due:
        return set()
    session = ctx.uow.session
    those = await deadlines.cases_by_ids(session, {each.case_id for each in due if each.case_id is not None})
    running = await deadlines.by_ids(session, {each.deadline_id for each in due if each.deadline_id is not None})
    true = [
        each
        for each in due
        if (case := those.get(each.case_id or 0)) is not None
        and still_true(each.kind, each.about_at, case, running.get(each.deadline_id or 0))
    ]
    await tell_readers(ctx, true, those)
    return {each.id for each in due} - {each.id for each in true}


async def tell_readers(ctx: Context, due: Sequence[Due], those: Mapping[int, Case]) -> None:
    """Writes what holds to whomever its step names, one letter for each reader; `those`: the cases by id."""
    desks = _Desks(ctx)
    told: dict[tuple[int, bool], list[Due]] = defaultdict(list)
    for each in due:
        case, steps = those[each.case_id or 0], ctx.catalogue.ladders[each.kind].steps
        for member in await desks.readers(case, steps[each.step].to if each.step < len(steps) else ()):
            told[member, case.crisis].append(each)
    for (member_id, urgent), lines in told.items():
        await _tell(ctx, desks.known[member_id], lines, urgent=urgent)


async def _tell(ctx: Context, member: StaffMember, lines: Sequence[Due], *, urgent: bool) -> None:
    kind = kinds.UrgentNotices if urgent else kinds.Notices
    for start in range(0, len(lines), PAGE):
        ids = [each.id for each in lines[start : start + PAGE]]
        await tell_desk(ctx, member, kind(member.id, ids), key=f"{member.id}:{ids[0]}")


class _Desks:
    """Who is told, each looked up once in a batch."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._leads: dict[int, Sequence[StaffMember]] = {}
        self.known: dict[int, StaffMember] = {}

    async def readers(self, case: Case, to: Iterable[Reader]) -> list[int]:
        """Whoever is meant in a case and has a desk, without repetition. Where nobody has the case, leads stand in."""
        wanted = set(to)
        found: list[StaffMember] = []
        if Reader.OWNER in wanted:
            owner = await self._owner(case)
            found += [owner] if owner is not None else await self._of(case, Role.SUPERVISOR)
        if Reader.SUPERVISOR in wanted:
            found += await self._of(case, Role.SUPERVISOR)
        if Reader.ADMIN in wanted:
            found += await self._of(case, Role.ADMIN)
        self.known |= {member.id: member for member in found}
        return list(dict.fromkeys(member.id for member in found))

    async def _owner(self, case: Case) -> StaffMember | None:
        if case.owner_id is None:
            return None
        owner = self.known.get(case.owner_id) or await staff.by_id(self._ctx.uow.session, case.owner_id)
        return owner if owner.removed_at is None and owner.telegram_id is not None else None

    async def _of(self, case: Case, role: Role) -> list[StaffMember]:
        """Leads of this role; all leads where there is none of it."""
        if case.organisation_id not in self._leads:
            self._leads[case.organisation_id] = await staff.leads(self._ctx.uow.session, case.organisation_id)
        leads = self._leads[case.organisation_id]
        return [member for member in leads if member.role == role] or list(leads)
