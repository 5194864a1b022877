"""A child of another hromada: the guardian says whether we hand the application over, or somebody else does it.

Here the answer is asked and kept. What carries it to the hromada reads `ApplicationChild.passing`.
"""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.history import Event, record
from casework.cases.promises import waits_for_us
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_topic
from casework.people.themselves import themselves
from casework.recreation.standing import do
from db.models import Application, ApplicationChild, Person
from db.repositories import applications, cases
from rules.recreation.applications import Deed, Standing, possible
from rules.recreation.eligibility import Way
from rules.recreation.passing import Wish


async def ask_to_pass(ctx: Context, person: Person, application: Application) -> None:
    """Shows one question for each hromada whose children nobody has asked about yet."""
    children = await applications.children(ctx.uow.session, application.id)
    for hromada in dict.fromkeys(child.hromada for child in children if waits_for_a_wish(child)):
        assert hromada is not None, "another hromada has its code"
        await _show(ctx, person, application.id, hromada)


def waits_for_a_wish(child: ApplicationChild) -> bool:
    """Whether the guardian has still to say what is to be done."""
    return child.way == Way.HROMADA and child.passing is None and possible(Deed.HAND_OVER, Standing(child.state))


@dataclass(frozen=True, slots=True)
class PassOn:
    """What is wanted for the children of one hromada in one's own application."""

    application_id: int
    hromada: str
    wish: Wish


@act("recreation.pass_on")
async def pass_on(ctx: Context, data: PassOn) -> int:
    """Keeps it, with the moment, as the consent to hand over what was shown; how many children it is about.

    Whoever turns to the hromada themselves is done with us; for all others somebody of staff has to act, and waits for
    nobody to ask. Stale where it was said before, or is not theirs; CaseClosed where the case is over.
    """
    person = await themselves(ctx)
    application = await applications.by_id(ctx.uow.session, data.application_id)
    if application is None or application.person_id != person.id or application.case_id is None:
        raise Stale
    case = await cases.lock(ctx.uow.session, application.case_id)
    await applications.lock(ctx.uow.session, application.id)
    children = await applications.children(ctx.uow.session, application.id)
    those = [child for child in children if child.hromada == data.hromada and waits_for_a_wish(child)]
    if case is None or case.person_id != person.id or not those:
        raise Stale
    if case.closed_at is not None:
        raise CaseClosed
    for child in those:
        child.passing, child.passing_at = data.wish.value, ctx.now
    if data.wish is Wish.SELF:
        await do(ctx, application, those, Deed.HAND_OVER)
    else:
        await waits_for_us(ctx, case)
    record(ctx, case, Event.PASSING_TOLD, wish=data.wish.value, hromada=data.hromada, children=len(those))
    await tell_topic(ctx, case, kinds.recreation.PassingTold(case.id, data.hromada, data.wish.value))
    await show_case(ctx, case)
    await _show(ctx, person, application.id, data.hromada)
    return len(those)


async def _show(ctx: Context, person: Person, application_id: int, hromada: str) -> None:
    screen = kinds.recreation.OwnHromadaScreen(application_id, hromada)
    await show_person(ctx, person, screen, slot=f"pass:{application_id}:{hromada}")
