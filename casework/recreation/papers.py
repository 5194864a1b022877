"""The documents of an application follow its children, and its children follow the documents."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from casework.context import Context
from casework.recreation.owing import later_of
from casework.recreation.reminding import remind_no_more, remind_of_papers
from casework.recreation.standing import do, locked_of
from db.models import Application, ApplicationChild, Case, WantedDocument
from db.repositories import applications, documents, recreation
from db.repositories.recreation import Call
from rules.documents import MISSING, DocumentState
from rules.recreation.applications import Deed, Standing
from rules.recreation.papers import of_child, of_family, step_for
from rules.recreation.terms import Step, Terms

SETTLED = frozenset({DocumentState.ACCEPTED.value, DocumentState.WAIVED.value})


async def want_papers(
    ctx: Context, case: Case, call: Call, those: Sequence[ApplicationChild]
) -> Sequence[WantedDocument]:
    """Makes the documents that the campaign wants of these children and their family at the step where they stand, each
    once; those that were never asked for, in the order of the campaign.
    """
    session = ctx.uow.session
    new = [
        WantedDocument(
            case_id=case.id, child_id=child_id, document=slug, state=DocumentState.PICKED.value, rounds=0,
            changed_at=ctx.now,
        )
        for child_id, slug in not_there(call.terms, those, await documents.of_case(session, case.id))
    ]  # fmt: skip
    session.add_all(new)
    await session.flush()
    return new


def not_there(
    terms: Terms, those: Sequence[ApplicationChild], there: Sequence[WantedDocument]
) -> Sequence[tuple[int | None, str]]:
    """What the campaign wants of these children and their family at the step where they stand, and is not there yet:
    child (None: the family) and document, each once, in the order of the campaign.
    """
    wanted: dict[tuple[int | None, str], None] = {}
    steps = {child.id: step_for(Standing(child.state)) for child in those}
    for step in Step:
        mine = [child for child in those if steps[child.id] is step]
        if mine:
            wanted.update({(None, each.document): None for each in of_family(terms, step)})
        for child in mine:
            wanted.update({(child.id, each.document): None for each in of_child(terms, step, child.categories)})
    have = {(each.child_id, each.document) for each in there}
    return [each for each in wanted if each not in have]


async def open_papers(session: AsyncSession, case: Case, call: Call, child: ApplicationChild) -> int:
    """How many documents, without which a need is not confirmed, are not accepted yet and not waived."""
    there = {(each.child_id, each.document): each.state for each in await documents.of_case(session, case.id)}
    needed: list[tuple[int | None, str]] = [
        (None, each.document) for each in of_family(call.terms, Step.CONFIRMATION) if each.required
    ]
    needed += [
        (child.id, each.document) for each in of_child(call.terms, Step.CONFIRMATION, child.categories) if each.required
    ]
    return sum(there.get(key) not in SETTLED for key in needed)


async def follow_papers(ctx: Context, case: Case) -> None:
    """A document of a locked case was sent, decided or given up: children of whom nothing is missing any more are
    checked, those of whom something is missing again wait for it. Nothing for a case of another kind.
    """
    application = await locked_of(ctx, case)
    if application is None:
        return
    await ctx.uow.session.flush()
    missing = {each.child_id for each in await documents.of_case(ctx.uow.session, case.id) if each.state in MISSING}
    for child in await applications.children(ctx.uow.session, application.id):
        await _follow(ctx, application, child, lacks=None in missing or child.id in missing)
    await remind_while(ctx, application, missing=bool(missing))


async def remind_while(ctx: Context, application: Application, *, missing: bool) -> None:
    """The family of a locked application is reminded as long as some papers are missing, or answers."""
    call = await recreation.call(ctx.uow.session, application.campaign_id)
    missing = missing or bool((await later_of(ctx.uow.session, application)).owed)
    if missing and application.papers_by is not None and call is not None:
        await remind_of_papers(ctx, application, call)
    elif not missing:
        await remind_no_more(ctx, application)


async def _follow(ctx: Context, application: Application, child: ApplicationChild, *, lacks: bool) -> None:
    state = Standing(child.state)
    if not lacks and state is Standing.NEEDS_DOCUMENTS:
        await do(ctx, application, [child], Deed.DOCUMENTS_CAME)
    elif lacks and state is Standing.CHECKING:
        await do(ctx, application, [child], Deed.ASK_DOCUMENTS)
