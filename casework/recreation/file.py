"""An application is sent, or sent anew: from now on it is a case with a number, and each child goes its way."""

from __future__ import annotations

import json
from collections.abc import Sequence

from casework.cases.history import Event, record
from casework.cases.opening import open_case
from casework.cases.promises import waits_for_us
from casework.cases.words import Words, add_words, words_of
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.forms.filling import Filling
from casework.forms.which import call_of
from casework.letters import kinds
from casework.letters.write import show_case, tell_person, tell_topic
from casework.recreation.children import keep_children
from casework.recreation.passing import ask_to_pass
from casework.recreation.reminding import remind_no_more
from casework.recreation.told import ToldChild, told_children, word
from db.models import Application, Case
from db.repositories import applications, cases, people, recreation
from db.repositories.recreation import Call
from rules.forms import Answers, Problem
from rules.local_time import local_date
from rules.recreation.campaigns import takes_applications
from rules.recreation.eligibility import Way
from rules.recreation.forms import YES

SERVICE = "recreation"


async def file_application(filling: Filling, case: Case | None) -> Case | Problem | None:
    """Sends it; its case. Sent anew it keeps number, time and the version it was filed under.

    NOT_TAKEN out of the time of collecting, with all answers kept; SAME_CHILD where one child was named twice; None
    where no child belongs to this oblast: the person was told where to turn, and nothing was kept. CaseClosed where the
    case is over.
    """
    ctx = filling.ctx
    application = await applications.by_id(ctx.uow.session, filling.draft.application_id or 0)
    assert application is not None, "such a form goes with its application"
    newest = await recreation.call(ctx.uow.session, application.campaign_id)
    assert newest is not None, "a campaign has a version"
    if not takes_applications(newest.state, newest.terms, local_date(ctx.now)):
        return Problem.NOT_TAKEN
    call, answers = await call_of(ctx.uow.session, application), filling.form.asked(filling.answers)
    told = told_children(ctx.catalogue, call.terms, answers)
    if len({child.hash for child in told}) < len(told):
        return Problem.SAME_CHILD
    if application.filed_at is None and all(child.verdict.way is Way.ELSEWHERE for child in told):
        await filling.show_instead(kinds.recreation.ElsewhereScreen(filling.draft.id))
        return None
    own = await case_of(filling, application)
    await applications.lock(ctx.uow.session, application.id)
    await _keep(ctx, application, call, answers)
    application.case_id = own.id
    await keep_children(ctx, application, told)
    await _wait_or_not(ctx, own, told)
    record(ctx, own, Event.APPLIED, children=len(told), anew=application.changed_at is not None)
    await tell_topic(ctx, own, kinds.CaseNews(own.id, Event.APPLIED.value))
    await _tell_of_same_children(ctx, application, own, newest.campaign.year, told)
    own.indexed = False
    await show_case(ctx, own)
    await filling.show_instead(kinds.recreation.RecreationScreen(application.campaign_id))
    sent = f"{application.id}:{int(ctx.now.timestamp())}:{filling.draft.revision}"
    await tell_person(ctx, filling.person, kinds.recreation.ApplicationSent(application.id), case=own, key=sent)
    await ask_to_pass(ctx, filling.person, application)
    return own


async def case_of(filling: Filling, application: Application) -> Case:
    """The case of the application, a new one the first time, locked; with the words that go along with the form.
    CaseClosed where it is over, Stale where it is somebody else's.
    """
    ctx, words = filling.ctx, await _words(filling)
    if application.case_id is None:
        return await open_case(ctx, filling.person, words, service=SERVICE, receipt=False)
    own = await cases.lock(ctx.uow.session, application.case_id)
    if own is None or own.person_id != filling.person.id:
        raise Stale
    if own.closed_at is not None:
        raise CaseClosed
    if words:
        await add_words(ctx, own, filling.person, words, receipt=False)
    return own


async def _words(filling: Filling) -> list[Words]:
    session = filling.ctx.uow.session
    drafts = await people.drafts(session, filling.person.id, filling.draft.words_upto)
    said = words_of(drafts) if filling.draft.words_upto else []
    for draft in drafts if said else ():
        await session.delete(draft)
    return said


async def _keep(ctx: Context, application: Application, call: Call, answers: Answers) -> None:
    application.guardian, application.phone = word(answers["name"]), word(answers["phone"])
    # Where that is asked later, what was sent anew says nothing of it.
    application.lives = word(answers["lives"]) if "lives" in answers else application.lives
    together = answers.get("together")
    application.together = None if together is None else together == YES
    application.answers = json.dumps(dict(answers), ensure_ascii=False)
    if application.filed_at is None:
        application.version_id, application.filed_at = call.version.id, ctx.now
        await remind_no_more(ctx, application)
    else:
        application.changed_at = ctx.now
    await ctx.uow.session.flush()


async def _wait_or_not(ctx: Context, case: Case, told: Sequence[ToldChild]) -> None:
    """Nobody waits for an answer to a need that was only collected; a child whom no rule places waits for a human."""
    if any(child.verdict.way is Way.HUMAN for child in told):
        await waits_for_us(ctx, case)
    elif case.unread == 0 and not case.crisis:
        case.waiting_since = None


async def _tell_of_same_children(
    ctx: Context, application: Application, case: Case, year: int, told: Sequence[ToldChild]
) -> None:
    """The same child goes once a year: staff of both cases see the other number, neither guardian hears of it."""
    hashes = [child.hash for child in told]
    for _, other in await applications.with_same_children(ctx.uow.session, hashes, year, application.id):
        for here, there in ((case, other), (other, case)):
            key = f"{here.id}:{there.id}"
            if await tell_topic(ctx, here, kinds.recreation.SameChild(here.id, there.id), key=key):
                record(ctx, here, Event.SAME_CHILD, number=there.number)
