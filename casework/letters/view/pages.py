"""Information pages, as the catalogue has them and as they were checked last."""

from __future__ import annotations

from datetime import date

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.pages import (
    InfoPageSight,
    NotHelpedSight,
    PageLine,
    PageNewsSight,
    PageSight,
    PagesSight,
    PageText,
)
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.pages.known import known_pages
from db.repositories import cases, pages, staff
from rules.catalogue.pages import Page
from rules.local_time import local_date
from rules.pages import is_stale
from rules.roles import LEADS

LISTED = 4


def _text(page: Page, language: str) -> PageText:
    return PageText(page.title[language], page.text[language], page.source[language], page.url, page.checked, page.sure)


async def _known(look: Look, organisation: str) -> dict[str, Page]:
    return await known_pages(look.uow, look.catalogue, organisation)


@view(kinds.pages.InfoPage)
async def _info_page(look: Look, letter: kinds.pages.InfoPage) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    session = look.uow.session
    message, sent = await cases.message(session, letter.message_id), await pages.of_message(session, letter.message_id)
    if message is None or sent is None or person.discreet or await cases.is_carried(session, message.id, letter.part):
        return None
    page = (await _known(look, (await look.entry(case)).slug)).get(sent.page)
    if page is None:
        return None
    author = await staff.by_id(session, message.author_id)
    shows = InfoPageSight(_text(page, person.language), case.id, message.id, author.work_name, case.number)
    return look.sight(person.language, shows)


@view(kinds.pages.PageScreen)
async def _page(look: Look, letter: kinds.pages.PageScreen) -> Sight | None:
    language = (await look.person()).language
    page = (await _known(look, look.organisation)).get(letter.page)
    if page is None:
        return None
    return look.sight(language, PageSight(page.slug, _text(page, language), letter.upto))


@view(kinds.pages.NotHelpedScreen)
async def _not_helped(look: Look, letter: kinds.pages.NotHelpedScreen) -> Sight | None:
    case = await look.case(letter.case_id)
    if case.closed_at is not None:
        return None
    return look.sight((await look.person()).language, NotHelpedSight(case.id, case.number, await look.owner(case)))


@view(kinds.pages.PageNews)
async def _page_news(look: Look, letter: kinds.pages.PageNews) -> Sight:
    page = look.catalogue.pages.get(letter.page)
    return look.sight(STAFF_LANGUAGE, PageNewsSight(page.title[STAFF_LANGUAGE] if page else letter.page))


@view(kinds.pages.PagesScreen)
async def _pages(look: Look, letter: kinds.pages.PagesScreen) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None or member.role not in LEADS:
        return None
    organisation = await staff.organisation_by_id(look.uow.session, member.organisation_id)
    day = local_date(look.now)
    known = sorted((await _known(look, organisation.slug)).values(), key=lambda page: page.checked or date.min)
    count = max(1, -(-len(known) // LISTED))
    at = min(letter.page, count - 1)
    lines = tuple(
        PageLine(page.slug, _text(page, member.language), is_stale(page.checked, day))
        for page in known[at * LISTED : (at + 1) * LISTED]
    )
    stale = sum(is_stale(page.checked, day) for page in known)
    return look.sight(member.language, PagesSight(lines, at, count, stale))
