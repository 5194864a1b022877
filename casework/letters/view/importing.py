"""Rows of the former form and the drafts made of them, as they stand now."""

from __future__ import annotations

from casework.importing.known import compare, hash_of, listed_in, with_flaws
from casework.importing.take_up import Refused
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.importing import (
    DraftBroughtSight,
    LinkOfDraftRefusedSight,
    RowsFileSight,
    RowsImportedSight,
    RowsImportSight,
)
from casework.letters.view.look import Look, view
from casework.letters.view.providers import UNFIT
from casework.letters.view.recreation import lead_of_campaign
from db.models import StaffMember, Upload
from db.repositories import files, imported, providers, recreation
from db.repositories.recreation import Call
from rules.recreation.campaigns import BEFORE_THE_END

FLAWS = 10
"""Things that are wrong in a file, of which the screen tells so many; all of them go into a file of their own."""


async def _call(look: Look, staff_id: int, campaign_id: int) -> tuple[StaffMember, Call] | None:
    found = await lead_of_campaign(look, staff_id, campaign_id)
    return found if found is not None and found[1].state in BEFORE_THE_END else None


@view(kinds.importing.RowsFileScreen)
async def _rows_file(look: Look, letter: kinds.importing.RowsFileScreen) -> Sight | None:
    found = await _call(look, letter.staff_id, letter.campaign_id)
    if found is None:
        return None
    member, call = found
    drafts, taken = await imported.counted(look.uow.session, call.campaign.id)
    return look.sight(member.language, RowsFileSight(call.campaign.id, call.terms.closes, drafts, taken))


@view(kinds.importing.RowsImportScreen)
async def _rows_import(look: Look, letter: kinds.importing.RowsImportScreen) -> Sight | None:
    upload = await providers.upload_by_id(look.uow.session, letter.upload_id)
    if upload is None or upload.state not in (providers.HERE, providers.FAILED):
        # While the content is on its way nothing is to be said of it: it comes within seconds, and is shown then.
        return None
    found = await _call(look, letter.staff_id, upload.campaign_id or 0)
    if found is None:
        return None
    member, call = found
    return look.sight(member.language, await _looked_at(look, upload, call))


async def _looked_at(look: Look, upload: Upload, call: Call) -> RowsImportSight:
    session, campaign_id = look.uow.session, call.campaign.id
    file = await providers.file_of_upload(session, upload.id)
    content = await files.content(session, file.id) if file is not None else None
    if content is None:
        unfit = UNFIT.get(file.flaw or "") if file is not None else None
        return RowsImportSight(upload.id, campaign_id, failed=True, unfit=unfit)
    listed = await listed_in(look.uow, look.catalogue, call, look.now, content)
    rows = await imported.of_campaign(session, campaign_id, [hash_of(each) for each in listed.families])
    compared = compare(rows, listed)
    listed = with_flaws(listed, compared)
    return RowsImportSight(
        upload_id=upload.id,
        campaign_id=campaign_id,
        unfit=listed.unfit,
        columns=listed.columns,
        unknown=listed.unknown,
        flaws=listed.flaws[:FLAWS],
        more_flaws=max(0, len(listed.flaws) - FLAWS),
        lines=listed.lines,
        bad_lines=listed.bad_lines,
        new=len(compared.new),
        more=len(compared.more),
        same=compared.same,
        taken=compared.taken,
        left=listed.left,
    )


@view(kinds.importing.RowsImportedScreen)
async def _rows_imported(look: Look, letter: kinds.importing.RowsImportedScreen) -> Sight | None:
    found = await lead_of_campaign(look, letter.staff_id, letter.campaign_id)
    if found is None:
        return None
    shows = RowsImportedSight(letter.campaign_id, letter.new, letter.more, letter.same, letter.taken)
    return look.sight(found[0].language, shows)


@view(kinds.importing.DraftBrought)
async def _draft_brought(look: Look, letter: kinds.importing.DraftBrought) -> Sight | None:
    call = await recreation.call(look.uow.session, letter.campaign_id)
    person = await look.person()
    return None if call is None else look.sight(person.language, DraftBroughtSight(call.terms.closes))


@view(kinds.importing.LinkOfDraftRefused)
async def _link_refused(look: Look, letter: kinds.importing.LinkOfDraftRefused) -> Sight:
    call = await recreation.call(look.uow.session, letter.campaign_id) if letter.campaign_id else None
    language = (await look.person()).language
    shows = LinkOfDraftRefusedSight(
        Refused(letter.why),
        look.office(language),
        call.terms.opens if call is not None else None,
        call.terms.closes if call is not None else None,
    )
    return look.sight(language, shows)
