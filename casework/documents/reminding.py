"""What follows when a document of a case moves: its person is reminded of those that the case waits for."""

from __future__ import annotations

from casework.context import Context
from casework.recreation.papers import follow_papers
from casework.recreation.standing import locked_of
from casework.reminders.planning import remind_person, take_back
from db.models import Case
from db.repositories import documents
from rules.catalogue import ReminderKind
from rules.documents import MISSING

KIND = ReminderKind.DOCUMENT


async def follow_documents(ctx: Context, case: Case) -> None:
    """A document of a locked case was sent, decided or given up: the children of an application follow it, and the
    person of any case is reminded of what is missing still.
    """
    await follow_papers(ctx, case)
    await remind_of_missing(ctx, case)


async def remind_of_missing(ctx: Context, case: Case) -> None:
    """A document of a locked case was asked for, sent, decided or given up: from now on its person is reminded, by one
    ladder for all that is missing, and of nothing once all is here. What was told of a document is told again only
    where it was returned since. An application has reminders of its own, toward the last day of its papers:
    `casework.recreation`.
    """
    await ctx.uow.session.flush()
    if await locked_of(ctx, case) is not None:
        return
    await take_back(ctx, case, {KIND})
    missing = [each for each in await documents.of_case(ctx.uow.session, case.id) if each.state in MISSING]
    if missing:
        newest = max(missing, key=lambda each: (each.changed_at, each.id))
        await remind_person(ctx, case, KIND, newest.id, again=newest.rounds)
