"""A person changes a message: wherever the words are, they change with it."""

from __future__ import annotations

import pytest

from casework.cases.close import Close, close
from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import PersonMessageSight
from casework.people.edit_words import EditedWords, edit_words
from casework.people.erase import Erase, erase
from tests.casework.world import World, kept

LONG = ("Перший абзац. " * 120 + "\n\n" + "Другий абзац. " * 150).strip()
DANGER = "Мене б'ють"


async def edited(world: World, actor: Actor, number: int, words: str) -> bool:
    """Whether a changed message was carried on."""
    return await edit_words(world.ctx(actor), EditedWords(words, actor.telegram_id or 0, number))


async def test_words_that_wait_wait_changed(world: World, olena: Actor) -> None:
    _, number = await world.says(olena, "Потрібна дапомога")
    assert await edited(world, olena, number, "Потрібна допомога")
    assert [draft.text for draft in await world.drafts(olena)] == ["Потрібна допомога"]
    assert await world.screen(olena) == kinds.OfferCaseScreen()


async def test_before_the_consent_a_change_offers_nothing(bare: World) -> None:
    ivan = await bare.newcomer()
    _, number = await bare.says(ivan, "Потрібна дапомога")
    assert await edited(bare, ivan, number, "Потрібна допомога")
    assert await bare.screen(ivan) == kinds.ConsentScreen()
    assert [draft.text for draft in await bare.drafts(ivan)] == ["Потрібна допомога"]


async def test_sent_words_change_in_the_topic(world: World, olena: Actor) -> None:
    case = await world.case(olena, "раз")
    _, number = await world.says(olena, "два")
    await world.topic(case)
    copies = await world.in_topic(case, kinds.PersonMessage)
    world.wait(minutes=1)
    assert await edited(world, olena, number, "три")
    message = (await world.messages(case))[-1]
    assert (message.text, message.revision, message.edited_at) == ("три", 1, world.now)
    assert (await world.events(case))[-1].facts == {"message_id": message.id}
    changes = [sight for letter, sight in await world.deliver() if letter.kind == "person-message-edited"]
    assert [(sight.edit, sight.shows) for sight in changes] == [(copies[-1], PersonMessageSight("три", 0, 1, True))]


@pytest.mark.parametrize(("before", "after"), [("Коротко", LONG), (LONG, "Коротко"), (LONG, LONG[:2000])])
async def test_parts_grow_and_shrink(world: World, olena: Actor, before: str, after: str) -> None:
    case = await world.case(olena, "раз")
    _, number = await world.says(olena, before)
    await world.topic(case)
    await edited(world, olena, number, after)
    stands = {
        sight.edit or letter.telegram_message_id: sight.shows.text
        for letter, sight in await world.deliver()
        if isinstance(sight.shows, PersonMessageSight)
    }
    assert " ".join(stands.values()).split() == after.split()
    if before == LONG:
        assert list(stands.values())[1] == ""


async def test_danger_that_comes_with_a_change_is_heard(world: World, olena: Actor) -> None:
    case = await world.case(olena, "раз")
    _, number = await world.says(olena, "У мене все гаразд")
    await edited(world, olena, number, DANGER)
    assert case.crisis
    assert [letter.facts for letter in await world.waiting(kinds.Hotlines)] == [{"heard": True}]
    await edited(world, olena, number, DANGER + "!!")
    assert len(await world.waiting(kinds.Hotlines)) == 1, "told once, not at every change"


async def test_danger_in_words_that_wait_is_heard(bare: World) -> None:
    ivan = await bare.newcomer()
    _, number = await bare.says(ivan, "У мене все гаразд")
    await edited(bare, ivan, number, DANGER)
    assert (await bare.kinds_to(ivan))[0] == "hotlines"


async def test_a_change_of_a_closed_case_is_carried_but_wakes_nobody(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    _, number = await world.says(olena, "раз")
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert await edited(world, olena, number, DANGER)
    assert (case.state, case.crisis, case.waiting_since) == ("closed", False, None)
    assert (await world.messages(case))[-1].text == DANGER


async def test_the_same_words_are_no_change(world: World, olena: Actor) -> None:
    await world.case(olena)
    _, number = await world.says(olena, "раз")
    before = await world.everything()
    assert await edited(world, olena, number, "раз")
    assert await world.everything() == before


async def test_of_a_message_we_do_not_hold_nothing_is_kept(world: World, olena: Actor) -> None:
    await world.case(olena)
    before = await kept(world)
    assert not await edited(world, olena, 424242, "Нічого")
    assert await kept(world) == before
    assert "cannot-read" in await world.kinds_to(olena), "the person is told so"


async def test_after_erasing_a_change_brings_nothing_back(world: World, olena: Actor) -> None:
    await world.case(olena)
    _, number = await world.says(olena, "раз")
    await erase(world.ctx(olena), Erase())
    before = await kept(world)
    assert not await edited(world, olena, number, "знову тут")
    assert await kept(world) == before
