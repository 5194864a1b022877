"""A guardian begins an application, finds the one that they began, or opens a sent one to change it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import NotPermitted, Stale, TooLate
from casework.forms.filling import Filling, opened
from casework.forms.which import call_of
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import ready_to_write, themselves
from db.models import Application, FormDraft, Person, StaffMember
from db.repositories import applications, forms, recreation
from db.repositories.recreation import Call
from rules.forms import SUMMARY, Answer, Form
from rules.local_time import local_date
from rules.recreation.applications import Deed, Standing, possible
from rules.recreation.campaigns import takes_applications
from rules.recreation.forms import RECREATION, need_form


@dataclass(frozen=True, slots=True)
class BeginApplication:
    """In which campaign."""

    campaign_id: int


@act("recreation.begin")
async def begin_application(ctx: Context, data: BeginApplication) -> int:
    """Asks the first question, or whether to go on with what was begun; the form's id, 0 where the consent is asked for
    first. What we know of the guardian is filled in, to be seen and changed.

    NotPermitted on a watched phone; TooLate where no applications are taken; Stale where one was sent already.
    """
    person = await themselves(ctx)
    if person.watched:
        raise NotPermitted
    if not await ready_to_write(ctx, person):
        await show_person(ctx, person, kinds.ConsentScreen())
        return 0
    call = await open_call(ctx, data.campaign_id)
    application = await applications.standing_of(ctx.uow.session, person.id, call.campaign.id)
    if application is not None and application.filed_at is not None:
        raise Stale
    draft = await draft_in(ctx, person, application)
    if draft is not None:
        filling = await opened(ctx, draft.id)
        await filling.show_instead(kinds.FormResumeScreen(draft.id))
        return draft.id
    if application is None:
        application = await new_application(ctx, person, call)
    form = need_form(call.terms, call.version.number)
    filling = await fill_form(ctx, person, application, form, known_of(person, form))
    await filling.show()
    return filling.draft.id


@dataclass(frozen=True, slots=True)
class ChangeApplication:
    """One's own, sent already."""

    application_id: int


@act("recreation.change")
async def change_application(ctx: Context, data: ChangeApplication) -> int:
    """Opens what was sent at its summary; the form's id. It stays as it was until it is sent anew.

    TooLate where no applications are taken any more, or a place was offered already; Stale where it is not theirs.
    """
    person = await themselves(ctx)
    application = await applications.lock(ctx.uow.session, data.application_id)
    if application is None or application.person_id != person.id or application.answers is None:
        raise Stale
    await open_call(ctx, application.campaign_id)
    children = await applications.children(ctx.uow.session, application.id)
    if not all(may_change(Standing(child.state)) for child in children):
        raise TooLate
    draft = await draft_in(ctx, person, application)
    if draft is not None:
        filling = await opened(ctx, draft.id)
    else:
        call = await call_of(ctx.uow.session, application)
        form = need_form(call.terms, call.version.number)
        filling = await fill_form(ctx, person, application, form, json.loads(application.answers))
    await filling.show()
    return filling.draft.id


def may_change(standing: Standing) -> bool:
    """Whether a child that stands so lets its application be changed."""
    return standing is Standing.HANDED_OVER or possible(Deed.CHANGE, standing)


async def open_call(ctx: Context, campaign_id: int) -> Call:
    """The campaign with its newest version. TooLate where no applications are taken now, Stale where there is none."""
    call = await recreation.call(ctx.uow.session, campaign_id)
    if call is None:
        raise Stale
    if not takes_applications(call.state, call.terms, local_date(ctx.now)):
        raise TooLate
    return call


async def draft_in(ctx: Context, person: Person, application: Application | None) -> FormDraft | None:
    """The form that waits for this very application; one of another campaign is forgotten."""
    draft = await forms.of_kind(ctx.uow.session, person.id, RECREATION)
    if draft is None or (application is not None and draft.application_id == application.id):
        return draft
    await forms.drop(ctx.uow.session, draft)
    return None


async def new_application(ctx: Context, person: Person, call: Call) -> Application:
    """One that is begun, in the campaign as it is now."""
    application = Application(
        campaign_id=call.campaign.id,
        version_id=call.version.id,
        person_id=person.id,
        state=Standing.DRAFT.value,
        begun_at=ctx.now,
    )
    ctx.uow.session.add(application)
    await ctx.uow.session.flush()
    return application


def known_of(person: Person, form: Form) -> dict[str, Answer]:
    """What the guardian told us before, where the form asks for it."""
    known = {"phone": person.phone, "lives": person.actual_place}
    asked = {place.key for place in form.walk({})}
    return {slug: answer for slug, answer in known.items() if slug in asked and answer is not None}


async def fill_form(
    ctx: Context,
    person: Person,
    application: Application,
    form: Form,
    answers: dict[str, Answer],
    *,
    known: bool = False,
    member: StaffMember | None = None,
) -> Filling:
    """The form of an application that has none on its way, with these answers, at the first question without one.

    `known`: somebody else may give answers meanwhile, so those that stand now are kept beside; `member`: who writes
    down what the person says.
    """
    draft = FormDraft(
        person_id=person.id,
        staff_id=None if member is None else member.id,
        known=json.dumps(answers, ensure_ascii=False) if known else None,
        form=form.slug,
        version=form.version,
        at=form.next_open(answers) or SUMMARY,
        answers=json.dumps(answers, ensure_ascii=False),
        revision=0,
        application_id=application.id,
        begun_at=ctx.now,
        touched_at=ctx.now,
    )
    ctx.uow.session.add(draft)
    await ctx.uow.session.flush()
    return await opened(ctx, draft.id)
