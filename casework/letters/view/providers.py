"""Providers on the desk, as they stand now."""

from __future__ import annotations

from collections.abc import Mapping

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.providers import (
    ProviderFileSight,
    ProviderImportSight,
    ProviderLine,
    ProviderSight,
    ProvidersImportedSight,
    ProvidersSight,
    ProviderTextSight,
)
from casework.letters.view.look import Look, view
from casework.providers.known import compare, known_to, names_of_areas
from db.models import Provider, StaffMember
from db.repositories import files, providers, staff
from db.repositories.providers import entry_of
from rules.files import Flaw
from rules.providers import Listed, as_typed, reachable, read_table
from rules.providers.columns import HEADERS
from rules.roles import LEADS
from rules.tables import Unfit

PAGE = 8
FLAWS = 12
"""Things that are wrong in a file, of which the screen tells so many."""
UNFIT: Mapping[str, Unfit] = {
    Flaw.TOO_LARGE: Unfit.TOO_LARGE,
    Flaw.OVER_OURS: Unfit.TOO_LARGE,
    Flaw.EMPTY: Unfit.EMPTY,
    Flaw.BROKEN: Unfit.NOT_TEXT,
    Flaw.LOCKED: Unfit.NOT_TEXT,
    Flaw.PROGRAM: Unfit.NOT_TEXT,
    Flaw.MISNAMED: Unfit.NOT_TEXT,
}
"""What the fetcher found wrong, as the screen says it; a file that is lost did not arrive."""


async def _member(look: Look, staff_id: int, *, lead: bool = False) -> StaffMember | None:
    member = await staff.by_id(look.uow.session, staff_id)
    return None if member.removed_at is not None or (lead and member.role not in LEADS) else member


async def _found(look: Look, member: StaffMember, provider_id: int) -> Provider | None:
    row = await providers.by_id(look.uow.session, provider_id)
    return row if row is not None and row.organisation_id == member.organisation_id else None


@view(kinds.providers.ProvidersScreen)
async def _providers(look: Look, letter: kinds.providers.ProvidersScreen) -> Sight | None:
    member = await _member(look, letter.staff_id)
    if member is None:
        return None
    rows = await providers.of_organisation(look.uow.session, member.organisation_id)
    pages = max(1, -(-len(rows) // PAGE))
    page = min(letter.page, pages - 1)
    lines = [
        ProviderLine(each.id, each.name, not reachable(entry_of(each)))
        for each in rows[page * PAGE : (page + 1) * PAGE]
    ]
    shows = ProvidersSight(tuple(lines), len(rows), page, pages, member.role in LEADS)
    return look.sight(member.language, shows)


@view(kinds.providers.ProviderScreen)
async def _provider(look: Look, letter: kinds.providers.ProviderScreen) -> Sight | None:
    member = await _member(look, letter.staff_id)
    row = await _found(look, member, letter.provider_id) if member is not None else None
    if member is None or row is None:
        return None
    entry, names = entry_of(row), names_of_areas(look.catalogue)
    shows = ProviderSight(
        provider_id=row.id,
        entry=entry,
        areas=tuple(names.get(code, code) for code in entry.areas),
        bare=not reachable(entry),
        changed_at=row.changed_at,
        changed_by=(await staff.by_id(look.uow.session, row.changed_by)).work_name,
        removed=row.removed_at is not None,
        may_change=member.role in LEADS,
    )
    return look.sight(member.language, shows)


@view(kinds.providers.ProviderTextScreen)
async def _provider_text(look: Look, letter: kinds.providers.ProviderTextScreen) -> Sight | None:
    member = await _member(look, letter.staff_id, lead=True)
    if member is None:
        return None
    row = await _found(look, member, letter.provider_id) if letter.provider_id else None
    now = as_typed(entry_of(row) if row else None, names_of_areas(look.catalogue))
    return look.sight(member.language, ProviderTextSight(row.id if row else None, now))


@view(kinds.providers.ProviderFileScreen)
async def _provider_file(look: Look, letter: kinds.providers.ProviderFileScreen) -> Sight | None:
    member = await _member(look, letter.staff_id, lead=True)
    columns = tuple(names[0] for names in HEADERS.values())
    return None if member is None else look.sight(member.language, ProviderFileSight(columns))


@view(kinds.providers.ProviderImportScreen)
async def _provider_import(look: Look, letter: kinds.providers.ProviderImportScreen) -> Sight | None:
    member = await _member(look, letter.staff_id, lead=True)
    upload = await providers.upload_by_id(look.uow.session, letter.upload_id)
    if member is None or upload is None or upload.state not in (providers.HERE, providers.FAILED):
        # While the content is on its way nothing is to be said of it: it comes within seconds, and is shown then.
        return None
    organisation = await staff.organisation_by_id(look.uow.session, member.organisation_id)
    file = await providers.file_of_upload(look.uow.session, upload.id)
    content = await files.content(look.uow.session, file.id) if file is not None else None
    listed = read_table(content, known_to(look.catalogue, organisation)) if content is not None else Listed()
    failed = content is None
    if failed:
        listed = Listed(unfit=UNFIT.get(file.flaw or "") if file is not None else None)
    rows = await providers.of_organisation(look.uow.session, member.organisation_id, removed=True)
    return look.sight(member.language, _counted(upload.id, listed, rows, failed=failed))


def _counted(upload_id: int, listed: Listed, rows: list[Provider], *, failed: bool) -> ProviderImportSight:
    compared = compare(rows, listed.entries)
    return ProviderImportSight(
        upload_id=upload_id,
        failed=failed,
        unfit=listed.unfit,
        columns=listed.columns,
        unknown=listed.unknown,
        flaws=listed.flaws[:FLAWS],
        more=max(0, len(listed.flaws) - FLAWS),
        wrong_lines=len({each.line for each in listed.flaws}),
        new=len(compared.new),
        changed=len(compared.changed),
        same=len(compared.same),
        bare=sum(not reachable(each) for each in listed.entries),
    )


@view(kinds.providers.ProvidersImportedScreen)
async def _imported(look: Look, letter: kinds.providers.ProvidersImportedScreen) -> Sight | None:
    member = await _member(look, letter.staff_id, lead=True)
    shows = ProvidersImportedSight(letter.new, letter.changed, letter.same)
    return None if member is None else look.sight(member.language, shows)
