"""A family answers questions of a later step, all at once or some now and some another day; or a caseworker writes down
what it says.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from casework.act import act
from casework.calls.needed import end_call_about
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, NothingAsked, NotPermitted, Stale
from casework.forms.filling import Filling, opened
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_person, tell_topic
from casework.passing_on.telling import talked_about
from casework.people.themselves import ready_to_write, themselves
from casework.readings.log import reason_of, write_down
from casework.recreation.begin import fill_form
from casework.recreation.file import case_of
from casework.recreation.owing import Later, later_of
from casework.recreation.papers import remind_while
from casework.recreation.standing import locked_of
from db.models import Application, Case, FormDraft, Person
from db.repositories import applications, cases, documents, forms, people, staff
from rules.calls import Reason
from rules.forms import Answers, Problem
from rules.readings import Implied
from rules.recreation.later import LATER, key_of
from rules.recreation.terms import AFTER_NEED, Question


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """Of one's own application."""

    application_id: int


@act("later.open")
async def open_questions(ctx: Context, data: OpenQuestions) -> int:
    """Asks the first question without an answer, or goes on where the person left off; the form's id, 0 where the
    consent is asked for first. Where all was answered the summary is shown, and each answer can be changed.

    NotPermitted on a watched phone; Stale where nothing is asked, the case is over, or the application is not theirs.
    """
    person = await themselves(ctx)
    if person.watched:
        raise NotPermitted
    application = await _own(ctx, person, data.application_id)
    later = await later_of(ctx.uow.session, application)
    if not later.asks:
        raise Stale
    if not await ready_to_write(ctx, person):
        await show_person(ctx, person, kinds.ConsentScreen())
        return 0
    draft = await _begun(ctx, person, application)
    if draft is not None:
        filling = await opened(ctx, draft.id)
    else:
        filling = await fill_form(ctx, person, application, later.form, later.answers, known=True)
    await filling.show()
    return filling.draft.id


@dataclass(frozen=True, slots=True)
class NoteAnswers:
    """The case of somebody who is on the phone."""

    case_id: int


@act("later.note")
async def note_answers(ctx: Context, data: NoteAnswers) -> int:
    """Asks the same on the desk of whoever has the case, or of a lead, to write down what the person says; goes on
    where they left off. The form's id. What was answered before stands there, so the look is written down.

    NothingAsked where nothing is asked; CaseClosed. A watched phone is no hindrance: nothing of it stands there.
    """
    session = ctx.uow.session
    reached = await seen(ctx, data.case_id, "later.note")
    # The person first, as everywhere: a circle of two who wait for each other would end one of them.
    person = await people.lock(session, reached.person_id)
    case = await locked(ctx, data.case_id, "later.note")
    if case.closed_at is not None:
        raise CaseClosed
    application = await locked_of(ctx, case)
    later = await later_of(session, application) if application is not None else None
    if application is None or later is None or not later.asks:
        raise NothingAsked
    reason = await reason_of(ctx, case, None, implied=Implied.CALL)
    write_down(ctx, case, person.id, reason=reason, fields=("application",))
    member = await staff.by_id(session, ctx.actor.id or 0)
    draft = await forms.noted_by(session, member.id, application.id)
    if draft is not None:
        filling = await opened(ctx, draft.id)
    else:
        filling = await fill_form(ctx, person, application, later.form, later.answers, known=True, member=member)
    await filling.show()
    return filling.draft.id


async def _own(ctx: Context, person: Person, application_id: int) -> Application:
    found = await applications.by_id(ctx.uow.session, application_id)
    case = await cases.lock(ctx.uow.session, found.case_id) if found is not None and found.case_id else None
    application = await applications.lock(ctx.uow.session, application_id)
    if application is None or application.person_id != person.id or case is None or case.closed_at is not None:
        raise Stale
    return application


