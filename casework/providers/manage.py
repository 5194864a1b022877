"""Staff look at the providers that their organisation knows; leads change the list by hand, on the desk."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import ProviderFlaw, ProviderThere, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.providers.known import known_to
from db.models import Provider, StaffMember
from db.repositories import providers, staff
from rules.providers import ProviderEntry, name_key, read_typed


@dataclass(frozen=True, slots=True)
class ShowProviders:
    """The list at `page`, or one of it."""

    page: int = 0
    provider_id: int | None = None


@act("provider.show")
async def show_providers(ctx: Context, data: ShowProviders) -> None:
    """Puts it on the desk. Stale for a provider of another organisation."""
    member = await _member(ctx)
    if data.provider_id is None:
        await show_on_desk(ctx, member, kinds.providers.ProvidersScreen(member.id, max(data.page, 0)))
        return
    row = await _mine(ctx, member, data.provider_id)
    await show_on_desk(ctx, member, kinds.providers.ProviderScreen(member.id, row.id))


@dataclass(frozen=True, slots=True)
class BeginProvider:
    """What is to be typed: a provider that is there, or a new one."""

    provider_id: int | None = None


@act("provider.begin")
async def begin_provider(ctx: Context, data: BeginProvider) -> None:
    """Asks for it, with what stands there now. Stale where there is no such provider."""
    member = await _member(ctx)
    if data.provider_id is not None:
        await _mine(ctx, member, data.provider_id)
    await show_on_desk(ctx, member, kinds.providers.ProviderTextScreen(member.id, data.provider_id or 0))


@dataclass(frozen=True, slots=True)
class WriteProvider:
    """The words as they were typed, a line for each column; for what, as in `BeginProvider`."""

    words: str
    provider_id: int | None = None


@act("provider.write")
async def write_provider(ctx: Context, data: WriteProvider) -> int:
    """Keeps it and shows it; its id. ProviderFlaw with the first thing that is wrong, ProviderThere, Stale."""
    member = await _member(ctx)
    row = await _mine(ctx, member, data.provider_id) if data.provider_id is not None else None
    entry = await _read(ctx, member, data.words)
    row = await _room_for(ctx, member, entry, row)
    providers.keep(row, entry, at=ctx.now, staff_id=member.id)
    ctx.uow.session.add(row)
    await ctx.uow.session.flush()
    await show_on_desk(ctx, member, kinds.providers.ProviderScreen(member.id, row.id))
    return row.id


async def _read(ctx: Context, member: StaffMember, words: str) -> ProviderEntry:
    organisation = await staff.organisation_by_id(ctx.uow.session, member.organisation_id)
    found = read_typed(words, known_to(ctx.catalogue, organisation))
    if isinstance(found, list):
        first = found[0]
        raise ProviderFlaw(flaw=first.wrong.value, column=first.column.value if first.column else "", value=first.value)
    return found


async def _room_for(ctx: Context, member: StaffMember, entry: ProviderEntry, row: Provider | None) -> Provider:
    """The row that is written: a removed one of the same name comes back, so that its transfers stay its own."""
    rows = await providers.of_organisation(ctx.uow.session, member.organisation_id, removed=True)
    same = next((each for each in rows if each.name_key == name_key(entry.name)), None)
    if row is None and same is not None and same.removed_at is not None:
        return same
    if same is not None and (row is None or same.id != row.id):
        raise ProviderThere
    return row if row is not None else Provider(organisation_id=member.organisation_id)


@dataclass(frozen=True, slots=True)
class ChooseProvider:
    """The provider that is to be taken out of the list, or put back."""

    provider_id: int


@act("provider.remove")
async def remove_provider(ctx: Context, data: ChooseProvider) -> None:
    """Nothing new is handed to it; what is under way goes on. Stale where there is no such provider."""
    member = await _member(ctx)
    row = await _mine(ctx, member, data.provider_id)
    row.removed_at = row.removed_at or ctx.now
    await show_on_desk(ctx, member, kinds.providers.ProviderScreen(member.id, row.id))


@act("provider.restore")
async def restore_provider(ctx: Context, data: ChooseProvider) -> None:
    """It stands in the list again, as it was. The same refusal."""
    member = await _member(ctx)
    row = await _mine(ctx, member, data.provider_id)
    row.removed_at = None
    await show_on_desk(ctx, member, kinds.providers.ProviderScreen(member.id, row.id))


async def _member(ctx: Context) -> StaffMember:
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)


async def _mine(ctx: Context, member: StaffMember, provider_id: int) -> Provider:
    row = await providers.lock(ctx.uow.session, provider_id)
    if row is None or row.organisation_id != member.organisation_id:
        raise Stale
    return row
