"""A family presses its link: what it once wrote to the former form becomes its own draft, and nobody else's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.context import Context
from casework.errors import NotPermitted
from casework.importing.bring import CODE
from casework.letters import kinds
from casework.letters.write import tell_person
from casework.people.themselves import asked_to_agree, themselves
from casework.recreation.begin import draft_in, fill_form, known_of, new_application
from casework.recreation.entry import show_call
from casework.staff.codes import code_hash
from db.models import FormDraft, ImportedDraft, Person
from db.repositories import applications, forms, imported, recreation
from db.repositories.recreation import Call
from rules.local_time import local_date
from rules.recreation.campaigns import BEFORE_THE_END, takes_applications
from rules.recreation.forms import CHILDREN, need_form


class Refused(StrEnum):
    """Why a link leads nowhere."""

    UNKNOWN = "unknown"
    """There is none, or there is none any more."""
    USED = "used"
    """Somebody else pressed it."""
    NOT_NOW = "not-now"
    """No applications are taken at the moment."""
    OVER = "over"
    """The last day is over."""


@dataclass(frozen=True, slots=True)
class TakeUp:
    """The code of the link."""

    code: str


@act("recreation.take_up")
async def take_up(ctx: Context, data: TakeUp) -> int:
    """Shows the family its draft, to be looked at, mended and sent by itself; the form's id, 0 where there is none to
    show: the link is not good, the consent is asked for first, or the application was sent already.

    NotPermitted on a watched phone.
    """
    person = await themselves(ctx)
    if person.watched:
        raise NotPermitted
    row = await imported.lock_by_code(ctx.uow.session, code_hash(CODE, data.code))
    call = await recreation.call(ctx.uow.session, row.campaign_id) if row is not None else None
    if row is None or call is None:
        return await _refuse(ctx, person, Refused.UNKNOWN)
    if row.claimed_by != person.id and (row.claimed_by is not None or row.taken_at is not None):
        return await _refuse(ctx, person, Refused.USED)
    if (why := _not_taken(ctx, call)) is not None:
        return await _refuse(ctx, person, why, call.campaign.id)
    row.claimed_by = person.id
    return 0 if await asked_to_agree(ctx, person) else await _take(ctx, person, row, call)


async def resume_draft(ctx: Context, person: Person) -> int | None:
    """Goes on where the question of consent stood in the way of a link; the form's id. None where none was pressed."""
    row = await imported.claimed_by(ctx.uow.session, person.id)
    call = await recreation.call(ctx.uow.session, row.campaign_id) if row is not None else None
    if row is None or call is None or _not_taken(ctx, call) is not None:
        return None
    return await _take(ctx, person, row, call)


def _not_taken(ctx: Context, call: Call) -> Refused | None:
    today = local_date(ctx.now)
    if takes_applications(call.state, call.terms, today):
        return None
    return Refused.NOT_NOW if call.state in BEFORE_THE_END and today <= call.terms.closes else Refused.OVER


async def _refuse(ctx: Context, person: Person, why: Refused, campaign_id: int = 0) -> int:
    await tell_person(ctx, person, kinds.importing.LinkOfDraftRefused(why.value, campaign_id))
    await asked_to_agree(ctx, person)
    return 0


async def _take(ctx: Context, person: Person, row: ImportedDraft, call: Call) -> int:
    """Moves the answers into the family's own form, once. What the family has told us itself by then stays."""
    session = ctx.uow.session
    application = await applications.standing_of(session, person.id, call.campaign.id)
    begun = await draft_in(ctx, person, application)
    brought, row.answers, row.taken_at = row.answers, None, row.taken_at or ctx.now
    if brought is None or (application is not None and application.filed_at is not None) or _has_children(begun):
        await show_call(ctx, person)
        return 0
    if begun is not None:
        await forms.drop(session, begun)
        application = None
    application = application or await new_application(ctx, person, call)
    form = need_form(call.terms, call.version.number)
    told = form.still_fitting({**known_of(person, form), **json.loads(brought)}, local_date(ctx.now))
    filling = await fill_form(ctx, person, application, form, told)
    await tell_person(ctx, person, kinds.importing.DraftBrought(call.campaign.id))
    await filling.show()
    return filling.draft.id


def _has_children(begun: FormDraft | None) -> bool:
    return begun is not None and any(key.startswith(f"{CHILDREN}/") for key in json.loads(begun.answers))
