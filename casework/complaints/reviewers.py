"""Who looks into a complaint: leads of the organisation who had no hand in the case."""

from __future__ import annotations

from casework.cases.history import Event
from db.models import Case, StaffMember
from db.repositories import cases, staff
from db.uow import UnitOfWork
from rules.permissions import Role

HANDS_ON = frozenset({Event.TAKEN, Event.RELEASED, Event.REPLIED, Event.REPLY_EDITED, Event.CLOSED})
STAFF_ROLES = frozenset({Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN})


async def reviewers(uow: UnitOfWork, case: Case) -> list[StaffMember]:
    """Supervisors first. Empty where every lead worked on the case: then only somebody outside can."""
    worked = {
        event.actor_id
        for event in await cases.events(uow.session, case.id)
        if event.kind in HANDS_ON and event.actor_kind in STAFF_ROLES
    }
    leads = await staff.leads(uow.session, case.organisation_id)
    free = [member for member in leads if member.id != case.owner_id and member.id not in worked]
    return sorted(free, key=lambda member: (member.role != Role.SUPERVISOR, member.id))


async def may_review(uow: UnitOfWork, case: Case, staff_id: int | None) -> bool:
    """Whether a staff member may know of complaints about a case."""
    return any(member.id == staff_id for member in await reviewers(uow, case))
