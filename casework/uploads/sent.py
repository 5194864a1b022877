"""A lead sends a file on the desk, and somebody of the organisation decides about what is in it."""

from __future__ import annotations

from casework.context import Context
from casework.errors import Stale
from casework.files.attachment import Attachment, attach
from casework.letters.write import show_on_desk
from casework.uploads.arrived import SCREENS
from db.models import StaffMember, Upload
from db.repositories import files, providers, staff
from rules.files import FileState


async def keep_sent(
    ctx: Context, member: StaffMember, attached: Attachment, purpose: str, campaign_id: int | None = None
) -> Upload:
    """Keeps the file until its content is fetched; what is in it is shown then. One that they sent for the same before
    and did not decide about is dropped: this one takes its place.
    """
    for former in await providers.undecided_of(ctx.uow.session, member.id, purpose):
        await decide(ctx, member, former, providers.DROPPED)
    upload = Upload(staff_id=member.id, purpose=purpose, state=providers.WAITING, at=ctx.now, campaign_id=campaign_id)
    ctx.uow.session.add(upload)
    await ctx.uow.session.flush()
    file = await attach(ctx, attached, upload_id=upload.id)
    if file.state == FileState.REFUSED:
        upload.state = providers.FAILED
    await show_on_desk(ctx, member, SCREENS[purpose](upload))
    return upload


async def undecided(ctx: Context, upload_id: int, purpose: str) -> tuple[StaffMember, Upload]:
    """The acting lead, and the upload, locked. Stale where that was decided already, or by others."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    upload = await providers.lock_upload(ctx.uow.session, upload_id)
    if upload is None or upload.purpose != purpose or upload.state not in providers.UNDECIDED:
        raise Stale
    if (await providers.lead_of(ctx.uow.session, upload)).organisation_id != member.organisation_id:
        raise Stale
    return member, upload


async def decide(ctx: Context, member: StaffMember, upload: Upload, state: str) -> None:
    """From now on nothing of the file is kept."""
    upload.state, upload.decided_by = state, member.id
    await providers.forget_file(ctx.uow.session, upload.id)
    await ctx.uow.session.flush()


async def content_of(ctx: Context, upload: Upload) -> bytes:
    """What came; empty where nothing did."""
    file = await providers.file_of_upload(ctx.uow.session, upload.id)
    return (await files.content(ctx.uow.session, file.id) if file is not None else None) or b""
