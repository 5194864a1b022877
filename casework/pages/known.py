"""The pages of an organisation with the day on which each was compared with its source last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from db.repositories import pages
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.catalogue.entries import Evidence
from rules.catalogue.pages import Page, found_in
from rules.danger import sounds_dangerous
from rules.local_time import local_date
from rules.pages import is_stale


async def known_pages(uow: UnitOfWork, catalogue: Catalogue, organisation: str) -> dict[str, Page]:
    """By slug, in the catalogue's order. What a lead compared is sure from that day on."""
    checks = await pages.checks(uow.session, organisation)
    return {slug: _checked(page, checks.get(slug)) for slug, page in catalogue.pages.items()}


def _checked(page: Page, day: date | None) -> Page:
    if day is None or (page.checked is not None and page.checked >= day):
        return page
    return replace(page, checked=day, evidence=Evidence.SOURCED)


async def offered(
    uow: UnitOfWork, catalogue: Catalogue, organisation: str, text: str, now: datetime
) -> tuple[Page, ...]:
    """The pages to offer beside a human to somebody who wrote this, at `now` (business time, UTC): none to words that
    sound dangerous, and none that is too old.
    """
    if sounds_dangerous(text, catalogue.danger) or not found_in(text, catalogue.pages):
        return ()
    fresh = {
        slug: page
        for slug, page in (await known_pages(uow, catalogue, organisation)).items()
        if not is_stale(page.checked, local_date(now))
    }
    return found_in(text, fresh)
