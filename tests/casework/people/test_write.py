"""Free words: kept, never lost, and always said where they went."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.letters import kinds
from casework.people.send_words import SendWords, send_words
from casework.people.write import Went
from tests.casework.world import World

DANGER = "Мені небезпечно, рятуйте"


async def test_before_the_consent_words_wait_and_the_question_is_asked(bare: World) -> None:
    ivan = await bare.newcomer()
    went, _ = await bare.says(ivan, "Потрібен протез")
    assert went is Went.ASKED_CONSENT
    [draft] = await bare.drafts(ivan)
    assert (draft.text, draft.written_at) == ("Потрібен протез", bare.now)
    assert await bare.kinds_to(ivan) == ["welcome", "consent"]


async def test_the_welcome_is_said_once(bare: World) -> None:
    ivan = await bare.newcomer()
    for words in ("Добрий день", "Ви тут?"):
        await bare.says(ivan, words)
    assert (await bare.kinds_to(ivan)).count("welcome") == 1
    assert len(await bare.drafts(ivan)) == 2


@pytest.mark.parametrize("agreed", [False, True])
async def test_dangerous_words_bring_the_hotlines_first(bare: World, agreed: bool) -> None:
    ivan = await (bare.person() if agreed else bare.newcomer())
    await bare.deliver()
    await bare.says(ivan, DANGER)
    told = await bare.kinds_to(ivan)
    assert told[0] == "hotlines"
    assert (await bare.waiting(kinds.Hotlines))[0].facts == {"heard": True}
    assert "welcome" not in told, "whoever is in danger is not kept with greetings"
    assert [draft.text for draft in await bare.drafts(ivan)] == [DANGER]


async def test_without_an_open_case_one_is_offered(world: World, olena: Actor) -> None:
    went, _ = await world.says(olena, "Потрібна допомога")
    assert went is Went.ASKED_WHERE
    assert await world.screen(olena) == kinds.OfferCaseScreen()


async def test_with_one_open_case_they_go_there_and_it_is_said(world: World, olena: Actor) -> None:
    case = await world.case(olena, "Перше")
    world.wait(hours=1)
    went, _ = await world.says(olena, "Друге")
    assert went is Went.ADDED
    assert await world.drafts(olena) == []
    second = (await world.messages(case))[-1]
    assert (second.text, second.written_at, second.author_id) == ("Друге", world.now, olena.id)
    assert await world.screen(olena, f"receipt:{case.id}") == kinds.WordsAdded(case.id)
    assert case.unread == 2
    assert (await world.events(case))[-1].facts == {"messages": 1}
    assert len(await world.waiting(kinds.PersonMessage)) == 2


async def test_with_several_the_person_is_asked(world: World, olena: Actor) -> None:
    first, second = await world.case(olena), await world.case(olena)
    went, _ = await world.says(olena, "До якого?")
    assert went is Went.ASKED_WHERE
    assert await world.screen(olena) == kinds.ChooseCaseScreen()
    [draft] = await world.drafts(olena)
    await send_words(world.ctx(olena), SendWords(draft.id, first.id))
    assert (len(await world.messages(first)), len(await world.messages(second))) == (2, 1)


async def test_a_chosen_case_gets_the_words_without_a_question(world: World, olena: Actor) -> None:
    first, second = await world.case(olena), await world.case(olena)
    went, _ = await world.says(olena, "Сюди", case_id=first.id)
    assert went is Went.ADDED
    assert (len(await world.messages(first)), len(await world.messages(second))) == (2, 1)


async def test_words_for_a_case_that_is_over_are_asked_about(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    await withdraw(world.ctx(olena), Withdraw(case.id))
    went, _ = await world.says(olena, "Сюди", case_id=case.id)
    assert went is Went.ASKED_WHERE
    assert [draft.text for draft in await world.drafts(olena)] == ["Сюди"]


async def test_a_new_case_is_offered_beside_an_open_one(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    went, _ = await world.says(olena, "Про інше", new=True)
    assert went is Went.ASKED_WHERE
    assert await world.screen(olena) == kinds.OfferCaseScreen()
    assert len(await world.messages(case)) == 1


async def test_while_earlier_words_wait_later_ones_do_not_overtake_them(world: World, olena: Actor) -> None:
    await world.case(olena)
    await world.says(olena, "раз", new=True)
    await world.says(olena, "два")
    assert [draft.text for draft in await world.drafts(olena)] == ["раз", "два"]
    assert await world.screen(olena) == kinds.ChooseCaseScreen()


async def test_danger_in_an_open_case_makes_it_a_crisis(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    before = case.reply_by
    await world.says(olena, DANGER)
    assert case.crisis
    assert case.reply_by <= before


async def test_words_after_an_answer_start_a_new_promise(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    await world.answers(iryna, case, "Вітаю")
    assert (case.waiting_since, case.turn) == (None, "person")
    world.wait(days=2)
    await world.says(olena, "Дякую, а далі?")
    assert (case.waiting_since, case.turn, case.unread) == (world.now, "staff", 1)
    assert case.reply_by > world.now
    promised = case.reply_by
    world.wait(hours=3)
    await world.says(olena, "Ви тут?")
    assert case.reply_by == promised, "writing again does not put the promise off"


PIECES = st.one_of(
    st.text(min_size=1, max_size=60),
    st.sampled_from(
        ["<b>", "&", "&amp;", "👩‍👩‍👧", "🇺🇦", "שלום", "\u202eмова\u202c", "\x00", "\u200b", "\n\n", " ", "'; --"]
    ),
)
FREE = st.lists(PIECES, min_size=1, max_size=40).map("".join).map(lambda text: text[:4096])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.one_of(FREE, st.integers(1, 4096).map(lambda size: "ж" * size), st.just("😀" * 2048)))
async def test_whatever_is_written_becomes_these_very_words(world: World, words: str) -> None:
    case = await world.case(await world.person(), words)
    assert [message.text for message in await world.messages(case)] == [words]
    sent = [letter.kind for letter, _ in await world.deliver()]
    assert sent.count("person-message") >= 1
    assert sent.count("case-received") == 1
