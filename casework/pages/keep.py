"""Leads compare pages with their sources, and say that they did."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.repositories import pages, staff
from rules.local_time import local_date


@dataclass(frozen=True, slots=True)
class ShowPages:
    """The list at `page`, from 0; the oldest first."""

    page: int = 0


@act("page.show")
async def show_pages(ctx: Context, data: ShowPages) -> None:
    """Puts it on the lead's desk."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.pages.PagesScreen(member.id, max(data.page, 0)))


@dataclass(frozen=True, slots=True)
class CheckPage:
    """«Перевірено сьогодні» below this page; `page`: where the list stands."""

    slug: str
    page: int = 0


@act("page.check")
async def check_page(ctx: Context, data: CheckPage) -> None:
    """Notes that the lead compared it with its source today: it is offered again. Stale for a page that is no more."""
    if data.slug not in ctx.catalogue.pages:
        raise Stale
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await pages.check(ctx.uow.session, member.organisation_id, data.slug, local_date(ctx.now), member.id)
    await show_on_desk(ctx, member, kinds.pages.PagesScreen(member.id, max(data.page, 0)))
