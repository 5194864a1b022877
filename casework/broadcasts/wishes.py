"""A person does not want to hear of a kind of news, or wants to again."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves
from db.repositories import reminders
from rules.broadcasts import Kind


@dataclass(frozen=True, slots=True)
class StopNews:
    """A kind, not wanted from now on, or wanted again."""

    kind: Kind
    stop: bool


@act("broadcast.stop_kind")
async def stop_news(ctx: Context, data: StopNews) -> None:
    """No broadcast of the kind goes to them any more, also of one that is under way; or it does again. Said twice it is
    the same.
    """
    person = await themselves(ctx)
    if data.stop:
        await reminders.stop(ctx.uow.session, person.id, data.kind.stop, ctx.now)
    else:
        await reminders.start(ctx.uow.session, person.id, data.kind.stop)
    await show_person(ctx, person, kinds.broadcasts.StoppedScreen(data.kind.value, data.stop))
