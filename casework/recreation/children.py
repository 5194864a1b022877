"""The rows of the children in an application: made, changed and taken out as the guardian sends it."""

from __future__ import annotations

from collections.abc import Sequence

from casework.context import Context
from casework.recreation.standing import follow
from casework.recreation.told import ToldChild
from db.models import Application, ApplicationChild
from db.models.search import human_hash
from db.repositories import applications
from rules.forms.dates import age_on
from rules.local_time import local_date
from rules.recreation.applications import Deed, Standing, after
from rules.recreation.eligibility import Way

OUT_OF_THE_WAY = 1000
"""Positions are unique: while they are given anew, those of before stand behind it."""


async def keep_children(ctx: Context, application: Application, told: Sequence[ToldChild]) -> None:
    """The application holds exactly these children. One who was in it keeps the time at which they were named; one who
    is in it no more is forgotten.
    """
    session = ctx.uow.session
    # The hash that is kept may be made anew at this moment: it is not what the child is.
    rows = await applications.children(session, application.id)
    before = {human_hash(row.name, row.born): row for row in rows}
    for position, row in enumerate(before.values()):
        row.position = OUT_OF_THE_WAY + position
    await session.flush()
    kept = {child.hash for child in told}
    for hashed, row in before.items():
        if hashed not in kept:
            await session.delete(row)
    for position, child in enumerate(told, start=1):
        found = before.get(child.hash)
        if found is None:
            found = ApplicationChild(
                application_id=application.id,
                child_hash=child.hash,
                state=Standing.DRAFT.value,
                state_at=ctx.now,
                added_at=ctx.now,
            )
            session.add(found)
        _write(ctx, found, position, child)
    await follow(ctx, application)


def _write(ctx: Context, row: ApplicationChild, position: int, child: ToldChild) -> None:
    found = child.verdict
    same_way = row.way == found.way and row.hromada == found.hromada
    row.position, row.name, row.born = position, child.name, child.born.isoformat()
    row.registered, row.hromada, row.way = child.registered, found.hromada, found.way.value
    row.age_band = ctx.catalogue.age_band(age_on(child.born, local_date(ctx.now))).slug
    row.categories, row.stay, row.periods = list(found.categories), child.stay, list(child.periods)
    # What was sent anew is checked anew.
    row.confirmed, row.denied, row.checked_by, row.asked = [], [], None, []
    if not same_way:
        row.passing = row.passing_at = None
    if not (same_way and row.state == Standing.HANDED_OVER):
        row.state, row.state_at = _standing(row, found.way).value, ctx.now


def _standing(row: ApplicationChild, way: Way) -> Standing:
    """A child of another oblast is told where to turn: there is nothing for us to check."""
    if way is Way.ELSEWHERE:
        return Standing.HANDED_OVER
    was = Standing(row.state)
    if was is Standing.DRAFT:
        return after(Deed.FILE, was)
    return Standing.SUBMITTED if was is Standing.HANDED_OVER else after(Deed.CHANGE, was)
