"""Plausible sights of files that are taken out of a campaign."""

from __future__ import annotations

from datetime import timedelta

from casework.letters.sights import exports as e
from rules.exports import ExportKind, ExportReason, ExportState
from rules.recreation.columns import USUAL
from rules.recreation.terms import Shift, StayKind
from tests.bot.telegram.render.given import NOON, NUMBER

SHIFT = Shift(1, "Артек", StayKind.HEALTH, NOON.date(), NOON.date() + timedelta(days=20), 30, "автобус")


def table(words: str, kind: ExportKind) -> e.ExportTableSight:
    return e.ExportTableSight(1, kind, words, NOON, 8000, USUAL, NOON.date(), (SHIFT,))


def exports_to_staff(words: str) -> dict[str, list[object]]:
    lines = tuple(
        e.ExportLine(NOON, words, kind, reason, state, 8000)
        for kind, reason, state in zip(ExportKind, (*ExportReason, ExportReason.ORDER), ExportState, strict=True)
    )
    kinds = tuple(ExportKind)
    return {
        "exports": [
            e.ExportsSight(1, words, kinds[:3], None, ()),
            e.ExportsSight(1, words, kinds, None, lines),
            *(e.ExportsSight(1, words, kinds, kind, lines) for kind in kinds),
        ],
        "export-progress": [
            *(e.ExportProgressSight(1, 1, words, ExportKind.ORDER, state, 8000, 300, 299, 0) for state in ExportState),
            *(e.ExportProgressSight(1, 1, words, kind, ExportState.READY, 900, 900, 900, 3) for kind in kinds),
        ],
        "export-table": [table(words, kind) for kind in kinds if kind is not ExportKind.PAPERS],
        "export-papers": [
            e.ExportPapersSight(1, words, NOON, part, parts, (e.Archived(f"{NUMBER}/child-1-passport-1.jpg", 7),))
            for part, parts in ((1, 1), (2, 3))
        ],
    }
