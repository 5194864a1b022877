"""What became of the letter that carries a file, written down with it."""

from __future__ import annotations

from casework.context import Context
from casework.exports.ending import ended
from casework.letters.kinds import Letter
from casework.letters.kinds import exports as kinds
from db.models import Export
from db.repositories import exports
from rules.exports import ExportState


async def export_sent(ctx: Context, letter: Letter) -> None:
    """Telegram has it, or a part of it."""
    export = await _of(ctx, letter)
    if export is None:
        return
    export.parts_sent += 1
    if export.parts_sent >= max(1, len(export.parts)):
        await ended(ctx, export, ExportState.SENT)


async def export_undelivered(ctx: Context, letter: Letter) -> None:
    """Telegram will not have it, or its time was over: the asker reads that it can be asked for again."""
    export = await _of(ctx, letter)
    if export is not None:
        await ended(ctx, export, ExportState.FAILED)


async def _of(ctx: Context, letter: Letter) -> Export | None:
    """The one that waits for this letter, locked."""
    if not isinstance(letter, kinds.ExportTable | kinds.ExportPapers):
        return None
    export = await exports.lock(ctx.uow.session, letter.export_id)
    return export if export is not None and export.state == ExportState.READY else None
