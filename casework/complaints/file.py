"""A person complains about our work on their case."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.cases.relay import for_person
from casework.complaints.reviewers import reviewers
from casework.context import Context
from casework.danger.hear import hear
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_person, tell_desk, tell_person
from casework.people.themselves import themselves
from db.models import Case, Complaint, Person, StaffMember
from db.repositories import staff
from rules.deadlines import due_at

SIMPLE, STANDARD = "AP_SIMPLE", "AP_STD"
"""Law 393/96, art. 20: fifteen days where nothing has to be looked into, a month otherwise."""


@dataclass(frozen=True, slots=True)
class AskComplaint:
    """The case whose button was pressed."""

    case_id: int


@act("complaint.ask")
async def ask_complaint(ctx: Context, data: AskComplaint) -> bool:
    """Says who will read it and by when, and asks for the words; whether there is anybody here to write to.

    Stale for a case whose words were erased.
    """
    person = await themselves(ctx)
    case = await seen(ctx, data.case_id, "complaint.ask")
    if case.erased_at is not None:
        raise Stale
    await show_person(ctx, person, kinds.ComplaintAskScreen(case.id))
    return bool(await reviewers(ctx.uow, case))


@dataclass(frozen=True, slots=True)
class FileComplaint:
    """The person's words."""

    case_id: int
    words: str


@act("complaint.file")
async def file_complaint(ctx: Context, data: FileComplaint) -> Complaint | None:
    """Keeps the words, names the one who looks into them and the dates of law, and tells the leads' desks.

    Nothing of it reaches the staff group or anybody who worked on the case. None where there is nobody else: the
    person then reads where to turn instead. No consent is needed: an answer is our duty (Law 393/96, art. 20).
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "complaint.file")
    await hear(ctx, person, data.words)
    free = await reviewers(ctx.uow, case) if case.erased_at is None else []
    if not free:
        await show_person(ctx, person, kinds.ComplaintAskScreen(case.id))
        return None
    complaint = await _keep(ctx, case, person, free[0], data.words)
    record(ctx, case, Event.COMPLAINED, complaint=complaint.id)
    for member in free:
        for part in range(len(for_person(data.words))):
            await tell_desk(ctx, member, kinds.ComplaintFiled(complaint.id, member.id, part), case=case)
    await show_person(ctx, person, kinds.MyCaseScreen(case.id))
    await tell_person(ctx, person, kinds.ComplaintReceived(complaint.id), case=case, key=str(complaint.id))
    return complaint


async def _keep(ctx: Context, case: Case, person: Person, reviewer: StaffMember, words: str) -> Complaint:
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    hours = ctx.catalogue.hours_of(organisation.slug)
    complaint = Complaint(
        organisation_id=case.organisation_id,
        case_id=case.id,
        person_id=person.id,
        reviewer_id=reviewer.id,
        words=words,
        written_at=ctx.now,
        simple_by=due_at(ctx.catalogue.deadline(SIMPLE, ctx.now), ctx.now, hours),
        answer_by=due_at(ctx.catalogue.deadline(STANDARD, ctx.now), ctx.now, hours),
    )
    ctx.uow.session.add(complaint)
    await ctx.uow.session.flush()
    return complaint
