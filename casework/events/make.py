"""Staff make an event on their desk, question by question, and open it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as day_of
from datetime import datetime
from enum import StrEnum
from secrets import token_hex

from casework.act import act
from casework.context import Context
from casework.errors import Stale, TooLong
from casework.events.of_staff import draft_of, reader_of
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import EventDate, GroupEvent, StaffMember
from db.repositories import events
from rules.events import COUNTS, LENGTHS, LONGEST_TITLE, PLACES, EventState, Repeat, dates

LINK_PREFIX = "event-"
"""What the link of an event says before its token."""


class Field(StrEnum):
    """What is asked of a new event, in this order; one letter each, for buttons."""

    TITLE = "t"
    PLACE = "p"
    MINUTES = "m"
    PLACES = "n"
    DAY = "d"
    STARTS = "s"
    REPEAT = "r"
    COUNT = "c"


def missing(event: GroupEvent) -> Field | None:
    """What is asked next; None: all is known."""
    known = {
        Field.TITLE: event.title, Field.PLACE: event.place, Field.MINUTES: event.minutes, Field.PLACES: event.places,
        Field.DAY: event.day, Field.STARTS: event.starts, Field.REPEAT: event.repeat, Field.COUNT: event.count,
    }  # fmt: skip
    return next((field for field, value in known.items() if value is None), None)


@dataclass(frozen=True, slots=True)
class ShowEvents:
    """Those of the actor's organisation."""


@act("event.list")
async def list_events(ctx: Context, data: ShowEvents) -> None:
    """Puts them on the desk."""
    reader = await reader_of(ctx)
    await show_on_desk(ctx, reader, kinds.events.DeskEvents(reader.id))


@dataclass(frozen=True, slots=True)
class BeginEvent:
    """A new one."""


@act("event.begin")
async def begin_event(ctx: Context, data: BeginEvent) -> Field | None:
    """Goes on with the draft of the actor's, or begins one; what is asked next."""
    reader = await reader_of(ctx)
    draft = await events.draft_of(ctx.uow.session, reader.id)
    if draft is None:
        draft = GroupEvent(
            organisation_id=reader.organisation_id, made_by=reader.id, state=EventState.DRAFT.value,
            token=token_hex(8), made_at=ctx.now,
        )  # fmt: skip
        ctx.uow.session.add(draft)
        await ctx.uow.session.flush()
    return await _ask(ctx, reader, draft)


@dataclass(frozen=True, slots=True)
class SayOfEvent:
    """The typed answer: a title, or the place."""

    words: str


@act("event.say")
async def say_of_event(ctx: Context, data: SayOfEvent) -> Field | None:
    """Keeps it; what is asked next. TooLong for nothing and for too much; Stale where nothing is asked in words."""
    reader = await reader_of(ctx)
    draft = await draft_of(ctx, reader)
    words, wanted = " ".join(data.words.split()), missing(draft)
    if wanted not in (Field.TITLE, Field.PLACE):
        raise Stale
    if not 0 < len(words) <= LONGEST_TITLE:
        raise TooLong(most=str(LONGEST_TITLE))
    if wanted is Field.TITLE:
        draft.title = words
    else:
        draft.place = words
    return await _ask(ctx, reader, draft)


@dataclass(frozen=True, slots=True)
class ShapeEvent:
    """The pressed answer; of a day its ordinal, of a beginning minutes, of a repetition its place in `Repeat`.
    `page`: of days, from 0.
    """

    field: Field
    value: int
    page: int = 0


@act("event.shape")
async def shape_event(ctx: Context, data: ShapeEvent) -> Field | None:
    """Keeps it; what is asked next. Stale for a value that no button names."""
    reader = await reader_of(ctx)
    draft = await draft_of(ctx, reader)
    if data.value >= 0:
        _keep(ctx, draft, data.field, data.value)
    return await _ask(ctx, reader, draft, data.page)


def _keep(ctx: Context, draft: GroupEvent, field: Field, value: int) -> None:
    match field:
        case Field.MINUTES if value in LENGTHS:
            draft.minutes = value
        case Field.PLACES if value in PLACES:
            draft.places = value
        case Field.DAY if value > ctx.now.toordinal():
            draft.day = day_of.fromordinal(value)
        case Field.STARTS if 0 <= value < 24 * 60:
            draft.starts = value
        case Field.REPEAT if value < len(Repeat):
            draft.repeat = list(Repeat)[value].value
            draft.count = 1 if draft.repeat == Repeat.ONCE else None
        case Field.COUNT if value in COUNTS:
            draft.count = value
        case _:
            raise Stale


@dataclass(frozen=True, slots=True)
class EndDraft:
    """`open`: people may sign up from now on; else it goes."""

    open: bool


@act("event.end_draft")
async def end_draft(ctx: Context, data: EndDraft) -> GroupEvent | None:
    """Opens the draft, or throws it away (None). Stale where something is missing, or the first date is over."""
    reader = await reader_of(ctx)
    draft = await draft_of(ctx, reader)
    if not data.open:
        await ctx.uow.session.delete(draft)
        await show_on_desk(ctx, reader, kinds.events.DeskEvents(reader.id))
        return None
    if missing(draft) is not None:
        raise Stale
    planned = _planned(draft)
    if planned[0][0] <= ctx.now:
        raise Stale
    ctx.uow.session.add_all(_date(draft, starts, ends) for starts, ends in planned)
    draft.state = EventState.OPEN.value
    await show_on_desk(ctx, reader, kinds.events.DeskEvent(reader.id, draft.id))
    return draft


def _planned(draft: GroupEvent) -> list[tuple[datetime, datetime]]:
    """The dates of a draft in which nothing is missing."""
    assert draft.day is not None, "nothing is missing"
    repeat, count = Repeat(draft.repeat or ""), draft.count or 1
    return dates(draft.day, draft.starts or 0, draft.minutes or 0, repeat, count)


def _date(event: GroupEvent, starts: datetime, ends: datetime) -> EventDate:
    return EventDate(event_id=event.id, starts_at=starts, ends_at=ends, uid=f"{token_hex(16)}@suprovid")


async def _ask(ctx: Context, reader: StaffMember, draft: GroupEvent, page: int = 0) -> Field | None:
    await show_on_desk(ctx, reader, kinds.events.DeskEventDraft(reader.id, draft.id, page))
    return missing(draft)
