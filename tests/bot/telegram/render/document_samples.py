"""Plausible sights of documents that a case needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casework.documents.send import Show
from casework.letters.sights import documents as d
from rules.documents import DocumentState, Obstacle, Return
from tests.bot.telegram.render.given import NUMBER

ACCEPTED_ON, UNTIL = date(2026, 3, 12), date(2027, 12, 31)


def document_sights(words: str) -> dict[str, list[object]]:
    one = d.DocumentSight(7, words, words, words, DocumentState.ASKED)
    two = replace(one, document_id=8, child=2, who="Ганна")
    kept = replace(one, kept=d.KeptSight(ACCEPTED_ON, UNTIL, over=False))
    lasting = replace(two, kept=d.KeptSight(ACCEPTED_ON, None, over=False))
    over = replace(one, kept=d.KeptSight(ACCEPTED_ON, UNTIL, over=True))
    here = (replace(one, state=DocumentState.SENT), replace(one, state=DocumentState.ACCEPTED))
    shown = d.DocumentsSight(1, NUMBER, (one,), (), (), "Ірина")
    return {
        "documents-asked": [
            shown,
            replace(shown, missing=(one, two, one)),
            replace(shown, missing=(kept,)),
            replace(shown, missing=(kept, lasting, over)),
        ],
        "documents-complete": [replace(shown, missing=(), here=here)],
        "documents": [
            shown,
            replace(shown, missing=(one, two), here=here[1:], cannot=(two,)),
            replace(shown, missing=(), here=here),
        ],
        "documents-later": [shown],
        "document": [
            *(d.OneDocumentSight(1, NUMBER, one, show.value) for show in Show if show is not Show.LIST),
            *(d.OneDocumentSight(1, NUMBER, each, Show.ONE.value) for each in (kept, over)),
        ],
        "document-returned": [
            d.OneDocumentSight(1, NUMBER, replace(one, state=DocumentState.RETURNED, returned=why), "")
            for why in Return
        ],
        "document-returned-in-words": [
            d.OneDocumentSight(
                1, NUMBER, replace(one, state=DocumentState.RETURNED, returned=Return.PART), "", "Ірина", words[:500]
            )
        ],
    }


def document_news(words: str) -> list[object]:
    return [
        d.DocumentNewsSight(1, words, DocumentState.SENT, None),
        d.DocumentNewsSight(1, words, DocumentState.SENT, None, again=True),
        d.DocumentNewsSight(1, words, DocumentState.ASKED, None),
        d.DocumentNewsSight(1, words, DocumentState.ACCEPTED, None, until=UNTIL),
        *(d.DocumentNewsSight(1, words, DocumentState.CANNOT, why) for why in Obstacle),
    ]
