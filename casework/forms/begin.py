"""A person begins a form, or finds the one that they began earlier."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.context import Context
from casework.errors import CaseClosed, NotPermitted, Stale
from casework.forms.filling import opened
from casework.letters import kinds
from casework.people.themselves import ready_to_write, themselves
from db.models import FormDraft
from db.repositories import forms, on_behalf
from rules.forms import FORMS


@dataclass(frozen=True, slots=True)
class BeginForm:
    """A form by its slug; about the case `case_id`, or about the words that wait, up to the draft `words_upto`."""

    form: str
    case_id: int | None = None
    words_upto: int = 0


@act("form.begin")
async def begin(ctx: Context, data: BeginForm) -> int:
    """Shows the first question; where the person has such a form on its way, asks whether to go on. Its id.

    NotPermitted before the consent and on a watched phone, where no name or place may be asked. CaseClosed where the
    case is over, Stale where it is known already for whom it is.
    """
    person = await themselves(ctx)
    if person.watched or not await ready_to_write(ctx, person):
        raise NotPermitted
    if data.case_id is not None:
        case = await locked(ctx, data.case_id, "form.begin")
        if case.closed_at is not None:
            raise CaseClosed
        if await on_behalf.of_case(ctx.uow.session, case.id) is not None:
            raise Stale
    draft = await forms.of_kind(ctx.uow.session, person.id, data.form)
    found = draft is not None
    if draft is None:
        draft = _new(ctx, person.id, data.form)
        ctx.uow.session.add(draft)
    draft.case_id, draft.words_upto = data.case_id, data.words_upto
    await ctx.uow.session.flush()
    filling = await opened(ctx, draft.id)
    if found and filling.answers:
        await filling.show_instead(kinds.FormResumeScreen(draft.id))
    else:
        await filling.show()
    return draft.id


def _new(ctx: Context, person_id: int, form: str) -> FormDraft:
    return FormDraft(
        person_id=person_id,
        form=form,
        version=FORMS[form].version,
        at=FORMS[form].next_open({}),
        answers="{}",
        revision=0,
        begun_at=ctx.now,
        touched_at=ctx.now,
    )
