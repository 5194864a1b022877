"""Plausible sights of rows of the former form: on a lead's desk, and for the family that pressed its link."""

from __future__ import annotations

from datetime import date

from casework.importing.take_up import Refused
from casework.letters import sights as s
from casework.letters.sights import importing as i
from rules.recreation.importing import Column, Flaw, Wrong
from rules.tables import Unfit

OPENS, CLOSES = date(2027, 2, 1), date(2027, 3, 6)


def rows_to_staff(words: str) -> dict[str, list[object]]:
    """What the desk shows."""
    flaws = [Flaw(line, wrong, Column.CHILD, line % 3, 2) for line, wrong in enumerate(Wrong, start=3)]
    unknown = tuple(words[:40] for _ in range(5))
    left = dict.fromkeys((Column.REGISTERED, Column.LIVES, Column.CATEGORIES, Column.STAY, Column.PERIOD), 12)
    return {
        "rows-file": [i.RowsFileSight(2, CLOSES, 0, 0), i.RowsFileSight(2, CLOSES, 120, 37)],
        "rows-import": [
            i.RowsImportSight(7, 2, lines=120, new=118, left=left),
            *(
                i.RowsImportSight(
                    7,
                    2,
                    unknown=unknown,
                    flaws=tuple(flaws[begin : begin + 10]),
                    more_flaws=110,
                    lines=240,
                    bad_lines=120,
                    new=100,
                    more=4,
                    same=10,
                    taken=6,
                    left=left,
                )
                for begin in range(0, len(flaws), 10)
            ),
            i.RowsImportSight(7, 2, flaws=tuple(flaws[:2]), lines=2, bad_lines=2),
            i.RowsImportSight(7, 2, failed=True),
            *(i.RowsImportSight(7, 2, unfit=unfit) for unfit in Unfit),
            i.RowsImportSight(7, 2, unfit=Unfit.NO_COLUMNS, columns=tuple(Column)),
        ],
        "rows-imported": [i.RowsImportedSight(2, 118, 4, 10, 6), i.RowsImportedSight(2, 0, 0, 10, 6)],
    }


def drafts_to_person(office: s.Office) -> dict[str, list[object]]:
    """What a family reads that pressed its link."""
    return {
        "draft-brought": [i.DraftBroughtSight(CLOSES)],
        "draft-link-refused": [
            *(i.LinkOfDraftRefusedSight(why, office, OPENS, CLOSES) for why in Refused),
            i.LinkOfDraftRefusedSight(Refused.OVER, office),
        ],
    }
