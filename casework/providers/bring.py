"""Leads send a list of providers as a file, look at what it holds, and keep all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import ListFlawed
from casework.files.attachment import Attachment
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.providers.known import compare, known_to
from casework.uploads.arrived import PROVIDERS
from casework.uploads.sent import content_of, decide, keep_sent, undecided
from db.models import Provider
from db.repositories import providers, staff
from rules.providers import name_key, read_table


@dataclass(frozen=True, slots=True)
class AskList:
    """The question for the file."""


@act("provider.ask_list")
async def ask_list(ctx: Context, data: AskList) -> None:
    """Says on the desk which columns the file has to have."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.providers.ProviderFileScreen(member.id))


@dataclass(frozen=True, slots=True)
class SendList:
    """The file as it came."""

    attached: Attachment


@act("provider.send_list")
async def send_list(ctx: Context, data: SendList) -> int:
    """Keeps it until its content is fetched; what is in it is shown then. The upload's id. A list that they sent before
    and did not decide about is dropped: this one takes its place.
    """
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    upload = await keep_sent(ctx, member, data.attached, PROVIDERS)
    return upload.id


@dataclass(frozen=True, slots=True)
class OfUpload:
    """The file about which a lead decides."""

    upload_id: int


@act("provider.import")
async def import_list(ctx: Context, data: OfUpload) -> tuple[int, int, int]:
    """Keeps every line of it; how many are new, changed, as they were. What is not in the file stays as it is.

    ListFlawed where a line is wrong: then nothing is kept. Stale where somebody decided about it already.
    """
    member, upload = await undecided(ctx, data.upload_id, PROVIDERS)
    session = ctx.uow.session
    organisation = await staff.organisation_by_id(session, member.organisation_id)
    listed = read_table(await content_of(ctx, upload), known_to(ctx.catalogue, organisation))
    if not listed.fine:
        raise ListFlawed
    rows = await providers.of_organisation(session, member.organisation_id, removed=True)
    compared, there = compare(rows, listed.entries), {each.name_key: each for each in rows}
    for entry in (*compared.new, *compared.changed):
        row = there.get(name_key(entry.name)) or Provider(organisation_id=member.organisation_id)
        providers.keep(row, entry, at=ctx.now, staff_id=member.id)
        session.add(row)
    await decide(ctx, member, upload, providers.DONE)
    counts = len(compared.new), len(compared.changed), len(compared.same)
    await show_on_desk(ctx, member, kinds.providers.ProvidersImportedScreen(member.id, *counts))
    return counts


@act("provider.drop_list")
async def drop_list(ctx: Context, data: OfUpload) -> None:
    """Nothing of it is kept, not even the file. Stale as above."""
    member, upload = await undecided(ctx, data.upload_id, PROVIDERS)
    await decide(ctx, member, upload, providers.DROPPED)
    await show_on_desk(ctx, member, kinds.providers.ProvidersScreen(member.id))
