"""The person takes a case back."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.ending import take_back
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import themselves
from db.models import Case


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Confirmed by the person."""

    case_id: int


@act("case.withdraw")
async def withdraw(ctx: Context, data: Withdraw) -> Case:
    """Ends the case at the person's wish; staff see it in the topic. CaseClosed when it is over already."""
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "case.withdraw")
    await take_back(ctx, case)
    await tell_person(ctx, person, kinds.CaseWithdrawn(case.id), case=case)
    await show_person(ctx, person, kinds.MyCaseScreen(case.id))
    return case
