"""What letters about the recreation programme need to be true: an open campaign, and an application that is a case."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import Application, ApplicationChild, Case, FormDraft, NeedAsk, StaffMember, Upload, WantedDocument
from db.repositories import recreation
from rules.local_time import local_date
from rules.recreation.applications import Standing
from rules.recreation.campaigns import CampaignState
from rules.recreation.later import LATER
from rules.recreation.still_needed import times
from rules.recreation.terms import Shift
from tests.casework.recreation.programme import OWN, TEMPLATE, answers, child
from tests.casework.world import CATALOGUE, World

APPLYING: set[type[Letter]] = {
    kind
    for kind in kinds.KINDS.values()
    if kind.__module__.rpartition(".kinds.")[2]
    in ("recreation", "review", "importing", "still_needed", "later", "noting")
}


STANDINGS: dict[type[Letter], Standing] = {
    kinds.review.ApplicationChecked: Standing.CHECKING,
    kinds.review.NeedConfirmed: Standing.NEED_CONFIRMED,
}
"""Where an application stands while such a letter is true; `submitted` for all others."""


async def about_application(
    world: World, kind: type[Letter], case: Case, iryna: Actor, shifts: tuple[Shift, ...] = ()
) -> dict[str, Any]:
    """Ірина leads; who writes in the case has applied for a child of another hromada, and is about to change it."""
    stands = STANDINGS.get(kind, Standing.SUBMITTED).value
    session, now = world.uow.session, world.now
    member = await session.get_one(StaffMember, iryna.id)
    member.role = "supervisor"
    today = local_date(now)
    template = CATALOGUE.recreation.templates[TEMPLATE].terms(today.year)
    terms = replace(template, opens=today, closes=today + timedelta(days=9), shifts=shifts)
    call = await recreation.add(session, member.organisation_id, terms, at=now, staff_id=member.id)
    call.campaign.state = CampaignState.OPEN.value
    said = answers(child(registered=OWN[0]))
    application = Application(
        campaign_id=call.campaign.id,
        version_id=call.version.id,
        person_id=case.person_id,
        case_id=case.id,
        state=stands,
        answers=json.dumps(said),
        begun_at=now,
        filed_at=now,
    )
    session.add(application)
    await session.flush()
    draft = FormDraft(person_id=case.person_id, form="recreation", version=1, at="", revision=0)
    draft.answers, draft.begun_at, draft.touched_at = json.dumps(said), now, now
    draft.application_id = application.id
    one = ApplicationChild(application_id=application.id, position=1, name="Марко", born="2015-05-20", state=stands)
    one.hromada, one.way, one.state_at, one.added_at, one.categories = OWN[0], "hromada", now, now, []
    upload = Upload(staff_id=member.id, purpose="applications", state="failed", at=now)
    upload.campaign_id = call.campaign.id
    session.add_all((draft, one, upload))
    if kind is kinds.recreation.ApplicationReminder:
        application.papers_by = today + timedelta(days=3)
        session.add(WantedDocument(case_id=case.id, document="child-id", state="asked", rounds=0, changed_at=now))
    if kind is kinds.recreation.DatesChanged:
        longer, later = replace(terms, closes=today + timedelta(days=20)), now + timedelta(minutes=1)
        await recreation.add_version(session, call.campaign, 2, longer, at=later, staff_id=member.id)
    await session.flush()
    if kind.__module__.endswith((".kinds.later", ".kinds.noting")):
        one.state, one.asked = Standing.NEED_CONFIRMED.value, ["tax"]
    if kind.__module__.endswith(".kinds.noting"):
        is_written_down(kind, application, draft, member)
    if kind.__module__.endswith(".kinds.still_needed"):
        one.state = Standing.NEED_CONFIRMED.value
        remind_at, due_at = times(now, terms.answer_days)
        asked = NeedAsk(application_id=application.id, staff_id=member.id, state="waiting", asked_at=now)
        asked.remind_at, asked.due_at = remind_at, due_at
        session.add(asked)
        await session.flush()
    return {
        "campaign_id": call.campaign.id,
        "application_id": application.id,
        "form_id": draft.id,
        "hromada": OWN[0],
        "field": "dates",
        "wish": "pass",
        "other_id": case.id,
        "child_id": one.id,
        "page": 0,
        "upload_id": upload.id,
        "why": "used",
        "day": today.toordinal(),
        "was": 1,
        "now": 2,
    }


def is_written_down(kind: type[Letter], application: Application, draft: FormDraft, member: StaffMember) -> None:
    """A caseworker is at the only question, or through with it."""
    draft.form, draft.staff_id, draft.answers = LATER, member.id, json.dumps({"tax": None})
    draft.at = "tax" if kind is kinds.noting.NotingScreen else ""
    application.later = draft.answers
