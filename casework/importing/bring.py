"""Leads send the rows of the former form as a file, look at what it holds, and make drafts of what is understood."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import ListFlawed, Stale
from casework.files.attachment import Attachment
from casework.importing.known import Compared, compare, hash_of, listed_in, with_flaws
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.staff.codes import code_hash, new_code
from casework.uploads.arrived import APPLICATIONS
from casework.uploads.sent import content_of, decide, keep_sent, undecided
from db.models import ImportedDraft, StaffMember, Upload
from db.repositories import imported, providers, recreation, staff
from db.repositories.recreation import Call
from db.session import one_row
from rules.recreation.campaigns import BEFORE_THE_END
from rules.recreation.importing import Flaw, Listed

LINK_PREFIX = "row-"
"""Of the payload of `/start`; the code follows."""
CODE = "imported-draft"


@dataclass(frozen=True, slots=True)
class OfCampaign:
    """A campaign whose rows are meant."""

    campaign_id: int


@act("campaign.ask_rows")
async def ask_rows(ctx: Context, data: OfCampaign) -> None:
    """Asks for the file. Stale for a campaign of another organisation, or one in which nothing can be sent any more."""
    member, call = await _call(ctx, data.campaign_id)
    await show_on_desk(ctx, member, kinds.importing.RowsFileScreen(member.id, call.campaign.id))


@dataclass(frozen=True, slots=True)
class SendRows:
    """The file as it came."""

    campaign_id: int
    attached: Attachment


@act("campaign.send_rows")
async def send_rows(ctx: Context, data: SendRows) -> int:
    """Keeps it until its content is fetched; what is in it is shown then. The upload's id. Stale as above."""
    member, call = await _call(ctx, data.campaign_id)
    return (await keep_sent(ctx, member, data.attached, APPLICATIONS, call.campaign.id)).id


@dataclass(frozen=True, slots=True)
class OfRows:
    """The file about which a lead decides."""

    upload_id: int


@dataclass(frozen=True, slots=True)
class Link:
    """The lines of a family in a file, and the code of its link. It is kept nowhere: whoever asked has it now."""

    lines: tuple[int, ...]
    code: str


@act("campaign.import_rows")
async def import_rows(ctx: Context, data: OfRows) -> Sequence[Link]:
    """Makes a draft of each family that has none, adds children to those that wait, and leaves out bad lines; the links
    of the new ones. A family never seen is no person yet: the draft waits for them sealed, under the hash of a code.

    ListFlawed where nothing of the file can be used; Stale where somebody decided already, and as above.
    """
    member, upload = await undecided(ctx, data.upload_id, APPLICATIONS)
    _, call = await _call(ctx, upload.campaign_id or 0)
    listed, compared = await _read(ctx, call, upload)
    if listed.unfit is not None or not listed.families:
        raise ListFlawed
    for row_id, answers in compared.more.items():
        row = await one_row(ctx.uow.session, ImportedDraft, row_id)
        row.answers = json.dumps(dict(answers), ensure_ascii=False)
    links = []
    for family in compared.new:
        code = new_code()
        ctx.uow.session.add(
            ImportedDraft(
                campaign_id=call.campaign.id,
                family_hash=hash_of(family),
                answers=json.dumps(dict(family.answers), ensure_ascii=False),
                code_hash=code_hash(CODE, code),
                lines=list(family.lines),
                imported_at=ctx.now,
                imported_by=member.id,
            )
        )
        links.append(Link(family.lines, code))
    await decide(ctx, member, upload, providers.DONE)
    counts = len(compared.new), len(compared.more), compared.same, compared.taken
    await show_on_desk(ctx, member, kinds.importing.RowsImportedScreen(member.id, call.campaign.id, *counts))
    return links


@act("campaign.drop_rows")
async def drop_rows(ctx: Context, data: OfRows) -> None:
    """Nothing of it is kept, not even the file. Stale as above."""
    member, upload = await undecided(ctx, data.upload_id, APPLICATIONS)
    await decide(ctx, member, upload, providers.DROPPED)
    await show_on_desk(ctx, member, kinds.recreation.CampaignScreen(member.id, upload.campaign_id or 0))


@act("campaign.flaws_of_rows")
async def flaws_of_rows(ctx: Context, data: OfRows) -> Sequence[Flaw]:
    """Every bad line of a file that waits, however many. Stale as above."""
    _, upload = await undecided(ctx, data.upload_id, APPLICATIONS)
    _, call = await _call(ctx, upload.campaign_id or 0)
    listed, _ = await _read(ctx, call, upload)
    return listed.flaws


@act("campaign.new_row_links")
async def new_row_links(ctx: Context, data: OfCampaign) -> Sequence[Link]:
    """Fresh links for all drafts that wait: those before are good no more, whoever pressed one and went no further has
    to press again. Stale as above.
    """
    _, call = await _call(ctx, data.campaign_id)
    links = []
    for row in await imported.waiting(ctx.uow.session, call.campaign.id):
        code = new_code()
        row.code_hash, row.claimed_by = code_hash(CODE, code), None
        links.append(Link(tuple(row.lines), code))
    return links


async def _call(ctx: Context, campaign_id: int) -> tuple[StaffMember, Call]:
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    # Locked, so that two files of one campaign are written one after the other.
    campaign = await recreation.lock(ctx.uow.session, campaign_id)
    call = await recreation.call(ctx.uow.session, campaign_id)
    if campaign is None or call is None or campaign.organisation_id != member.organisation_id:
        raise Stale
    if call.state not in BEFORE_THE_END:
        raise Stale
    return member, call


async def _read(ctx: Context, call: Call, upload: Upload) -> tuple[Listed, Compared]:
    listed = await listed_in(ctx.uow, ctx.catalogue, call, ctx.now, await content_of(ctx, upload))
    hashes = [hash_of(family) for family in listed.families]
    compared = compare(await imported.of_campaign(ctx.uow.session, call.campaign.id, hashes), listed)
    return with_flaws(listed, compared), compared
