"""All words of a letter that carries several messages, for the one who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.errors import Stale
from db.repositories import together
from rules.masking import mask


@dataclass(frozen=True, slots=True)
class ReadTogether:
    """A letter in the topic of the case: where it stands."""

    case_id: int
    chat_id: int
    telegram_message_id: int


@dataclass(frozen=True, slots=True)
class WholeWords:
    """One message of the letter, masked, and when it was written."""

    at: datetime
    text: str


@act("case.read_together")
async def read_together(ctx: Context, data: ReadTogether) -> Sequence[WholeWords]:
    """The messages as they are now, in the order in which they were said. Stale where the letter carries none of the
    case any more.
    """
    case = await seen(ctx, data.case_id, "case.read_together")
    found = await together.carried_by(ctx.uow.session, data.chat_id, data.telegram_message_id)
    shown = [WholeWords(each.written_at, mask(each.text)) for each in found if each.case_id == case.id and each.text]
    if not shown:
        raise Stale
    return shown
