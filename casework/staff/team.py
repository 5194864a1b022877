"""Who could have a case: those who work in its organisation, and what the case asks for."""

from __future__ import annotations

from collections.abc import Sequence

from casework.context import Context
from casework.errors import ColleagueAway, Stale
from casework.staff.presence import is_present
from db.models import Case, StaffMember
from db.repositories import people, team
from db.repositories.team import Busy
from rules.absence import is_away
from rules.assigning import Colleague, Needs, least_busy
from rules.catalogue import OWN_WORDS
from rules.roles import Role


def colleague(ctx: Context, busy: Busy) -> Colleague:
    """A staff member as the rules see them."""
    member = busy.member
    return Colleague(
        id=member.id,
        role=Role(member.role),
        languages=member.languages,
        service_groups=member.service_groups,
        areas=member.areas,
        open=busy.open,
        ours=busy.ours,
        away=not is_present(member, ctx.now),
    )


async def needs_of(ctx: Context, case: Case) -> Needs:
    """What a case asks of its owner; a request in the person's own words asks for no service yet."""
    person = await people.by_id(ctx.uow.session, case.person_id)
    entry = ctx.catalogue.services.get(case.service)
    named = entry is not None and entry.slug != OWN_WORDS
    return Needs(person.language, entry.group_slug if named and entry else None, case.actual_oblast)


async def least_busy_for(ctx: Context, case: Case, *, but: int | None = None) -> StaffMember | None:
    """Who has the least open work of those who fit a case, `but` somebody and whoever refused it; None: nobody does.

    The caller holds the organisation's assigning, so that the next one is counted with this case.
    """
    busy = await team.at_work(ctx.uow.session, case.organisation_id)
    those = [colleague(ctx, each) for each in busy if each.member.id not in (but, case.refused_by)]
    found = least_busy(those, await needs_of(ctx, case))
    return await team.share(ctx.uow.session, found.id) if found is not None else None


async def there(ctx: Context, organisation_id: int, staff_id: int) -> StaffMember:
    """A colleague who can be given a case now, and stays until the transaction ends.

    Stale for somebody who does not work here, ColleagueAway.
    """
    member = await team.member_of(ctx.uow.session, organisation_id, staff_id)
    member = await team.share(ctx.uow.session, staff_id) if member is not None else None
    if member is None or member.removed_at is not None or member.telegram_id is None:
        raise Stale
    if member.away_until is not None and is_away(member.away_until, ctx.now):
        raise ColleagueAway(who=member.work_name, until=member.away_until.isoformat())
    return member


async def others_there(ctx: Context, organisation_id: int, *, but: int | None) -> Sequence[Busy]:
    """Colleagues who could be given a case now, those with the least open work first."""
    busy = await team.at_work(ctx.uow.session, organisation_id)
    those = [each for each in busy if each.member.id != but and is_present(each.member, ctx.now)]
    return sorted(those, key=lambda each: (each.open, each.ours, each.member.id))
