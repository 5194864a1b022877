"""The clock's part: whose child got to a step at which a campaign asks more, is asked, in one letter a family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.act import act
from casework.allocation.tell import BATCH, hold
from casework.calls.saying import say_or_call
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case
from casework.recreation.owing import later_of
from casework.recreation.reminding import remind_of_papers
from db.models import Application, ApplicationChild, Case, Person
from db.repositories import applications, documents, later, recreation
from db.repositories.later import When
from db.repositories.recreation import Call
from rules.local_time import local_date
from rules.recreation.applications import Standing
from rules.recreation.campaigns import OVER
from rules.recreation.later import SETTLED, answer_by, asks_later, due, goes_on, shifts_of, states_of


@dataclass(frozen=True, slots=True)
class AskLater:
    """Whoever is next."""


@act("later.ask")
async def ask_later(ctx: Context, data: AskLater) -> int:
    """Asks families, a few at a time; how many were looked at. That they were asked and the letter are one transaction:
    nobody is asked twice, or not at all. Done again it finds nothing.
    """
    looked, today = 0, local_date(ctx.now)
    for call in await recreation.every(ctx.uow.session):
        if not goes_on(call.state, call.terms, today):
            continue
        whens = _whens(call, today)
        found = await later.to_ask(ctx.uow.session, call.campaign.id, whens, ctx.now - SETTLED, BATCH - looked)
        for application_id, case_id in found:
            held = await hold(ctx, application_id, case_id)
            if held is not None:
                await _ask(ctx, call, *held)
            looked += 1
        if looked >= BATCH:
            break
    return looked


def _whens(call: Call, today: date) -> list[When]:
    over = call.state in OVER
    return [
        When.of(each, states_of(each, over=over), shifts_of(each, call.terms, today, over=over))
        for each in asks_later(call.terms)
    ]


async def _ask(ctx: Context, call: Call, person: Person, case: Case, application: Application) -> None:
    """Whoever was marked a moment ago is asked along with the others: a family gets one letter."""
    session, today = ctx.uow.session, local_date(ctx.now)
    children = await applications.children(session, application.id)
    shifts, before = await later.shifts_of(session, [application.id]), (await later_of(session, application)).owed
    for child in children:
        _note(call, child, shifts.get(child.id), today)
    await session.flush()
    owed = (await later_of(session, application)).owed
    if set(owed) <= set(before) or case.closed_at is not None:
        return
    by = answer_by(call.terms, today, shifts.values())
    lacks_papers = application.papers_by is not None and await documents.count_missing(session, case.id)
    # Nobody has less time for a paper because of a question.
    application.papers_by = max(by, application.papers_by) if lacks_papers and application.papers_by else by
    await remind_of_papers(ctx, application, call)
    record(ctx, case, Event.QUESTIONS_ASKED, count=len(owed))
    letter = kinds.later.QuestionsAsked(application.id)
    key = f"{application.id}:{ctx.now.timestamp():.0f}"
    await say_or_call(ctx, person, letter, key, case.id)
    await show_case(ctx, case, head=False)


def _note(call: Call, child: ApplicationChild, shift: int | None, today: date) -> None:
    asked = due(call.terms, Standing(child.state), shift, today, over=call.state in OVER)
    child.asked = [*child.asked, *(each.value for each in asked if each not in child.asked)]
