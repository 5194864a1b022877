"""What follows when the human says yes or no; whoever calls these steps has locked the case."""

from __future__ import annotations

from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case, tell_person, tell_topic
from casework.on_behalf.codes import take_code_back
from db.models import Case, OnBehalf
from db.repositories import calls, on_behalf, people
from rules.agreements import Agreement
from rules.calls import CallState


async def confirmed(ctx: Context, case: Case, row: OnBehalf) -> None:
    """They agree: staff read it in the topic, the helper in a letter. The call that was to ask them is over."""
    row.agreement = Agreement.CONFIRMED.value
    row.agreed_at = ctx.now
    take_code_back(row)
    await end_agreement_call(ctx, case)
    record(ctx, case, Event.AGREED, by="code" if row.agreed_with is None else "call")
    await _tell(ctx, case, Event.AGREED, kinds.AgreementKnown(case.id))


async def refused(ctx: Context, case: Case, row: OnBehalf) -> None:
    """They do not: what was told about them goes, since they never allowed it (Law 2297-VI, art. 8 and 11). The helper
    hears that we go no further, and not what the human said.
    """
    row.agreement = Agreement.REFUSED.value
    await end_agreement_call(ctx, case)
    await ctx.uow.session.flush()
    await on_behalf.forget(ctx.uow.session, [case.id])
    record(ctx, case, Event.NOT_AGREED)
    await _tell(ctx, case, Event.NOT_AGREED, kinds.AgreementRefused(case.id))


async def end_agreement_call(ctx: Context, case: Case) -> None:
    """The call that was to ask them is over."""
    call = await calls.agreement_of_case(ctx.uow.session, case.id)
    if call is not None:
        made = call.attempts > 0
        call.state, call.ended_at = (CallState.DONE if made else CallState.CANCELLED).value, ctx.now


async def _tell(ctx: Context, case: Case, event: Event, letter: kinds.Letter) -> None:
    await show_case(ctx, case, head=False)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, event.value))
    helper = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, helper, letter, case=case, key=str(case.id))
