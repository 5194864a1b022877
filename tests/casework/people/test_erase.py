"""Everything is erased that the law does not keep; what it keeps holds no word and no name."""

from __future__ import annotations

from sqlalchemy import func, select

from casework.cases.close import Close, close
from casework.cases.facts import RecordFact, record_fact
from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import TopicSight
from casework.people.consent import Agree, agree
from casework.people.erase import Erase, erase
from db.models import Consent, Draft, InboxUpdate, Letter, Message, Pair
from db.models.counted import COUNTED
from db.repositories import inbox
from db.repositories.inbox import Arrival
from tests.casework.world import World


async def count(world: World, table: type[Draft | Message | Pair]) -> int:
    return await world.uow.session.scalar(select(func.count()).select_from(table)) or 0


async def test_words_name_and_drafts_go_number_and_facts_stay(world: World, olena: Actor, iryna: Actor) -> None:
    done = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(done.id, "helped"))
    case = await world.taken(olena, iryna, "Моя адреса…")
    await record_fact(world.ctx(iryna), RecordFact(case.id, "audience", "displaced"))
    await world.topic(case)
    await world.answers(iryna, case, "Вітаю")
    await world.says(olena, "Ще не надіслане", new=True)
    number, events = case.number, len(await world.events(case))
    world.wait(days=1)
    assert await erase(world.ctx(olena), Erase()) == 2
    assert [await count(world, table) for table in (Message, Draft, Pair)] == [0, 0, 0]
    person = await world.row(olena)
    assert (person.name, person.erased_at) == (None, world.now)
    assert (case.number, case.audience, case.opened_at) == (number, "displaced", case.opened_at)
    assert (case.state, case.turn, case.result, case.closed_at) == ("withdrawn", "nobody", "withdrawn", world.now)
    assert (await world.history(case))[events:] == ["withdrawn", "erased"]
    assert (done.state, done.result, done.erased_at) == ("closed", "helped", world.now)
    assert await world.screen(olena) == kinds.ErasedScreen(2)


async def test_the_consent_is_withdrawn_and_its_day_stays_known(world: World, olena: Actor) -> None:
    world.wait(days=1)
    await erase(world.ctx(olena), Erase())
    [consent] = await world.uow.session.scalars(select(Consent).where(Consent.person_id == olena.id))
    assert consent.withdrawn_at == world.now


async def test_the_topic_is_to_be_deleted_and_no_card_comes_back(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    await world.topic(case)
    await erase(world.ctx(olena), Erase())
    [(letter, sight)] = [pair for pair in await world.deliver() if pair[0].lane == f"c:{case.id}"]
    assert letter.kind == "topic-head"
    assert isinstance(sight.shows, TopicSight)
    assert sight.shows.gone


async def test_what_was_sent_is_not_kept_either(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    await world.says(olena, "Інше", new=True)
    for letter, _ in await world.deliver():
        letter.rendered = "Слова людини"
    await erase(world.ctx(olena), Erase())
    kept = select(Letter.kind).where(Letter.rendered.is_not(None))
    of_hers = await world.uow.session.scalars(kept.where((Letter.person_id == olena.id) | (Letter.case_id == case.id)))
    assert of_hers.all() == []


async def test_letters_on_the_way_say_nothing_any_more(world: World, olena: Actor, iryna: Actor) -> None:
    await world.deliver()
    case = await world.taken(olena, iryna, "Таємне")
    await world.answers(iryna, case, "Вітаю")
    await erase(world.ctx(olena), Erase())
    assert sorted(letter.kind for letter, _ in await world.deliver()) == ["chat-sweep", "erased", "topic-head"]


async def test_another_persons_words_stay(world: World, olena: Actor, mykola: Actor) -> None:
    case = await world.case(mykola, "Моє")
    await erase(world.ctx(olena), Erase())
    assert [message.text for message in await world.messages(case)] == ["Моє"]
    assert (await world.row(mykola)).name == "Микола Шевчук"


async def test_erasing_twice_harms_nothing(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    await erase(world.ctx(olena), Erase())
    closed_at = case.closed_at
    world.wait(days=1)
    await erase(world.ctx(olena), Erase())
    assert case.closed_at == closed_at
    assert (await world.history(case)).count("withdrawn") == 1


async def test_whoever_comes_back_begins_anew(world: World, olena: Actor) -> None:
    await erase(world.ctx(olena), Erase())
    went, _ = await world.says(olena, "Я знову тут")
    assert went == "asked-consent"
    assert await world.screen(olena) == kinds.ConsentScreen()


async def test_what_was_told_about_them_does_not_begin_their_next_case(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.case(olena)
    for field, value in (("audience", "displaced"), ("household_size", "4")):
        await record_fact(world.ctx(iryna), RecordFact(case.id, field, value))
    await erase(world.ctx(olena), Erase())
    assert (case.audience, case.household_size) == ("displaced", 4), "this case stays counted as it was"
    await agree(world.ctx(olena), Agree("Олена"))
    following = await world.case(olena)
    assert [getattr(following, fact) for fact in COUNTED] == [None] * len(COUNTED)


async def test_words_that_we_could_not_handle_go_too_and_only_theirs(world: World, olena: Actor, mykola: Actor) -> None:
    session = world.uow.session
    for number, actor in enumerate((olena, mykola)):
        await inbox.add(session, 1, [Arrival(number, f"p:{actor.telegram_id}", '{"text": "Таємне"}')])
    for claimed in await inbox.claim(session, limit=2, lease=60, busy=()):
        await inbox.park(session, claimed, "own-failure")
    await erase(world.ctx(olena), Erase())
    assert (await session.scalars(select(InboxUpdate.lane))).all() == [f"p:{mykola.telegram_id}"]
