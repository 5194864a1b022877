"""The person said when: from now on somebody has to phone them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.awaited.signs import signed
from casework.calls.asking import Step, go_on, show_wanted
from casework.calls.ending import end_calls_to_person
from casework.calls.in_danger import make_urgent
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.opening import open_case
from casework.cases.relay import carry_to_topic
from casework.cases.words import Words, raise_crisis
from casework.context import Context
from casework.danger.hear import hear
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import head_of, show_case, show_person
from casework.people.themselves import ready_to_write, themselves
from db.models import Call, Case, Person
from db.repositories import calls, cases, staff
from rules.calls import CallState, When, Window, window
from rules.cases import Verb
from rules.catalogue import CALL_KIND, Sign


@dataclass(frozen=True, slots=True)
class Ask:
    """`request`: what the caseworker reads as the person's words, in their language. `wish`: when it suits, in their
    own words. `day`: the local date that the button named, counted from the year 1; 0 for none.
    """

    request: str
    when: When
    day: int = 0
    wish: str | None = None


@act("call.ask")
async def ask(ctx: Context, data: Ask) -> Step:
    """Makes the call task: in the chosen case, the only open one, or a new one.

    A button of another day is answered with new ones. Stale when nobody is being asked any more.
    """
    person = await themselves(ctx)
    draft = await calls.draft_of(ctx.uow.session, person.id)
    if draft is None:
        raise Stale
    await hear(ctx, person, data.wish or "")
    if draft.phone is None or not await ready_to_write(ctx, person):
        return await go_on(ctx, person, draft)
    case = await _case_of(ctx, draft)
    if case is not None and (wanted := await show_wanted(ctx, person, case.id)) is not None:
        return wanted
    if case is not None and case.crisis:
        return await go_on(ctx, person, draft)
    if case is None and len(await cases.open_of(ctx.uow.session, person.id)) > 1:
        draft.case_id = None
        return await go_on(ctx, person, draft)
    chosen = await _window(ctx, case, data.when)
    if data.day and data.day != chosen.day.toordinal():
        return await go_on(ctx, person, draft)
    return await _ask(ctx, person, draft, case, data, chosen)


async def _case_of(ctx: Context, draft: Call) -> Case | None:
    if draft.case_id is None:
        return None
    case = await locked(ctx, draft.case_id, "call.ask")
    return case if case.closed_at is None else None


async def _window(ctx: Context, case: Case | None, when: When) -> Window:
    slug = ctx.rules.organisation
    if case is not None:
        slug = (await staff.organisation_by_id(ctx.uow.session, case.organisation_id)).slug
    return window(ctx.catalogue, when, ctx.now, organisation=slug)


async def _ask(ctx: Context, person: Person, draft: Call, case: Case | None, data: Ask, chosen: Window) -> Step:
    fresh = case is None
    if case is None:
        case = await open_case(ctx, person, (), intake=CALL_KIND)
    await signed(ctx, case, Sign.WORD)
    await end_calls_to_person(ctx, case)
    head = head_of(case)
    if not fresh:
        move(case, Verb.ADD_WORDS)
    draft.case_id, draft.state, draft.suits = case.id, CallState.OPEN.value, data.when.value
    draft.wish = " ".join(part for part in (draft.wish, data.wish) if part) or None
    draft.from_at, draft.due_by, draft.asked_at = chosen.start, chosen.end, ctx.now
    _promise(ctx, case, chosen)
    record(ctx, case, Event.CALL_ASKED, call_id=draft.id, suits=data.when.value)
    await raise_crisis(ctx, case, [Words(draft.wish or "", 0, 0, ctx.now)])
    await carry_to_topic(ctx, case, await calls.say(ctx.uow.session, case, data.request, ctx.now), data.request)
    if case.crisis:
        # The wish itself sounded dangerous.
        make_urgent(ctx, draft)
    await show_case(ctx, case, head=head_of(case) != head)
    if case.crisis:
        await show_person(ctx, person, kinds.DangerCallScreen(draft.id))
        return Step.URGENT
    await show_person(ctx, person, kinds.CallWantedScreen(draft.id))
    return Step.ASKED


def _promise(ctx: Context, case: Case, chosen: Window) -> None:
    """The person chose when to hear from us: that is what we promise now; never later in a crisis."""
    case.unread += 1
    case.waiting_since = case.waiting_since or ctx.now
    case.reply_by = min(case.reply_by, chosen.end) if case.crisis else chosen.end
