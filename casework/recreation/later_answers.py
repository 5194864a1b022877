"""A family answers questions of a later step, all at once or some now and some another day."""

from __future__ import annotations

import json
from dataclasses import dataclass

from casework.act import act
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import NotPermitted, Stale
from casework.forms.filling import Filling, opened
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_topic
from casework.people.themselves import ready_to_write, themselves
from casework.recreation.begin import fill_form
from casework.recreation.file import case_of
from casework.recreation.owing import later_of
from casework.recreation.papers import remind_while
from db.models import Application, Case, FormDraft, Person
from db.repositories import applications, cases, documents, forms
from rules.forms import Answers, Problem
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
        filling = await fill_form(ctx, person, application, later.form, later.answers)
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
    """Keeps what was answered with the application and its children; its case. CaseClosed where that is over."""
    ctx = filling.ctx
    application = await applications.by_id(ctx.uow.session, filling.draft.application_id or 0)
    assert application is not None, "such a form goes with its application"
    case = await case_of(filling, application)
    await applications.lock(ctx.uow.session, application.id)
    answers = filling.form.asked(filling.answers)
    await _keep(ctx, application, answers)
    await remind_while(ctx, application, missing=bool(await documents.count_missing(ctx.uow.session, case.id)))
    record(ctx, case, Event.QUESTIONS_ANSWERED, count=len(answers))
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.QUESTIONS_ANSWERED.value))
    await filling.show_instead(kinds.later.QuestionsAnsweredScreen(application.id))
    await show_case(ctx, case, head=False)
    return case


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
