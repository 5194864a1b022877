"""Plausible sights of information pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casework.letters.sights import pages as p
from tests.bot.telegram.render.given import NUMBER

PREPARED_EVENTS = (
    "documents-later",
    "document-waived",
    "document-reused",
    "document-dated",
    "document-lost",
    "page-not-helped",
)
"""What happens with documents and pages and is not the person's to read."""


def page_titles(words: str) -> tuple[p.PageTitle, ...]:
    return (p.PageTitle("parcel", words), p.PageTitle("idp-certificate", words))


def page_text(words: str) -> p.PageText:
    return p.PageText(words, words, words, "https://zakon.rada.gov.ua/laws/show/2671-19", date(2026, 11, 23), True)


def page_sights(words: str) -> dict[str, list[object]]:
    sure = page_text(words)
    unsure = replace(sure, url=None, checked=None, sure=False)
    return {
        "info-page": [p.InfoPageSight(each, 1, 2, "Ірина", NUMBER) for each in (sure, unsure)],
        "page": [p.PageSight("parcel", each, 7) for each in (sure, unsure)],
        "not-helped": [p.NotHelpedSight(1, NUMBER, owner) for owner in ("Ірина", None)],
    }


def pages_to_staff(words: str) -> dict[str, list[object]]:
    sure = page_text(words)
    lines = (
        p.PageLine("parcel", replace(sure, checked=None, sure=False), stale=True),
        p.PageLine("idp-certificate", sure, stale=False),
    )
    return {
        "page-news": [p.PageNewsSight(words)],
        "pages": [p.PagesSight(lines, 1, 3, stale) for stale in (0, 1, 3, 7)],
    }
