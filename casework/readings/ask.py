"""For which reason? What is asked of whoever looks into a case that is not their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.letters import kinds
from casework.letters.sights import WhySight
from casework.letters.write import hide_later, tell_desk
from casework.readings.log import reasons_for
from db.repositories import staff


class Looks(StrEnum):
    """What somebody wants to look at."""

    DETAILS = "d"
    FILES = "f"
    PHONE = "p"


@dataclass(frozen=True, slots=True)
class AskWhy:
    """`item`: which message carries the files. `on_desk`: the question could not be whispered in the group."""

    case_id: int
    what: Looks
    item: int = 0
    on_desk: bool = False


@act("reading.ask_why")
async def ask_why(ctx: Context, data: AskWhy) -> WhySight:
    """The reasons that the actor may choose from; nothing of the person is shown yet."""
    case = await seen(ctx, data.case_id, "reading.ask_why")
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    if data.on_desk:
        letter = kinds.DeskWhy(case.id, member.id, data.what.value, data.item)
        await tell_desk(ctx, member, letter, case=case)
    reasons = [(each.slug, each.name[member.language]) for each in reasons_for(ctx.catalogue, ctx.actor.role)]
    return WhySight(case.id, case.number, data.what.value, data.item, tuple(reasons))


@dataclass(frozen=True, slots=True)
class HideShown:
    """What was shown at once, and where: a whisper in a group, or a message on the desk; `file`: it is no text."""

    chat_id: int
    stands_at: int
    file: bool = False


@act("reading.hide")
async def hide_shown(ctx: Context, data: HideShown) -> None:
    """It is gone a while later, whatever happens to the process that showed it."""
    action: kinds.Letter = kinds.HideWhisper(ctx.actor.telegram_id or 0, data.stands_at)
    if data.chat_id > 0:
        action = kinds.HideFiles([data.stands_at]) if data.file else kinds.HideText(data.stands_at)
    await hide_later(ctx, data.chat_id, action)
