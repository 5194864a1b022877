"""Pages: offered beside a human, sent by staff, old after ninety days, and back to a human where they do not help."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casework.cases.close import Close, close
from casework.context import Actor
from casework.errors import CaseClosed, Covered, NoSuchCase, NotOwner, NotPermitted, Stale, TooLate
from casework.letters import kinds
from casework.letters.sights import OfferSight
from casework.letters.sights.pages import InfoPageSight, PageNewsSight, PageSight, PagesSight
from casework.pages.keep import CheckPage, ShowPages, check_page, show_pages
from casework.pages.open import NotHelped, OpenPage, not_helped, open_page
from casework.pages.send import ListPages, SendPage, list_pages, send_page
from casework.people.send_words import SendWords, send_words
from db.models import Case, Slot
from rules.roles import Role
from tests.casework.world import ELSEWHERE, World

ASKS = "Доброго дня, де взяти довідку ВПО?"
PAGE = "idp-certificate"


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic; its words are about a page."""
    made = await world.taken(olena, iryna, ASKS)
    await world.topic(made)
    return made


async def shown(world: World, actor: Actor) -> Any:
    """What somebody's screen shows now."""
    [letter] = [each for each in await world.waiting(to=actor) if each.slot_id is not None]
    assert await world.uow.session.get(Slot, letter.slot_id)
    sight = await world.sight(letter)
    return None if sight is None else sight.shows


async def offered(world: World, person: Actor, words: str) -> list[str]:
    """The pages that stand below the offer to pass these words on."""
    await world.says(person, words)
    offer = await shown(world, person)
    assert isinstance(offer, OfferSight)
    return [each.slug for each in offer.pages]


async def sent_to(world: World, member: Actor, case: Case) -> int:
    """A staff member sends the page; its message."""
    await send_page(world.ctx(member), SendPage(case.id, PAGE))
    await world.deliver()
    return (await world.messages(case))[-1].id


async def test_words_bring_the_page_beside_the_offer(world: World, olena: Actor) -> None:
    assert await offered(world, olena, ASKS) == [PAGE]


async def test_other_words_bring_none(world: World, olena: Actor) -> None:
    assert await offered(world, olena, "Потрібні дрова") == []


async def test_in_danger_none_is_offered(world: World, olena: Actor) -> None:
    assert await offered(world, olena, f"{ASKS} Він мене б’є") == []


async def test_to_whom_one_human_speaks_none_is_offered(world: World, olena: Actor) -> None:
    (await world.row(olena)).human_only = True
    assert await offered(world, olena, ASKS) == []


async def test_where_somebody_else_may_read_none_is_offered(world: World, olena: Actor) -> None:
    (await world.row(olena)).covered = True
    assert await offered(world, olena, ASKS) == []


async def test_after_ninety_days_it_is_not_offered_until_a_lead_checked_it(
    world: World, olena: Actor, lead: Actor, iryna: Actor
) -> None:
    world.wait(days=65)
    assert await offered(world, olena, ASKS) == [], "checked on 13 February"
    async with world.refused(NotPermitted, act="page.check"):
        await check_page(world.ctx(iryna), CheckPage(PAGE))
    for _ in range(2):
        await check_page(world.ctx(lead), CheckPage(PAGE))
    assert await offered(world, olena, "І ще раз") == [PAGE]
    world.wait(days=91)
    assert await offered(world, olena, "І ще") == []
    async with world.refused(Stale):
        await check_page(world.ctx(lead), CheckPage("nothing"))


async def test_another_organisations_check_is_none_of_ours(world: World, olena: Actor) -> None:
    theirs = await world.staff(Role.SUPERVISOR, "Оксана", ELSEWHERE)
    world.wait(days=65)
    await check_page(world.ctx(theirs), CheckPage(PAGE))
    assert await offered(world, olena, ASKS) == []


async def test_while_it_is_read_the_words_wait_and_the_way_back_leads_to_the_offer(world: World, olena: Actor) -> None:
    await world.says(olena, ASKS)
    upto = (await world.drafts(olena))[-1].id
    await open_page(world.ctx(olena), OpenPage(upto, PAGE))
    read = await shown(world, olena)
    assert isinstance(read, PageSight)
    assert (read.upto, read.page.checked, read.page.sure) == (upto, date(2026, 2, 13), False)
    assert len(await world.drafts(olena)) == 1
    await open_page(world.ctx(olena), OpenPage(upto))
    assert isinstance(await shown(world, olena), OfferSight)
    for slug, draft in (("nothing", upto), (PAGE, 0)):
        async with world.refused(Stale):
            await open_page(world.ctx(olena), OpenPage(draft, slug))


