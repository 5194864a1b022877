"""A lead has something tried again that was put aside."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.history import Event
from casework.context import Context
from casework.errors import Stale
from casework.problems.audit import write_down
from casework.problems.desks import refresh_problems
from casework.problems.letters import leave_again, lock_problem
from casework.problems.reach import case_of, found
from db.repositories import problems
from rules.problems import Way


@dataclass(frozen=True, slots=True)
class RunAgain:
    """A parked update, by its row; `page`: where the list on the desk stands."""

    id: int
    page: int = 0


@act("problems.run_again")
async def run_again(ctx: Context, data: RunAgain) -> None:
    """Puts the update back at its place in its lane, with all its tries. Stale where somebody was faster.

    Should it fail again, it is parked again and stands in the list again.
    """
    problem = await found(ctx, Way.IN, data.id)
    case = await case_of(ctx, problem)
    if not await problems.run_again(ctx.uow.session, data.id):
        raise Stale
    ctx.uow.nudge("inbox")
    write_down(ctx, problem, case, Event.RUN_AGAIN)
    await refresh_problems(ctx, data.page)


@dataclass(frozen=True, slots=True)
class SendAgain:
    """A parked letter, by its row; `page`: where the list on the desk stands."""

    id: int
    page: int = 0


@act("problems.send_again")
async def send_again(ctx: Context, data: SendAgain) -> None:
    """Lets the letter leave at its place in its lane, if it is still true then. Stale where somebody was faster.

    A slot shows its latest state: where a newer letter of it waits, that one does it. Whether the person is within
    reach is not decided here: the mark stays until they write or Telegram says so.
    """
    problem = await found(ctx, Way.OUT, data.id)
    case = await case_of(ctx, problem)
    await leave_again(ctx, await lock_problem(ctx, data.id))
    write_down(ctx, problem, case, Event.SENT_AGAIN)
    await refresh_problems(ctx, data.page)
