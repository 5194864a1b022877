"""Staff look at cases that may be the same, and at the history of those that were merged."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.cases.history import NOT_FOR_STAFF
from casework.context import Context
from casework.duplicates.knowing import known, knows, other, why_not
from casework.duplicates.tie import TwoCases
from casework.errors import NoSuchCase
from casework.letters import kinds
from casework.letters.sights import DuplicatesSight, EndedHistory, PairSight, SummarySight, TimelineLine
from casework.letters.view.duplicates import duplicates_of, other_case
from casework.letters.view.staff import summary_messages
from casework.letters.write import tell_desk
from db.models import Case
from db.repositories import cases, staff, ties
from rules.duplicates import Shared, Tie
from rules.identifiers import case_number, parse_case_number

PAGE = 8
"""Messages of a history at once: what fits into one of Telegram's."""


@dataclass(frozen=True, slots=True)
class LookForDuplicates:
    """`on_desk`: what was asked could not be whispered in the group, so it goes to the desk of the one who asked."""

    case_id: int
    on_desk: bool = False


@act("duplicate.look")
async def look_for_duplicates(ctx: Context, data: LookForDuplicates) -> DuplicatesSight:
    """Which cases may be the same, what they share, and which staff tied or merged: as far as the actor may know."""
    case = await seen(ctx, data.case_id, "duplicate.look")
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await tell_desk(ctx, member, kinds.DeskDuplicates(case.id, member.id), case=case)
    return await _beside(ctx, case)


async def _beside(ctx: Context, case: Case) -> DuplicatesSight:
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    those = [each.case_id for each in await ties.suggested(ctx.uow.session, case.id)]
    those += await ties.of_case(ctx.uow.session, case.id, Tie.LINKED)
    may_know = await known(ctx, those) if await knows(ctx, case) else {}
    return await duplicates_of(ctx.uow, ctx.catalogue, ctx.now, case, may_know, member.language)


@act("duplicate.pair")
async def look_at_pair(ctx: Context, data: TwoCases) -> PairSight:
    """Two cases side by side, and what can be done with them. NoSuchCase."""
    case = await seen(ctx, data.case_id, "duplicate.pair")
    return await _pair(ctx, case, data.other_id)


@dataclass(frozen=True, slots=True)
class NameOther:
    """`/same NUMBER` in the topic of a case; without a number: what is suggested."""

    chat_id: int
    thread_id: int
    number: str = ""


@act("duplicate.name")
async def name_other(ctx: Context, data: NameOther) -> PairSight | DuplicatesSight:
    """The same for a case that is named by its number, or all that is suggested. NoSuchCase for a number of another
    organisation, of the same case, or of one of which the actor may not know.
    """
    found = await cases.by_topic(ctx.uow.session, data.chat_id, data.thread_id)
    if found is None:
        raise NoSuchCase
    case = await seen(ctx, found.id, "duplicate.name")
    if not data.number:
        return await _beside(ctx, case)
    parsed = parse_case_number(data.number)
    named = await cases.by_number(ctx.uow.session, case_number(*parsed)) if parsed else None
    if named is None:
        raise NoSuchCase
    return await _pair(ctx, case, named.id)


async def _pair(ctx: Context, case: Case, other_id: int) -> PairSight:
    session = ctx.uow.session
    second = await other(ctx, case, other_id)
    member = await staff.by_id(session, ctx.actor.id or 0)
    shared = {each.case_id: each.what for each in await ties.suggested(session, case.id)}.get(second.id, ())
    tie = await ties.between(session, case.id, second.id)
    line = await other_case(
        ctx.uow,
        ctx.catalogue,
        second,
        tuple(Shared(each) for each in shared),
        Tie(tie.state) if tie is not None else None,
        member.language,
    )
    return PairSight(
        case_id=case.id,
        number=case.number,
        other=line,
        why_here=await why_not(ctx, second, case),
        why_there=await why_not(ctx, case, second),
    )


@dataclass(frozen=True, slots=True)
class ReadHistory:
    """A page, counted from 0, of the history of a case that was merged."""

    case_id: int
    page: int = 0


@act("duplicate.history")
async def read_history(ctx: Context, data: ReadHistory) -> EndedHistory:
    """What happened in it, and what was said, masked; the last words first. NoSuchCase once it is erased."""
    case = await seen(ctx, data.case_id, "duplicate.history")
    if case.erased_at is not None:
        raise NoSuchCase
    said = await cases.messages(ctx.uow.session, case.id)
    pages = max(1, -(-len(said) // PAGE))
    page = min(data.page, pages - 1)
    last = len(said) - page * PAGE
    shown = said[max(0, last - PAGE) : last]
    events = [event for event in await cases.events(ctx.uow.session, case.id) if event.kind not in NOT_FOR_STAFF]
    summary = SummarySight(
        number=case.number,
        events=tuple(TimelineLine(event.at, event.kind) for event in events[-PAGE:]) if page == 0 else (),
        messages=await summary_messages(ctx.uow, shown),
    )
    return EndedHistory(case.id, summary, page, pages)
