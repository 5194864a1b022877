"""Rows of the former form on a lead's desk, and what a family reads that pressed its link."""

from __future__ import annotations

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks.importing import RowsAsk, RowsDo, RowsLinks, RowsStep
from bot.telegram.callbacks.recreation import CampaignOpen
from bot.telegram.keyboards import button, column
from bot.telegram.render.providers import unfit_said
from bot.telegram.render.registry import shows
from bot.telegram.render.rows_words import COLUMNS, row_flaw_said
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.importing.take_up import Refused
from casework.letters.sights.importing import (
    DraftBroughtSight,
    LinkOfDraftRefusedSight,
    RowsFileSight,
    RowsImportedSight,
    RowsImportSight,
)


@shows("rows-file", of=RowsFileSight)
def rows_file(shown: RowsFileSight, t: Words) -> Rendered:
    """Which file is awaited, and how many drafts wait for their families."""
    parts = [t.get("screen-rows-file", closes=t.day(shown.closes)), t.get("screen-rows-file-columns")]
    wait = shown.drafts > shown.taken
    if shown.drafts:
        parts.append(t.get("screen-rows-file-drafts", drafts=str(shown.drafts), taken=str(shown.taken)))
    if wait:
        parts.append(t.get("screen-rows-file-links"))
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            button(t.plain("button-rows-links"), RowsLinks(campaign=shown.campaign_id)) if wait else None,
            button(t.plain("button-changed-mind"), CampaignOpen(campaign=shown.campaign_id)),
        ),
    )


@shows("rows-import", of=RowsImportSight)
def rows_import(shown: RowsImportSight, t: Words) -> Rendered:
    """What was understood, and each line that was not; or why nothing of the file can be read."""
    drop = button(t.plain("button-list-drop"), RowsDo(upload=shown.upload_id, step=RowsStep.DROP))
    again = button(t.plain("button-list-again"), RowsAsk(campaign=shown.campaign_id))
    if shown.unfit is not None or shown.failed:
        what = unfit_said(shown.unfit, [COLUMNS[each](t) for each in shown.columns], t)
        return Rendered(what, keyboard=column(again, drop))
    something = shown.new + shown.more + shown.same + shown.taken > 0
    parts = [
        t.get(
            "screen-rows-import",
            lines=str(shown.lines),
            good=str(shown.lines - shown.bad_lines),
            bad=str(shown.bad_lines),
        ),
        _families(shown, t) if something else t.get("screen-rows-nothing"),
        _flaws(shown, t),
        _left(shown, t),
        t.get("screen-list-unknown", columns=", ".join(shown.unknown)) if shown.unknown else Markup(),
        t.get("screen-rows-bad-stay") if shown.flaws and something else Markup(),
    ]
    keep = RowsDo(upload=shown.upload_id, step=RowsStep.KEEP)
    flaws = RowsDo(upload=shown.upload_id, step=RowsStep.FLAWS)
    return Rendered(
        join([each for each in parts if each], "\n\n"),
        keyboard=column(
            button(t.plain("button-rows-keep"), keep, ButtonStyle.PRIMARY) if shown.new + shown.more else None,
            button(t.plain("button-rows-flaws"), flaws) if shown.flaws else None,
            again,
            drop,
        ),
    )


def _families(shown: RowsImportSight, t: Words) -> Markup:
    lines = [
        t.get("screen-rows-new", count=shown.new),
        t.get("screen-rows-more", count=shown.more) if shown.more else Markup(),
        t.get("screen-rows-same", count=shown.same) if shown.same else Markup(),
        t.get("screen-rows-taken", count=shown.taken) if shown.taken else Markup(),
    ]
    return join([each for each in lines if each])


def _flaws(shown: RowsImportSight, t: Words) -> Markup:
    lines = [t.get("screen-list-line", line=str(each.line), what=row_flaw_said(each, t)) for each in shown.flaws]
    more = [t.get("screen-list-more", count=shown.more_flaws)] if shown.more_flaws else []
    return join([*lines, *more])


def _left(shown: RowsImportSight, t: Words) -> Markup:
    said = [
        t.plain("screen-rows-left-one", column=COLUMNS[each](t), count=str(many)) for each, many in shown.left.items()
    ]
    return t.get("screen-rows-left", what=", ".join(said)) if said else Markup()


@shows("rows-imported", of=RowsImportedSight)
def rows_imported(shown: RowsImportedSight, t: Words) -> Rendered:
    """It is done; the links come in a file."""
    counts = {"new": str(shown.new), "more": str(shown.more), "same": str(shown.same), "taken": str(shown.taken)}
    parts = [t.get("screen-rows-imported", **counts)]
    if shown.new:
        parts.append(t.get("screen-rows-imported-links"))
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            button(t.plain("button-rows"), RowsAsk(campaign=shown.campaign_id)),
            button(t.plain("button-back"), CampaignOpen(campaign=shown.campaign_id)),
        ),
    )


@shows("draft-brought", of=DraftBroughtSight)
def draft_brought(shown: DraftBroughtSight, t: Words) -> Rendered:
    """What stands below was written by the family itself, elsewhere."""
    return Rendered(t.get("letter-draft-brought", closes=t.day(shown.closes)))


@shows("draft-link-refused", of=LinkOfDraftRefusedSight)
def draft_link_refused(shown: LinkOfDraftRefusedSight, t: Words) -> Rendered:
    """Why, and what helps."""
    phone, hours = shown.office.phone, shown.office.hours
    match shown.why:
        case Refused.USED:
            text = t.get("letter-draft-link-used", phone=phone, hours=hours)
        case Refused.NOT_NOW:
            text = t.get("letter-draft-link-not-now", phone=phone, hours=hours)
        case Refused.OVER if shown.closes is not None:
            text = t.get("letter-draft-link-over", closes=t.day(shown.closes), phone=phone, hours=hours)
        case _:
            text = t.get("letter-draft-link-refused", phone=phone, hours=hours)
    return Rendered(text)