async def _begun(ctx: Context, person: Person, application: Application) -> FormDraft | None:
    """The form that waits for this application; one of an earlier year is forgotten."""
    draft = await forms.of_kind(ctx.uow.session, person.id, LATER)
    if draft is None or draft.application_id == application.id:
        return draft
    await forms.drop(ctx.uow.session, draft)
    return None


async def keep_answers(filling: Filling, _: Case | None) -> Case | Problem | None:
    """Keeps what was answered with the application and its children; its case. CHANGED_MEANWHILE where somebody else
    gave other answers since the form was opened: the summary holds them then, but for what was changed here. CaseClosed
    where the case is over.
    """
    ctx = filling.ctx
    application = await applications.by_id(ctx.uow.session, filling.draft.application_id or 0)
    assert application is not None, "such a form goes with its application"
    case = await case_of(filling, application)
    await applications.lock(ctx.uow.session, application.id)
    if _caught_up(filling, await later_of(ctx.uow.session, application)):
        return Problem.CHANGED_MEANWHILE
    answers = filling.form.asked(filling.answers)
    await _keep(ctx, application, answers)
    missing = bool(await documents.count_missing(ctx.uow.session, case.id))
    await remind_while(ctx, application, missing=missing)
    event = Event.QUESTIONS_ANSWERED if filling.member is None else Event.QUESTIONS_NOTED
    record(ctx, case, event, count=len(answers))
    await tell_topic(ctx, case, kinds.CaseNews(case.id, event.value))
    await _tell_other(filling, application, case, missing=missing)
    await show_case(ctx, case, head=False)
    return case


def _caught_up(filling: Filling, later: Later) -> bool:
    """Whether somebody else answered since the form was opened; then their answers are taken in, but for those that
    were changed here. The summary has to be confirmed once more.
    """
    draft, stands = filling.draft, later.answers
    known = json.loads(draft.known) if draft.known is not None else stands
    theirs = [key for key, answer in stands.items() if key not in known or known[key] != answer]
    for key in theirs:
        if (key in filling.answers, filling.answers.get(key)) == (key in known, known.get(key)):
            filling.put(key, stands[key])
    if theirs:
        draft.known = json.dumps(stands, ensure_ascii=False)
        # Every button shown so far is stale: the second of two quick taps confirms nothing that nobody saw.
        filling.move(filling.form.next_open(filling.answers))
    return bool(theirs)


async def _tell_other(filling: Filling, application: Application, case: Case, *, missing: bool) -> None:
    """Who answered is thanked. What was written down for them they get as a copy, and nobody has to phone them about it
    any more.
    """
    ctx, member = filling.ctx, filling.member
    if member is None:
        await filling.show_instead(kinds.later.QuestionsAnsweredScreen(application.id))
        return
    await filling.show_instead(kinds.noting.NotingOverScreen(member.id, application.id, noted=True))
    key = f"{application.id}:{filling.draft.id}:{filling.draft.revision}"
    await tell_person(ctx, filling.person, kinds.noting.QuestionsNoted(application.id), case=case, key=key)
    await talked_about(ctx, case, kinds.later.QuestionsAsked)
    if not missing:
        await end_call_about(ctx, case, Reason.REMIND)


async def _keep(ctx: Context, application: Application, answers: Answers) -> None:
    later = await later_of(ctx.uow.session, application)
    told = {key: answer for key, answer in answers.items() if key in set(Question)}
    kept = json.loads(application.later or "{}") | told
    application.later = json.dumps(kept, ensure_ascii=False)
    if Question.LIVES in told:
        # The one place where it is looked up, whenever it was asked.
        lives = told[Question.LIVES]
        application.lives = lives if isinstance(lives, str) else None
    for row, child in zip(later.rows, later.children, strict=True):
        keys = {question: key_of(child.id, question) for question in AFTER_NEED}
        said = {question: answers[key] for question, key in keys.items() if key in answers}
        if said:
            row.later = json.dumps({**child.answers, **said}, ensure_ascii=False)
    await ctx.uow.session.flush()
