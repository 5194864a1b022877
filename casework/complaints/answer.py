"""A lead who had no hand in the case looks into a complaint and answers it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.cases.relay import for_person
from casework.complaints.reviewers import may_review
from casework.context import Context
from casework.errors import NoSuchCase, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk, tell_person
from db.models import Case, Complaint
from db.repositories import complaints, people, staff


@dataclass(frozen=True, slots=True)
class ShowComplaints:
    """Those that the lead may see."""


@act("complaint.show")
async def show_complaints(ctx: Context, data: ShowComplaints) -> None:
    """Puts what waits for an answer on the lead's desk."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.ComplaintsScreen(member.id))


@dataclass(frozen=True, slots=True)
class AskAnswer:
    """The complaint whose button was pressed."""

    complaint_id: int


@act("complaint.ask_answer")
async def ask_answer(ctx: Context, data: AskAnswer) -> None:
    """Shows the words again and asks for the answer. NoSuchCase where it is not this lead's to see, Stale where it is
    answered or erased.
    """
    complaint = await complaints.by_id(ctx.uow.session, data.complaint_id)
    if complaint is None:
        raise NoSuchCase
    await _require_mine(ctx, await seen(ctx, complaint.case_id, "complaint.ask_answer"))
    _require_open(complaint)
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.ComplaintAnswerAskScreen(complaint.id, member.id))


@dataclass(frozen=True, slots=True)
class Answer:
    """The words for the person."""

    complaint_id: int
    words: str


@act("complaint.answer")
async def answer(ctx: Context, data: Answer) -> Complaint:
    """Sends the answer to the person with the lead's name below. The same refusals; the first answer counts."""
    found = await complaints.by_id(ctx.uow.session, data.complaint_id)
    if found is None:
        raise NoSuchCase
    case = await locked(ctx, found.case_id, "complaint.answer")
    await _require_mine(ctx, case)
    complaint = await complaints.lock(ctx.uow.session, found.id)
    assert complaint is not None, "complaints are never deleted"
    _require_open(complaint)
    complaint.answer, complaint.answered_by, complaint.answered_at = data.words, ctx.actor.id, ctx.now
    record(ctx, case, Event.COMPLAINT_ANSWERED, complaint=complaint.id)
    person = await people.by_id(ctx.uow.session, complaint.person_id)
    for part in range(len(for_person(data.words))):
        letter = kinds.ComplaintAnswered(complaint.id, part)
        await tell_person(ctx, person, letter, case=case, key=f"{complaint.id}:{part}")
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.ComplaintsScreen(member.id))
    return complaint


async def _require_mine(ctx: Context, case: Case) -> None:
    if not await may_review(ctx.uow, case, ctx.actor.id):
        raise NoSuchCase


def _require_open(complaint: Complaint) -> None:
    if complaint.answered_at is not None or complaint.words is None:
        raise Stale
