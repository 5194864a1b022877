"""Leads look at broadcasts: the list, one run, a page of a draft, exactly what people would get."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.broadcasts import content
from casework.broadcasts.access import member_of, own_draft, own_run
from casework.broadcasts.menu import Menu
from casework.context import Context
from casework.errors import BroadcastFlaw
from casework.letters import kinds
from casework.letters.write import show_on_desk, tell_desk
from db.models import BroadcastRun


@dataclass(frozen=True, slots=True)
class ShowBroadcasts:
    """The list; `ready`: the ready-made ones."""

    ready: bool = False


@act("broadcast.list")
async def show_broadcasts(ctx: Context, data: ShowBroadcasts) -> None:
    """Puts it on the desk."""
    member = await member_of(ctx)
    await show_on_desk(ctx, member, kinds.broadcasts.BroadcastsScreen(member.id, data.ready))


@dataclass(frozen=True, slots=True)
class OpenRun:
    """One run."""

    run_id: int


@act("broadcast.open")
async def open_run(ctx: Context, data: OpenRun) -> None:
    """Puts it on the desk as it is now. Stale for one of another organisation."""
    run, _ = await own_run(ctx, data.run_id)
    await show_run(ctx, run)


async def show_run(ctx: Context, run: BroadcastRun, *, sure: bool = False) -> None:
    """Puts a run on the actor's desk; `sure`: with what follows when it is sent."""
    member = await member_of(ctx)
    await show_on_desk(ctx, member, kinds.broadcasts.BroadcastScreen(member.id, run.id, sure))


@dataclass(frozen=True, slots=True)
class OpenMenu:
    """A page of a draft."""

    run_id: int
    menu: Menu
    page: int = 0


@act("broadcast.menu")
async def open_menu(ctx: Context, data: OpenMenu) -> None:
    """Shows what can be chosen or is to be typed. Stale for what is no draft any more."""
    run, _ = await own_draft(ctx, data.run_id)
    await show_menu(ctx, run, data.menu, data.page)


async def show_menu(ctx: Context, run: BroadcastRun, menu: Menu, page: int = 0, found: tuple[str, ...] = ()) -> None:
    """Puts a page of a draft on the actor's desk; `found`: the hromadas that fit what was typed."""
    member = await member_of(ctx)
    screen = kinds.broadcasts.BroadcastMenuScreen(member.id, run.id, menu.value, max(0, page), list(found))
    await show_on_desk(ctx, member, screen)


@act("broadcast.preview")
async def preview(ctx: Context, data: OpenRun) -> None:
    """Sends the actor what people would get, in each language. BroadcastFlaw while there is no text; Stale."""
    run, broadcast = await own_run(ctx, data.run_id)
    written = content.texts(broadcast)
    if not written:
        raise BroadcastFlaw(why="empty")
    member = await member_of(ctx)
    for language in written:
        await tell_desk(ctx, member, kinds.broadcasts.BroadcastPreview(member.id, run.id, language))
