"""A person sends a form: from now on it is with the department."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from casework.act import act
from casework.cases.access import locked
from casework.context import Context
from casework.errors import CaseClosed
from casework.forms.files import send_files
from casework.forms.filling import Filling, Pressed, Went, pressed
from casework.on_behalf.open import open_on_behalf
from casework.people.waiting import show_waiting
from casework.recreation.file import file_application
from casework.recreation.later_answers import keep_answers
from db.models import Case
from db.repositories import forms
from rules.forms import SUMMARY, Problem
from rules.forms.for_whom import FOR_WHOM
from rules.recreation.forms import RECREATION
from rules.recreation.later import LATER

Sender = Callable[[Filling, Case | None], Awaitable[Case | Problem | None]]
SENDERS: dict[str, Sender] = {FOR_WHOM.slug: open_on_behalf, RECREATION: file_application, LATER: keep_answers}
"""What each form does once it is sent, and the case in which it is then, or what it lacks; None: it sent the person
elsewhere, and the form waits. It is given the locked case that the form is about, if there is one.
"""


@act("form.submit")
async def submit(ctx: Context, data: Pressed) -> Went:
    """Does what the form is for, once, hangs its files at the case, and forgets the draft. Where an answer is missing,
    it is asked for.

    CaseClosed where the case that it is about is over.
    """
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    if (missing := filling.form.next_open(filling.answers)) != SUMMARY:
        filling.move(missing)
        await filling.show()
        return Went.ON
    case = None
    if filling.draft.case_id is not None:
        case = await locked(ctx, filling.draft.case_id, "form.submit")
        if case.closed_at is not None:
            raise CaseClosed
    sent = await SENDERS[filling.form.slug](filling, case)
    if isinstance(sent, Problem):
        await filling.show(sent)
        return Went.ON
    if sent is None:
        return Went.ON
    await send_files(filling, sent)
    await forms.drop(ctx.uow.session, filling.draft)
    if filling.member is None:
        await show_waiting(ctx, filling.person)
    return Went.OVER
