"""A case is finished, with an outcome that the person is told in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.act import act
from casework.calls.ending import end_calls
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.danger.alarm import end_alarm
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from db.models import Case
from db.repositories import people
from rules.cases import Verb


@dataclass(frozen=True, slots=True)
class AskOutcome:
    """The case whose button was pressed."""

    case_id: int


@act("case.ask_outcome")
async def ask_outcome(ctx: Context, data: AskOutcome) -> Mapping[str, str]:
    """The outcomes to choose from, by slug, for whoever may close the case. CaseClosed when it is closed already.

    Where somebody was in danger no refusal is among them: then it can't be refused (Law 2671-VIII, art. 24).
    """
    case = await seen(ctx, data.case_id, "case.ask_outcome")
    if case.closed_at is not None:
        raise CaseClosed
    offered = ctx.catalogue.outcomes_for(crisis=case.crisis)
    return {slug: outcome.name["uk"] for slug, outcome in offered.items()}


@dataclass(frozen=True, slots=True)
class Close:
    """`outcome`: a slug of the catalogue's outcomes."""

    case_id: int
    outcome: str


@act("case.close")
async def close(ctx: Context, data: Close) -> Case:
    """Closes the case and tells the person what was done. Stale for an unknown outcome and for one that refuses where
    somebody was in danger, CaseClosed for a second press.
    """
    case = await locked(ctx, data.case_id, "case.close")
    if data.outcome not in ctx.catalogue.outcomes_for(crisis=case.crisis):
        raise Stale
    if case.closed_at is not None:
        raise CaseClosed
    move(case, Verb.CLOSE)
    await end_calls(ctx, case)
    case.closed_at = ctx.now
    case.waiting_since = None
    case.unread = 0
    case.result = data.outcome
    record(ctx, case, Event.CLOSED, result=data.outcome)
    await end_alarm(ctx, case, "closed")
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.CaseClosed(case.id), case=case)
    await show_case(ctx, case)
    return case
