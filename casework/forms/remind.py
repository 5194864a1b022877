"""A person opens something else while a form asks: the way back is put on their phone."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.forms.filling import opened
from casework.letters import kinds


@dataclass(frozen=True, slots=True)
class RemindOfForm:
    """The form that asked."""

    form_id: int


@act("form.remind")
async def remind(ctx: Context, data: RemindOfForm) -> None:
    """Says that the form waits, with a button that goes on. Nothing where it was sent or is gone."""
    try:
        filling = await opened(ctx, data.form_id)
    except Stale:
        return
    await filling.show_instead(kinds.FormWaitsScreen(filling.draft.id))
