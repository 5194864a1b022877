"""Files that are taken out of a campaign, as they are now; only their asker is shown any."""

from __future__ import annotations

import json

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.exports import (
    Archived,
    ExportLine,
    ExportPapersSight,
    ExportProgressSight,
    ExportsSight,
    ExportTableSight,
)
from casework.letters.view.look import Look, view
from db.models import Export, StaffMember
from db.repositories import allocation, exports, recreation, staff
from db.repositories.recreation import Call
from rules.exports import ExportKind, ExportReason, ExportState
from rules.recreation.eligibility import days_that_count
from rules.roles import LEADS

LINES = 6
"""Of the log, on the screen."""


@view(kinds.exports.ExportsScreen)
async def _exports(look: Look, letter: kinds.exports.ExportsScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    call = await recreation.call(look.uow.session, letter.campaign_id)
    if member is None or call is None or call.campaign.organisation_id != member.organisation_id:
        return None
    shows = ExportsSight(
        campaign_id=call.campaign.id,
        name=call.terms.name[member.language],
        kinds=await _kinds(look, call),
        asked=ExportKind(letter.which) if letter.which else None,
        lines=tuple(
            [await _line(look, each) for each in await exports.last_of(look.uow.session, call.campaign.id, LINES)]
        ),
    )
    return look.sight(member.language, shows)


async def _kinds(look: Look, call: Call) -> tuple[ExportKind, ...]:
    """The trial while it is one, what was confirmed from then on."""
    shared = await allocation.of_campaign(look.uow.session, call.campaign.id)
    always = (ExportKind.ORDER, ExportKind.SUMMARY, ExportKind.PAPERS)
    if shared is None or shared.state not in allocation.WORKED_OUT:
        return always
    return (*always, ExportKind.TRIAL if shared.confirmed_at is None else ExportKind.PLACES)


async def _line(look: Look, export: Export) -> ExportLine:
    who = await staff.by_id(look.uow.session, export.staff_id)
    kind, reason, state = ExportKind(export.kind), ExportReason(export.reason), ExportState(export.state)
    return ExportLine(export.asked_at, who.work_name, kind, reason, state, export.rows)


@view(kinds.exports.ExportProgress)
async def _progress(look: Look, letter: kinds.exports.ExportProgress) -> Sight | None:
    export = await exports.by_id(look.uow.session, letter.export_id)
    member = await _lead(look, export.staff_id) if export is not None else None
    if export is None or member is None:
        return None
    call = await recreation.call_of_version(look.uow.session, export.version_id)
    shows = ExportProgressSight(
        export_id=export.id,
        campaign_id=export.campaign_id,
        name=call.terms.name[member.language],
        kind=ExportKind(export.kind),
        state=ExportState(export.state),
        total=export.total,
        done=export.done,
        rows=export.rows,
        parts=len(export.parts),
    )
    return look.sight(member.language, shows)


@view(kinds.exports.ExportTable)
async def _table(look: Look, letter: kinds.exports.ExportTable) -> Sight | None:
    found = await _ready(look, letter.export_id, letter.staff_id)
    if found is None:
        return None
    export, member, call = found
    terms = call.terms
    shows = ExportTableSight(
        export_id=export.id,
        kind=ExportKind(export.kind),
        name=terms.name[member.language],
        asked_at=export.asked_at,
        rows=export.rows,
        columns=terms.columns,
        age_on=days_that_count(terms)[0],
        shifts=terms.shifts,
    )
    return look.sight(member.language, shows)


@view(kinds.exports.ExportPapers)
async def _papers(look: Look, letter: kinds.exports.ExportPapers) -> Sight | None:
    found = await _ready(look, letter.export_id, letter.staff_id)
    if found is None or letter.part > len(found[0].parts):
        return None
    export, member, call = found
    shows = ExportPapersSight(
        export_id=export.id,
        name=call.terms.name[member.language],
        asked_at=export.asked_at,
        part=letter.part,
        parts=len(export.parts),
        files=await _archived(look, export, letter.part),
    )
    return look.sight(member.language, shows) if shows.files else None


async def _archived(look: Look, export: Export, part: int) -> tuple[Archived, ...]:
    """Those that are still there: whatever was erased since is in no archive."""
    inside, session = set(export.parts[part - 1]), look.uow.session
    kept = await exports.files_of(session, sorted(inside))
    files, after = [], 0
    while rows := await exports.rows(session, export.id, after):
        after = rows[-1].place
        cells = [json.loads(row.cells) for row in rows]
        files += [Archived(each["path"], each["file"]) for each in cells if each["file"] in inside & kept.keys()]
    return tuple(files)


async def _ready(look: Look, export_id: int, staff_id: int) -> tuple[Export, StaffMember, Call] | None:
    export, member = await exports.by_id(look.uow.session, export_id), await _lead(look, staff_id)
    if export is None or member is None or export.staff_id != member.id or export.state != ExportState.READY:
        return None
    return export, member, await recreation.call_of_version(look.uow.session, export.version_id)


async def _lead(look: Look, staff_id: int) -> StaffMember | None:
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None and member.role in LEADS else None
