"""Staff read what they noted about a case."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.letters import kinds
from casework.letters.sights import NotesSight
from casework.letters.view.steps import notes_sight
from casework.letters.write import tell_desk
from db.repositories import staff


@dataclass(frozen=True, slots=True)
class ReadNotes:
    """`on_desk`: what was asked could not be whispered in the group, so it goes to the desk of the one who asked."""

    case_id: int
    on_desk: bool = False


@act("note.read")
async def read_notes(ctx: Context, data: ReadNotes) -> NotesSight:
    """The notes with who wrote them and when, the newest first."""
    case = await seen(ctx, data.case_id, "note.read")
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await tell_desk(ctx, member, kinds.DeskNotes(case.id, member.id), case=case)
    return await notes_sight(ctx.uow, case)
