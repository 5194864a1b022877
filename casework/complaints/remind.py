"""Leads are reminded of complaints whose deadline of law is near or over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from casework.act import act
from casework.complaints.reviewers import reviewers
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_desk
from db.repositories import cases, complaints

NEAR = timedelta(days=3)
BETWEEN = timedelta(hours=20)
"""Once a day, whenever the job runs."""


@dataclass(frozen=True, slots=True)
class RemindOfComplaints:
    """All that are due."""


@act("complaint.remind")
async def remind_of_complaints(ctx: Context, data: RemindOfComplaints) -> int:
    """Writes to everybody who may answer, once a day from three days before the deadline on; how many letters."""
    told = 0
    for complaint in await complaints.due(ctx.uow.session, ctx.now + NEAR, ctx.now - BETWEEN):
        case = await cases.by_id(ctx.uow.session, complaint.case_id)
        assert case is not None, "cases are never deleted"
        complaint.reminded_at = ctx.now
        for member in await reviewers(ctx.uow, case):
            told += await tell_desk(ctx, member, kinds.ComplaintDue(complaint.id, member.id), case=case)
    return told
