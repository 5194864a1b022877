"""A case is finished, with an outcome that the person is told in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.ending import end
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from casework.talk.waiting import behind_until
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

    No refusal is among them: that has a reason of law (`casework.cases.refuse`).
    """
    case = await seen(ctx, data.case_id, "case.ask_outcome")
    if case.closed_at is not None:
        raise CaseClosed
    return {slug: outcome.name["uk"] for slug, outcome in ctx.catalogue.offered_outcomes().items()}


@dataclass(frozen=True, slots=True)
class Close:
    """`outcome`: a slug of the catalogue's outcomes."""

    case_id: int
    outcome: str


@act("case.close")
async def close(ctx: Context, data: Close) -> Case:
    """Closes the case and tells the person what was done. Stale for an unknown outcome and for one that refuses,
    CaseClosed for a second press.
    """
    case = await locked(ctx, data.case_id, "case.close")
    await close_with(ctx, case, data.outcome)
    return case


async def close_with(ctx: Context, case: Case, outcome: str) -> None:
    """The same for a case that is locked."""
    if outcome not in ctx.catalogue.offered_outcomes():
        raise Stale
    if case.closed_at is not None:
        raise CaseClosed
    await end(ctx, case, Verb.CLOSE, outcome)
    record(ctx, case, Event.CLOSED, result=outcome)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.CaseClosed(case.id), case=case, not_before=await behind_until(ctx, case))
    await show_case(ctx, case)
