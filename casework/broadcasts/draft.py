"""A lead writes a broadcast: anew, from a ready-made one, or like an earlier one."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.broadcasts import content
from casework.broadcasts.access import member_of, own_draft, own_run
from casework.broadcasts.show import show_run
from casework.context import Context
from casework.errors import BroadcastFlaw, NamesAccount, Stale
from casework.files.attachment import Attachment, attach, is_too_large
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Broadcast, BroadcastRun
from db.repositories import broadcasts
from rules.broadcast_words import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    LONGEST_VALUE,
    MOST_BUTTONS,
    Button,
    Variable,
    by_language,
    read_day,
    read_link,
    seen_length,
    unknown_in,
)
from rules.broadcasts import KEEPS, Kind, State
from rules.catalogue.broadcasts import is_way
from rules.files import FileKind
from rules.languages import LANGUAGES
from rules.local_time import local_date
from rules.segments import Dimension, Segment
from rules.suspicion import names_account

KEPT = KEEPS[1]
TAKEN_OVER = ("kind", "template", "texts", "variables", "buttons", "segment", "keep_hours")
FILES = frozenset({FileKind.PHOTO, FileKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Begin:
    """A new one; `ready`: the slug of a ready-made one; `like`: a run whose words and recipients it takes over."""

    ready: str | None = None
    like: int | None = None


@act("broadcast.begin")
async def begin(ctx: Context, data: Begin) -> BroadcastRun:
    """Makes a draft and shows it. Stale for a ready-made one that is no more, or a run of somebody else."""
    member = await member_of(ctx)
    broadcast = Broadcast(
        organisation_id=member.organisation_id,
        author_id=member.id,
        kind=Kind.NEWS.value,
        texts=content.EMPTY,
        variables=content.EMPTY,
        buttons=content.NONE,
        segment={},
        repeat={},
        keep_hours=KEPT,
        created_at=ctx.now,
    )
    file = None
    if data.like is not None:
        _, former = await own_run(ctx, data.like)
        for name in TAKEN_OVER:
            setattr(broadcast, name, getattr(former, name))
        file = await broadcasts.file_of(ctx.uow.session, former.id)
    elif data.ready is not None:
        _take_over(ctx, broadcast, data.ready)
    ctx.uow.session.add(broadcast)
    await ctx.uow.session.flush()
    if file is not None:
        known = (FileKind(file.kind), file.telegram_id, file.telegram_unique_id, file.name, file.mime, file.size)
        await attach(ctx, Attachment(*known), broadcast_id=broadcast.id)
    run = BroadcastRun(broadcast_id=broadcast.id, number=1, state=State.DRAFT.value, changed_at=ctx.now)
    ctx.uow.session.add(run)
    await ctx.uow.session.flush()
    await show_run(ctx, run)
    return run


def _take_over(ctx: Context, broadcast: Broadcast, slug: str) -> None:
    ready = ctx.catalogue.broadcasts.get(slug)
    if ready is None:
        raise Stale
    broadcast.template, broadcast.kind = slug, ready.kind.value
    for language in LANGUAGES:
        content.keep_text(broadcast, language, ready.text[language])
    content.keep_buttons(broadcast, [Button(way, {}) for way in ready.ways])
    if ready.missing:
        broadcast.segment = Segment({Dimension.MISSING: ("yes",)}).facts()


@dataclass(frozen=True, slots=True)
class WriteText:
    """One language's text as Telegram's HTML; `account`: the username of whoever typed it, which must not go out."""

    run_id: int
    language: str
    html: str
    account: str | None = None


@act("broadcast.write_text")
async def write_text(ctx: Context, data: WriteText) -> None:
    """Keeps it; `-` takes a language away. BroadcastFlaw (empty, long, unknown), NamesAccount, Stale."""
    run, broadcast = await own_draft(ctx, data.run_id)
    html = data.html.strip()
    if html == "-" and data.language != LANGUAGES[0]:
        html = ""
    elif not html:
        raise BroadcastFlaw(why="empty")
    if names_account(html, data.account):
        raise NamesAccount
    if unknown_in(html):
        raise BroadcastFlaw(why="unknown")
    await _fits(ctx, broadcast, html)
    content.keep_text(broadcast, data.language, html)
    await show_run(ctx, run)


async def _fits(ctx: Context, broadcast: Broadcast, html: str) -> None:
    with_file = await broadcasts.file_of(ctx.uow.session, broadcast.id) is not None
    if seen_length(html) > (LONGEST_CAPTION if with_file else LONGEST_TEXT):
        raise BroadcastFlaw(why="long-caption" if with_file else "long")


@dataclass(frozen=True, slots=True)
class Attach:
    """A photo or document of the draft; None: none any more. `html`: words below it, which are the text from now on;
    `account` as in WriteText.
    """

    run_id: int
    attached: Attachment | None
    html: str = ""
    account: str | None = None


@act("broadcast.attach")
async def attach_file(ctx: Context, data: Attach) -> None:
    """In place of the one before. BroadcastFlaw for other files, too large ones, and where the text is too long."""
    run, broadcast = await own_draft(ctx, data.run_id)
    if data.attached is not None:
        _fits_below(ctx, broadcast, data.attached, data.html)
    if names_account(data.html, data.account):
        raise NamesAccount
    if data.html:
        content.keep_text(broadcast, LANGUAGES[0], data.html)
    await broadcasts.drop_file(ctx.uow.session, broadcast.id)
    if data.attached is not None:
        await attach(ctx, data.attached, broadcast_id=broadcast.id)
    await show_run(ctx, run)


def _fits_below(ctx: Context, broadcast: Broadcast, attached: Attachment, html: str) -> None:
    texts = content.texts(broadcast) | ({LANGUAGES[0]: html} if html else {})
    if unknown_in(html):
        raise BroadcastFlaw(why="unknown")
    if attached.kind not in FILES or attached.album is not None:
        raise BroadcastFlaw(why="file")
    if is_too_large(ctx, attached):
        raise BroadcastFlaw(why="large")
    if any(seen_length(each) > LONGEST_CAPTION for each in texts.values()):
        raise BroadcastFlaw(why="long-caption")


@dataclass(frozen=True, slots=True)
class AddButton:
    """A button: a link as typed, or a way into the bot; neither: no buttons any more."""

    run_id: int
    typed: str = ""
    way: str = ""


@act("broadcast.add_button")
async def add_button(ctx: Context, data: AddButton) -> None:
    """Puts it below the others. BroadcastFlaw (link, buttons), Stale for a way that there is not."""
    run, broadcast = await own_draft(ctx, data.run_id)
    there = content.buttons(broadcast)
    if not data.typed and not data.way:
        there = []
    elif data.way:
        if not is_way(data.way, ctx.catalogue.life.areas):
            raise Stale
        there.append(Button(data.way, {}))
    else:
        link = read_link(data.typed)
        if link is None:
            raise BroadcastFlaw(why="link")
        there.append(link)
    if len(there) > MOST_BUTTONS:
        raise BroadcastFlaw(why="buttons")
    content.keep_buttons(broadcast, there)
    await show_run(ctx, run)


@dataclass(frozen=True, slots=True)
class SetValue:
    """What a variable reads, as typed: «слово | word», or one for all; a date as 01.12.2026."""

    run_id: int
    variable: Variable
    typed: str


@act("broadcast.set_value")
async def set_value(ctx: Context, data: SetValue) -> None:
    """Keeps it. BroadcastFlaw (day, value) for what can't be read, Stale."""
    run, broadcast = await own_draft(ctx, data.run_id)
    if data.variable is Variable.DATE:
        day = read_day(data.typed, local_date(ctx.now))
        if day is None:
            raise BroadcastFlaw(why="day")
        typed = dict.fromkeys(LANGUAGES, day.isoformat())
    else:
        typed = by_language(data.typed)
        if not all(typed.values()) or max(map(len, typed.values())) > LONGEST_VALUE:
            raise BroadcastFlaw(why="value")
    content.keep_value(broadcast, data.variable, typed)
    await show_run(ctx, run)


@dataclass(frozen=True, slots=True)
class DropDraft:
    """A draft."""

    run_id: int


@act("broadcast.drop")
async def drop_draft(ctx: Context, data: DropDraft) -> None:
    """It goes with all that belongs to it; one for those whom an earlier run did not reach goes alone. Stale."""
    run, broadcast = await own_run(ctx, data.run_id)
    if run.state != State.DRAFT:
        raise Stale
    if run.source_id is None and run.number == 1:
        await broadcasts.drop(ctx.uow.session, broadcast.id)
    else:
        await ctx.uow.session.delete(run)
    await ctx.uow.session.flush()
    member = await member_of(ctx)
    await show_on_desk(ctx, member, kinds.broadcasts.BroadcastsScreen(member.id))
