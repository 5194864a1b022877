"""Who looks into a complaint: leads of the organisation who had no hand in the case."""

from __future__ import annotations

from casework.cases.history import Event
from db.models import Case, StaffMember
from db.repositories import cases, staff
from db.uow import UnitOfWork
from rules.roles import Role

HANDS_ON = frozenset(
    {
        Event.TAKEN,
        Event.RELEASED,
        Event.REPLIED,
        Event.REPLY_EDITED,
        Event.ASSESSING,
        Event.PLANNED,
        Event.STARTED,
        Event.WAITING_PERSON,
        Event.WAITING_PROVIDER,
        Event.RESOLVED,
        Event.REFUSAL_ASKED,
        Event.REFUSED,
        Event.CLOSED,
    }
)
GIVEN = frozenset({Event.ASSIGNED, Event.HANDED_OVER})
"""Whoever was given the case by somebody else stands in the facts."""
STAFF_ROLES = frozenset({Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN})


async def reviewers(uow: UnitOfWork, case: Case) -> list[StaffMember]:
    """Supervisors first. Empty where every lead worked on the case: then only somebody outside can."""
    history = await cases.events(uow.session, case.id)
    worked = {event.actor_id for event in history if event.kind in HANDS_ON and event.actor_kind in STAFF_ROLES}
    worked |= {event.facts.get("to") for event in history if event.kind in GIVEN}
    leads = await staff.leads(uow.session, case.organisation_id)
    free = [member for member in leads if member.id != case.owner_id and member.id not in worked]
    return sorted(free, key=lambda member: (member.role != Role.SUPERVISOR, member.id))


async def may_review(uow: UnitOfWork, case: Case, staff_id: int | None) -> bool:
    """Whether a staff member may know of complaints about a case."""
    return any(member.id == staff_id for member in await reviewers(uow, case))