async def test_what_did_not_help_opens_a_case_with_the_words_and_staff_see_which_page(
    world: World, olena: Actor
) -> None:
    await world.says(olena, ASKS)
    upto = (await world.drafts(olena))[-1].id
    case = await send_words(world.ctx(olena), SendWords(upto, not_helped=PAGE))
    assert [each.text for each in await world.messages(case)] == [ASKS]
    event = (await world.events(case))[-1]
    assert (event.kind, event.facts) == ("page-not-helped", {"page": PAGE})
    assert case.waiting_since == world.now
    [news] = await world.waiting(kinds.pages.PageNews)
    sight = await world.sight(news)
    assert sight is not None
    assert sight.shows == PageNewsSight("Довідка переселенця")


async def test_staff_see_first_what_the_words_are_about_and_what_is_old(world: World, iryna: Actor, case: Case) -> None:
    found = {each.slug: each for each in await list_pages(world.ctx(iryna), ListPages(case.id))}
    assert next(iter(found)) == PAGE
    assert not found[PAGE].stale
    assert not found[PAGE].sure, "read in a secondary source only"
    assert found["parcel"].stale
    assert found["decision-days"].stale, "nobody compared it yet"


async def test_sent_by_staff_it_is_a_humans_answer_with_its_pair_and_mark(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await send_page(world.ctx(iryna), SendPage(case.id, PAGE))
    assert (case.turn, case.waiting_since) == ("person", None)
    message = (await world.messages(case))[-1]
    assert (await world.events(case))[-1].facts == {"message_id": message.id, "page": PAGE}
    sent = {letter.kind: (letter, sight.shows) for letter, sight in await world.deliver()}
    letter, page = sent["info-page"]
    assert letter.chat_id == olena.telegram_id
    assert isinstance(page, InfoPageSight)
    assert (page.author, page.number, page.message_id) == ("Ірина", case.number, message.id)
    assert sent["delivery-mark"][0].telegram_message_id == sent["staff-said"][0].telegram_message_id
    async with world.refused(Stale):
        await send_page(world.ctx(iryna), SendPage(case.id, PAGE))


async def test_did_not_help_goes_back_to_the_human_once(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    message = await sent_to(world, iryna, case)
    world.wait(hours=2)
    await not_helped(world.ctx(olena), NotHelped(case.id, message))
    assert (case.turn, case.waiting_since) == ("staff", world.now)
    assert (await world.history(case))[-1] == "page-not-helped"
    assert len(await world.waiting(kinds.pages.PageNews)) == 1
    async with world.refused(Stale):
        await not_helped(world.ctx(olena), NotHelped(case.id, message))


async def test_did_not_help_opens_a_closed_case_again_while_it_may(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    message = await sent_to(world, iryna, case)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    world.wait(days=40)
    async with world.refused(TooLate):
        await not_helped(world.ctx(olena), NotHelped(case.id, message))
    world.wait(days=-39)
    await not_helped(world.ctx(olena), NotHelped(case.id, message))
    assert (case.closed_at, case.turn) == (None, "staff")
    assert (await world.history(case))[-2:] == ["reopened", "page-not-helped"]


async def test_rights(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, andrii: Actor, lead: Actor, case: Case
) -> None:
    message = await sent_to(world, iryna, case)
    async with world.refused(NoSuchCase):
        await not_helped(world.ctx(mykola), NotHelped(case.id, message))
    async with world.refused(Stale):
        await not_helped(world.ctx(olena), NotHelped(case.id, (await world.messages(case))[0].id))
    async with world.refused(NotOwner, owner="Ірина"):
        await send_page(world.ctx(andrii), SendPage(case.id, "parcel"))
    async with world.refused(Stale):
        await send_page(world.ctx(iryna), SendPage(case.id, "nothing"))
    (await world.row(olena)).covered = True
    async with world.refused(Covered):
        await send_page(world.ctx(iryna), SendPage(case.id, "parcel"))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await list_pages(world.ctx(iryna), ListPages(case.id))


async def test_the_leads_list_has_the_longest_unchecked_first(world: World, lead: Actor) -> None:
    await show_pages(world.ctx(lead), ShowPages())
    listed = await shown(world, lead)
    assert isinstance(listed, PagesSight)
    assert [line.page.checked for line in listed.lines] == [None] * 4
    assert all(line.stale for line in listed.lines)
    assert (listed.pages, listed.stale) == (3, 7)
    await check_page(world.ctx(lead), CheckPage(listed.lines[0].slug))
    assert (await shown(world, lead)).stale == 6
