"""Files that a lead takes out of a campaign: which there are, how far one is, the file itself."""

from __future__ import annotations

from datetime import datetime

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks.exports import ExportAsk, ExportsOpen, ExportStop
from bot.telegram.callbacks.recreation import CampaignOpen
from bot.telegram.keyboards import button, column
from bot.telegram.render.export_tables import table
from bot.telegram.render.export_words import INSIDE, KINDS, REASONS, STATES
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Enclosed, MadeFile, MadeTable, Rendered, RenderedFile
from bot.texts.wording import Markup, Words, join
from casework.letters.sights.exports import (
    ExportLine,
    ExportPapersSight,
    ExportProgressSight,
    ExportsSight,
    ExportTableSight,
)
from rules.exports import PERSONAL, UNFINISHED, ExportKind, ExportReason, ExportState
from rules.local_time import local_date
from rules.readings import SHOWN_FOR

MINUTES = int(SHOWN_FOR.total_seconds()) // 60


@shows("exports", of=ExportsSight)
def exports(shown: ExportsSight, t: Words) -> Rendered:
    """Which files there are, and who asked for which; then what one is for."""
    if shown.asked is not None:
        return _why(shown, shown.asked, t)
    parts = [
        t.get("screen-exports", name=shown.name),
        join([t.get("screen-exports-log"), *(_line(each, t) for each in shown.lines)]) if shown.lines else Markup(),
    ]
    files = [button(KINDS[each](t), ExportsOpen(campaign=shown.campaign_id, which=each)) for each in shown.kinds]
    back = button(t.plain("button-back"), CampaignOpen(campaign=shown.campaign_id))
    return Rendered(join(parts, "\n\n"), keyboard=column(*files, back))


def _why(shown: ExportsSight, asked: ExportKind, t: Words) -> Rendered:
    parts = [
        t.get("screen-export", what=KINDS[asked](t), inside=INSIDE[asked](t)),
        t.get("screen-export-personal", minutes=MINUTES) if asked in PERSONAL else Markup(),
        t.get("screen-export-why"),
    ]
    reasons = [
        button(REASONS[each](t), ExportAsk(campaign=shown.campaign_id, which=asked, reason=each))
        for each in ExportReason
    ]
    back = button(t.plain("button-changed-mind"), ExportsOpen(campaign=shown.campaign_id))
    return Rendered(join(parts, "\n\n"), keyboard=column(*reasons, back))


def _line(line: ExportLine, t: Words) -> Markup:
    return t.get(
        "screen-exports-line",
        at=t.stamp(line.at),
        who=line.who,
        what=KINDS[line.kind](t),
        reason=REASONS[line.reason](t),
        rows=line.rows,
        state=STATES[line.state](t),
    )


@shows("export-progress", of=ExportProgressSight)
def progress(shown: ExportProgressSight, t: Words) -> Rendered:
    """How many rows are gathered, and how it ended."""
    what = KINDS[shown.kind](t)
    said = {
        ExportState.GOING: lambda: t.get("export-going", done=shown.done, total=shown.total),
        ExportState.READY: lambda: t.get("export-ready", rows=shown.rows, parts=max(1, shown.parts)),
        ExportState.SENT: lambda: t.get("export-sent", rows=shown.rows, minutes=MINUTES),
        ExportState.FAILED: lambda: t.get("export-failed"),
        ExportState.STOPPED: lambda: t.get("export-stopped"),
    }[shown.state]()
    again = ExportsOpen(campaign=shown.campaign_id, which=shown.kind)
    buttons = [
        button(t.plain("button-export-stop"), ExportStop(export=shown.export_id), ButtonStyle.DANGER)
        if shown.state in UNFINISHED
        else button(t.plain("button-export-again"), again)
    ]
    head = t.get("screen-export-progress", what=what, name=shown.name)
    return Rendered(join([head, said]), keyboard=column(*buttons))


@shows("export-table", of=ExportTableSight)
def file(shown: ExportTableSight, t: Words) -> Rendered:
    """The table. Its name says nothing about anybody."""
    text = t.get(
        "letter-export-table",
        what=KINDS[shown.kind](t),
        name=shown.name,
        at=t.stamp(shown.asked_at),
        rows=shown.rows,
        minutes=MINUTES,
    )
    made = MadeTable(_name(shown.kind, shown.asked_at, "xlsx"), shown.export_id, table(shown, t))
    return Rendered(text, files=(RenderedFile(made, text),))


@shows("export-papers", of=ExportPapersSight)
def papers(shown: ExportPapersSight, t: Words) -> Rendered:
    """A part of the archive: a folder for each application."""
    text = t.get(
        "letter-export-papers",
        name=shown.name,
        at=t.stamp(shown.asked_at),
        part=shown.part,
        parts=shown.parts,
        files=len(shown.files),
        minutes=MINUTES,
    )
    inside = tuple(Enclosed(each.path, file_id=each.file_id) for each in shown.files)
    part = f"-{shown.part}" if shown.parts > 1 else ""
    name = _name(ExportKind.PAPERS, shown.asked_at, "zip", part)
    return Rendered(text, files=(RenderedFile(MadeFile(name, inside), text),))


def _name(kind: ExportKind, at: datetime, ending: str, part: str = "") -> str:
    return f"{kind.value}-{local_date(at):%Y-%m-%d}{part}.{ending}"
