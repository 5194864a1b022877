"""What a person does about their data: a name, the consent, a file; and thanks, which are kept nowhere."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from casework.cases.close import Close, close
from casework.cases.details import ReadDetails, read_details
from casework.complaints.file import FileComplaint, file_complaint
from casework.context import Actor
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.sights import OwnDataSight, PrivacySight, PrivacyWhySight
from casework.letters.view import sight_of
from casework.people.consent import Watch, watch
from casework.people.erase import Erase, erase
from casework.people.export import Export, export
from casework.people.rename import Rename, rename
from casework.people.show_screen import ShowScreen, show_screen
from casework.people.withdraw_consent import WithdrawConsent, withdraw_consent
from casework.people.write import Went
from db.models import Consent, Letter
from db.repositories import sweeping
from rules.catalogue import Evidence
from rules.names import clean_name
from tests.casework.world import CATALOGUE, WHY, World

# A name


async def test_a_name_is_asked_for_and_written_down_and_the_old_one_goes(world: World, olena: Actor) -> None:
    for letter, _ in await world.deliver():
        letter.rendered = "Олена, ми отримали ваше звернення"
    assert not await rename(world.ctx(olena), Rename())
    assert await world.screen(olena) == kinds.RenameScreen()
    assert await rename(world.ctx(olena), Rename("  Леся  Українка "))
    assert (await world.row(olena)).name == "Леся Українка"
    assert await world.screen(olena) == kinds.RenamedScreen()
    kept = select(Letter.rendered).where(Letter.person_id == olena.id, Letter.rendered.is_not(None))
    assert (await world.uow.session.scalars(kept)).all() == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300))
async def test_whatever_is_typed_only_a_name_becomes_one(world: World, olena: Actor, typed: str) -> None:
    before = (await world.row(olena)).name
    written = await rename(world.ctx(olena), Rename(typed))
    assert written is (clean_name(typed) is not None)
    assert (await world.row(olena)).name == (clean_name(typed) or before)


async def test_no_name_is_asked_for_where_none_is_kept(world: World, olena: Actor) -> None:
    newcomer, watched = await world.newcomer(), await world.watched()
    for actor in (newcomer, watched):
        for typed in (None, "Олена"):
            async with world.refused(Stale):
                await rename(world.ctx(actor), Rename(typed))


# The consent


async def test_without_the_consent_the_work_ends_and_the_words_stay(world: World, olena: Actor, iryna: Actor) -> None:
    done = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(done.id, "helped"))
    case = await world.taken(olena, iryna, "Потрібні дрова")
    await world.says(olena, "Ще не передане", new=True)
    world.wait(hours=1)
    assert await withdraw_consent(world.ctx(olena), WithdrawConsent()) == 0
    assert await world.screen(olena) == kinds.ConsentWithdrawAskScreen()
    assert case.closed_at is None
    assert await withdraw_consent(world.ctx(olena), WithdrawConsent(confirmed=True)) == 1
    assert (case.state, case.result, done.result) == ("withdrawn", "withdrawn", "helped")
    assert [message.text for message in await world.messages(case)] == ["Потрібні дрова"]
    assert await world.drafts(olena) == []
    assert (await world.row(olena)).name is None
    [consent] = await world.uow.session.scalars(select(Consent).where(Consent.person_id == olena.id))
    assert consent.withdrawn_at == world.now
    assert await world.screen(olena) == kinds.ConsentWithdrawnScreen(1)
    assert (await world.says(olena, "Я знову тут"))[0] is Went.ASKED_CONSENT


async def test_what_is_taken_back_already_is_not_taken_back_again(world: World, olena: Actor) -> None:
    await withdraw_consent(world.ctx(olena), WithdrawConsent(confirmed=True))
    for confirmed in (True, False):
        async with world.refused(Stale):
            await withdraw_consent(world.ctx(olena), WithdrawConsent(confirmed=confirmed))


# The file


async def test_the_file_gathers_everything_that_is_held(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna, "Потрібні дрова")
    await world.topic(case)
    await world.answers(iryna, case, "Скільки вас?")
    await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))
    await file_complaint(world.ctx(olena), FileComplaint(case.id, "Довго чекала"))
    await world.says(olena, "Ще не передане", new=True)
    await world.case(mykola, "Чуже")
    assert await export(world.ctx(olena), Export())
    [letter] = await world.waiting(kinds.OwnData)
    sight = await world.sight(letter)
    assert sight is not None
    shown = sight.shows
    assert isinstance(shown, OwnDataSight)
    assert (shown.name, shown.telegram_id) == ("Олена Коваленко", olena.telegram_id)
    [own] = shown.cases
    assert [(said.by, said.text) for said in own.messages] == [(None, "Потрібні дрова"), ("Ірина", "Скільки вас?")]
    assert [each.words for each in shown.complaints] == ["Довго чекала"]
    assert [each.text for each in shown.drafts] == ["Ще не передане"]
    assert [each.reader for each in shown.looks] == ["Ірина"]
    assert len(shown.retention) == len(CATALOGUE.retention)
    assert "Чуже" not in str(shown)


async def test_two_taps_in_a_minute_are_one_file_and_later_another(world: World, olena: Actor) -> None:
    assert await export(world.ctx(olena), Export())
    assert not await export(world.ctx(olena), Export())
    world.wait(minutes=2)
    assert await export(world.ctx(olena), Export())
    assert len(await world.waiting(kinds.OwnData)) == 2


async def test_a_watched_phone_is_warned_and_then_gets_it(world: World) -> None:
    nina = await world.watched()
    assert not await export(world.ctx(nina), Export())
    assert await world.screen(nina) == kinds.ExportAskScreen()
    assert await world.waiting(kinds.OwnData) == []
    assert await export(world.ctx(nina), Export(confirmed=True))


# The page


async def test_the_page_counts_complaints_until_they_are_erased(world: World, olena: Actor, lead: Actor) -> None:
    case = await world.case(olena)
    await file_complaint(world.ctx(olena), FileComplaint(case.id, "Довго"))
    for held in (1, 0):
        await show_screen(world.ctx(olena), ShowScreen("privacy"))
        [letter] = [each for each in await world.waiting(to=olena) if each.kind == "privacy"]
        sight = await world.sight(letter)
        assert sight is not None
        assert isinstance(sight.shows, PrivacySight)
        assert sight.shows.complaints == held
        await world.deliver()
        await erase(world.ctx(olena), Erase())


async def test_an_act_that_is_not_confirmed_is_not_named_as_law(world: World, olena: Actor) -> None:
    await show_screen(world.ctx(olena), ShowScreen("privacy-why"))
    [letter] = [each for each in await world.waiting(to=olena) if each.kind == "privacy-why"]
    doubtful = replace(CATALOGUE.purposes["help"], evidence=Evidence.REPORTED)
    catalogue = replace(CATALOGUE, purposes={**CATALOGUE.purposes, "help": doubtful})
    sight = await sight_of(world.uow, letter, world.now, catalogue)
    assert sight is not None
    assert isinstance(sight.shows, PrivacyWhySight)
    first, *others = [each.basis for each in sight.shows.purposes]
    assert first is None
    assert others == [each.basis["uk"] for each in list(CATALOGUE.purposes.values())[1:]]
    assert ("purposes.toml", "help") in [(each.file, each.entry) for each in catalogue.unconfirmed()]


# Sweeping the chat


async def test_the_sweep_takes_ours_and_theirs_and_leaves_the_screen_that_stands(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna, "Потрібні дрова")
    _, waits = await world.says(olena, "Ще не передане", new=True)
    await world.topic(case)
    sent = {letter.telegram_message_id for letter, _ in await world.deliver() if letter.person_id == olena.id}
    assert waits in await sweeping.written_by(world.uow.session, olena.id or 0)
    await erase(world.ctx(olena), Erase())
    [letter] = await world.waiting(kinds.ChatSweep)
    assert waits in letter.facts["ids"]
    assert sent.isdisjoint(letter.facts["ids"]), "ours are looked up when it leaves"


async def test_nothing_of_another_person_is_swept(world: World, olena: Actor, mykola: Actor) -> None:
    await world.case(mykola, "Моє")
    await world.deliver()
    assert await sweeping.written_by(world.uow.session, olena.id or 0) == []
    assert await sweeping.sent_lately(world.uow.session, olena.telegram_id or 0) == []


# Thanks


async def test_thanks_without_an_open_case_are_answered_and_not_kept(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    went, _ = await world.says(olena, "Дуже дякую, все добре")
    assert went is Went.THANKED
    assert await world.drafts(olena) == []
    assert await world.screen(olena) == kinds.ThanksScreen()


async def test_thanks_go_where_words_go_while_there_is_somewhere(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna, "Потрібні дрова")
    assert (await world.says(olena, "Дякую"))[0] is Went.ADDED
    assert [message.text for message in await world.messages(case)] == ["Потрібні дрова", "Дякую"]
    await world.case(olena, "Ще одне")
    assert (await world.says(olena, "Дякую"))[0] is Went.ASKED_WHERE
    assert (await world.says(olena, "Спасибі"))[0] is Went.ASKED_WHERE, "beside words that wait"


async def test_whoever_begins_a_new_case_may_begin_it_with_thanks(world: World, olena: Actor) -> None:
    assert (await world.says(olena, "Дякую", new=True))[0] is Went.ASKED_WHERE


async def test_thanks_of_whom_we_do_not_know_yet_are_first_words(world: World, olena: Actor) -> None:
    assert (await world.says(await world.newcomer(), "Дякую"))[0] is Went.ASKED_CONSENT
    await erase(world.ctx(olena), Erase())
    assert (await world.says(olena, "Дякую"))[0] is Went.THANKED
    nina = await world.newcomer()
    await watch(world.ctx(nina), Watch())
    assert (await world.says(nina, "Дякую"))[0] is Went.THANKED
