"""The person looks at their cases."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.errors import CaseClosed
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves


@dataclass(frozen=True, slots=True)
class ShowOwn:
    """`case_id` None: the list, at `page`. `ask` None: the case itself, else what is asked about it: `add` or
    `withdraw`.
    """

    case_id: int | None = None
    page: int = 0
    ask: str | None = None


@act("case.show_own")
async def show_own(ctx: Context, data: ShowOwn) -> None:
    """Puts the list, a case, or a question about it on the phone. NoSuchCase for a case of somebody else."""
    person = await themselves(ctx)
    if data.case_id is None:
        await show_person(ctx, person, kinds.MyCasesScreen(max(data.page, 0)))
        return
    case = await seen(ctx, data.case_id, "case.show_own")
    if data.ask is not None and case.closed_at is not None:
        raise CaseClosed
    match data.ask:
        case "add":
            await show_person(ctx, person, kinds.AddToCaseScreen(case.id))
        case "withdraw":
            await show_person(ctx, person, kinds.WithdrawAskScreen(case.id))
        case _:
            await show_person(ctx, person, kinds.MyCaseScreen(case.id))
