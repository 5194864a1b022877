"""Which questions a form on its way asks: those of its kind, or of the campaign that it is an application in, with the
need or at a later step.
"""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from casework.recreation.owing import later_of
from db.models import Application, FormDraft
from db.repositories import applications, recreation
from db.repositories.recreation import Call
from rules.forms import FORMS, Form
from rules.recreation.forms import RECREATION, need_form
from rules.recreation.later import LATER


def is_known(slug: str) -> bool:
    """Whether there is such a form; a draft of another one is of a version to come."""
    return slug in (RECREATION, LATER) or slug in FORMS


async def form_of(session: AsyncSession, draft: FormDraft) -> Form:
    """The form as it reads now. KeyError for one that is not known."""
    if draft.form not in (RECREATION, LATER):
        return FORMS[draft.form]
    application = await applications.by_id(session, draft.application_id or 0)
    assert application is not None, "such a draft goes with its application"
    if draft.form == LATER:
        return (await later_of(session, application)).form
    call = await call_of(session, application)
    return need_form(call.terms, call.version.number)


async def call_of(session: AsyncSession, application: Application) -> Call:
    """The campaign as it counts for an application: filed, as it was then; else as it is now."""
    if application.filed_at is not None:
        return await recreation.call_of_version(session, application.version_id)
    call = await recreation.call(session, application.campaign_id)
    assert call is not None, "a campaign has a version"
    return call
