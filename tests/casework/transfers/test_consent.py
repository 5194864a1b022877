"""Nothing is handed over but what the person read and agreed to, in whichever way they said so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from casework.cases.close import Close, close
from casework.context import Actor
from casework.errors import (
    CaseClosed,
    EmptyNote,
    HeardOnly,
    NoSuchCase,
    NothingShared,
    NotOwner,
    ProviderUnreachable,
    Stale,
    TooLong,
)
from casework.letters import kinds
from casework.letters.sights.transfers import TransferDeskSight, TransferLookSight, TransferSight
from casework.people.consent import Watch, watch
from casework.people.erase import Erase, erase
from casework.people.withdraw_consent import WithdrawConsent, withdraw_consent
from casework.providers.manage import ChooseProvider, WriteProvider, remove_provider, write_provider
from casework.transfers.answer import (
    Answered,
    OwnTransfer,
    agree_to_transfer,
    decline_transfer,
    show_own_transfer,
    withdraw_transfer,
)
from casework.transfers.ask import AskHow, Hear, ask_how, ask_person, hear, look_at_question
from casework.transfers.hand import Confirm, confirm
from casework.transfers.prepare import (
    BeginTransfer,
    OfTransfer,
    PickItem,
    ShowTransfers,
    Summarise,
    ask_summary,
    begin_transfer,
    pick_item,
    show_transfer,
    show_transfers,
    summarise,
)
from db.models import Case
from rules.cases import Turn
from rules.local_time import local_date
from rules.transfers import LONGEST_SUMMARY, ConsentWay, Item, ReceiptWay, TransferState
from tests.casework.transfers.handing import TYPED, agreed, asked, begun, readings, the_transfer
from tests.casework.world import World

S = TransferState


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic, with a number and a hromada."""
    made = await world.taken(olena, iryna)
    person = await world.row(olena)
    person.phone, made.registered_hromada = "+380671112233", "UA44100130000035624"
    await world.topic(made)
    return made


async def sights(world: World, to: Actor, kind: type[object]) -> list[object]:
    """What is delivered to somebody now, of one sort."""
    found = [sight.shows for letter, sight in await world.deliver() if letter.chat_id == to.telegram_id]
    return [each for each in found if isinstance(each, kind)]


async def test_the_person_reads_exactly_what_was_chosen(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await begun(world, lead, iryna, case, Item.NAME, Item.PHONE)
    await summarise(world.ctx(iryna), Summarise(transfer_id, "  Потрібен юрист через житло  "))
    await world.deliver()
    await look_at_question(world.ctx(iryna), OfTransfer(transfer_id))
    [look] = await sights(world, iryna, TransferLookSight)
    assert isinstance(look, TransferLookSight)
    await ask_person(world.ctx(iryna), OfTransfer(transfer_id))
    [read] = await sights(world, olena, TransferSight)
    assert isinstance(read, TransferSight)
    assert [(each.item, each.value) for each in read.shared] == [
        (Item.NUMBER, case.number),
        (Item.NAME, "Олена Коваленко"),
        (Item.PHONE, "+380 67 111 22 33"),
        (Item.SUMMARY, "Потрібен юрист через житло"),
    ]
    assert look.asked.shared == read.shared, "staff see the same before"
    assert (read.provider, read.contacts) == ("ГО «Поруч»", "0501112233, help@poruch.org.ua")


async def test_looking_at_it_is_logged_by_what_is_seen(world: World, iryna: Actor, lead: Actor, case: Case) -> None:
    transfer_id = await begun(world, lead, iryna, case, Item.NAME, Item.PHONE)
    await look_at_question(world.ctx(iryna), OfTransfer(transfer_id))
    await look_at_question(world.ctx(lead), OfTransfer(transfer_id))
    own, leads = await readings(world)
    assert (own.staff_id, own.fields, own.reason, own.not_theirs) == (iryna.id, ["name", "phone"], None, False)
    assert (leads.staff_id, leads.reason, leads.not_theirs) == (lead.id, "transfer", True)


async def test_a_yes_begins_the_handing_and_a_deadline(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await agreed(world, lead, iryna, olena, case)
    row = await the_transfer(world)
    assert (row.state, row.agreed_way, row.agreed_on, row.agreed_noted_by) == (
        "handing",
        "press",
        date(2026, 3, 11),
        None,
    )
    assert row.due_at is not None
    assert local_date(row.due_at) == date(2026, 3, 16), "three working days"
    assert case.turn == Turn.STAFF
    assert (await world.history(case))[-2:] == ["transfer-asked", "transfer-agreed"]
    assert "Олена" not in str([each.facts for each in await world.events(case)])
    raw = await world.uow.session.scalar(text("SELECT shared FROM transfers"))
    assert "Олена".encode() not in raw
    assert await world.screen(olena) == kinds.transfers.TransferScreen(case.id, transfer_id)
    assert [each.kind for each in await world.waiting(kinds.transfers.TransferNews)] == ["transfer-news"]


async def test_what_is_shared_stays_as_it_was_read(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await agreed(world, lead, iryna, olena, case, Item.PHONE)
    (await world.row(olena)).phone = "+380990000000"
    await show_own_transfer(world.ctx(olena), OwnTransfer(transfer_id))
    [*_, shown] = await sights(world, olena, TransferSight)
    assert isinstance(shown, TransferSight)
    assert shown.shared[1].value == "+380 67 111 22 33"


async def test_a_no_leaves_the_case_with_us_and_somebody_waits(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await asked(world, lead, iryna, case)
    await world.deliver()
    await decline_transfer(world.ctx(olena), Answered(transfer_id, 1))
    row = await the_transfer(world)
    assert (row.state, row.shared, row.due_at) == ("declined", None, None)
    assert case.waiting_since == world.now
    async with world.refused(Stale):
        await agree_to_transfer(world.ctx(olena), Answered(transfer_id, 1))


async def test_asked_anew_the_old_button_agrees_to_nothing(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await asked(world, lead, iryna, case)
    [first] = await world.waiting(kinds.transfers.TransferAsked)
    await pick_item(world.ctx(iryna), PickItem(transfer_id, Item.PHONE))
    assert await world.sight(first) is None, "the question is void"
    async with world.refused(Stale):
        await agree_to_transfer(world.ctx(olena), Answered(transfer_id, 1))
    await ask_person(world.ctx(iryna), OfTransfer(transfer_id))
    async with world.refused(Stale):
        await agree_to_transfer(world.ctx(olena), Answered(transfer_id, 1))
    await agree_to_transfer(world.ctx(olena), Answered(transfer_id, 2))
    assert (await the_transfer(world)).state == S.HANDING


async def test_nobody_else_answers(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await asked(world, lead, iryna, case)
    for act in (agree_to_transfer, decline_transfer):
        async with world.refused(NoSuchCase):
            await act(world.ctx(mykola), Answered(transfer_id, 1))
    for look in (show_own_transfer, withdraw_transfer):
        async with world.refused(NoSuchCase):
            await look(world.ctx(mykola), OwnTransfer(transfer_id))


async def test_a_colleague_only_looks(world: World, iryna: Actor, andrii: Actor, lead: Actor, case: Case) -> None:
    transfer_id = await begun(world, lead, iryna, case)
    await show_transfers(world.ctx(andrii), ShowTransfers(case.id))
    await show_transfer(world.ctx(andrii), OfTransfer(transfer_id))
    for act, data in (
        (pick_item, PickItem(transfer_id, Item.PHONE)),
        (ask_summary, OfTransfer(transfer_id)),
        (summarise, Summarise(transfer_id, "Юрист")),
        (look_at_question, OfTransfer(transfer_id)),
        (ask_person, OfTransfer(transfer_id)),
        (ask_how, AskHow(transfer_id)),
        (hear, Hear(transfer_id, ConsentWay.PHONE, local_date(world.now), yes=True)),
    ):
        async with world.refused(NotOwner, owner="Ірина"):
            await act(world.ctx(andrii), data)  # type: ignore[arg-type]  # each with its own data


async def test_a_human_without_telegram_says_it_and_it_is_noted_how_and_when(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    (await world.row(olena)).telegram_id = None
    transfer_id = await begun(world, lead, iryna, case)
    async with world.refused(HeardOnly):
        await ask_person(world.ctx(iryna), OfTransfer(transfer_id))
    yesterday = local_date(world.now) - timedelta(days=1)
    for way, day in ((ConsentWay.PRESS, yesterday), (ConsentWay.PHONE, yesterday + timedelta(days=2))):
        async with world.refused(Stale):
            await hear(world.ctx(iryna), Hear(transfer_id, way, day, yes=True))
    await hear(world.ctx(iryna), Hear(transfer_id, ConsentWay.VISIT, yesterday, yes=True))
    row = await the_transfer(world)
    assert (row.state, row.agreed_way, row.agreed_on, row.agreed_noted_by) == ("handing", "visit", yesterday, iryna.id)
    assert row.shared is not None
    event = (await world.events(case))[-1]
    assert (event.kind, event.facts["way"], event.facts["on"]) == ("transfer-agreed", "visit", yesterday.isoformat())


async def test_a_no_on_the_phone_is_noted_too(world: World, iryna: Actor, lead: Actor, case: Case) -> None:
    transfer_id = await asked(world, lead, iryna, case)
    await hear(world.ctx(iryna), Hear(transfer_id, ConsentWay.PHONE, local_date(world.now), yes=False))
    assert (await the_transfer(world)).state == S.DECLINED


async def test_where_others_read_the_phone_nothing_is_asked_in_writing(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await asked(world, lead, iryna, case)
    [letter] = await world.waiting(kinds.transfers.TransferAsked)
    (await world.row(olena)).covered = True
    assert await world.sight(letter) is None
    async with world.refused(Stale):
        await agree_to_transfer(world.ctx(olena), Answered(transfer_id, 1))
    await hear(world.ctx(iryna), Hear(transfer_id, ConsentWay.PHONE, local_date(world.now), yes=True))
    await world.deliver()
    await show_own_transfer(world.ctx(olena), OwnTransfer(transfer_id))
    [shown] = await sights(world, olena, TransferSight)
    assert isinstance(shown, TransferSight)
    assert (shown.provider, shown.shared, shown.contacts) == ("", (), "")
    await confirm(world.ctx(iryna), Confirm(transfer_id, ReceiptWay.PHONE, local_date(world.now), "Ольга\n118/26"))
    [told] = await sights(world, olena, TransferSight)
    assert isinstance(told, TransferSight)
    assert (told.state, told.provider, told.there) == (S.RECEIVED, "", None), "that it arrived, not where"


async def test_the_consent_is_taken_back_until_somebody_confirmed(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await agreed(world, lead, iryna, olena, case)
    await withdraw_transfer(world.ctx(olena), OwnTransfer(transfer_id))
    row = await the_transfer(world)
    assert (row.state, row.ended_at) == ("stopped", world.now)
    assert (await world.events(case))[-1].facts["by"] == "person"
    waiting = await world.uow.session.scalar(
        text("SELECT count(*) FROM reminders WHERE kind = 'transfer' AND state = 'waiting'")
    )
    assert waiting == 0
    async with world.refused(Stale):
        await withdraw_transfer(world.ctx(olena), OwnTransfer(transfer_id))


async def test_what_cannot_be_asked(world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case) -> None:
    bare = await write_provider(world.ctx(lead), WriteProvider("Назва: Дім\nВид: ГО\nКанал: папір"))
    async with world.refused(ProviderUnreachable):
        await begin_transfer(world.ctx(iryna), BeginTransfer(case.id, bare))
    provider_id = await write_provider(world.ctx(lead), WriteProvider(TYPED))
    transfer_id = await begin_transfer(world.ctx(iryna), BeginTransfer(case.id, provider_id))
    assert await begin_transfer(world.ctx(iryna), BeginTransfer(case.id, provider_id)) == transfer_id
    for act in (look_at_question, ask_person):
        async with world.refused(NothingShared):
            await act(world.ctx(iryna), OfTransfer(transfer_id))
    for item in (Item.NUMBER, Item.AGE):
        async with world.refused(Stale):
            await pick_item(world.ctx(iryna), PickItem(transfer_id, item))
    async with world.refused(EmptyNote):
        await summarise(world.ctx(iryna), Summarise(transfer_id, " "))
    async with world.refused(TooLong, most=str(LONGEST_SUMMARY)):
        await summarise(world.ctx(iryna), Summarise(transfer_id, "я" * (LONGEST_SUMMARY + 1)))
    async with world.refused(Stale):
        await ask_how(world.ctx(iryna), AskHow(transfer_id, receipt=True))
    async with world.refused(Stale):
        await show_own_transfer(world.ctx(olena), OwnTransfer(transfer_id))
    await remove_provider(world.ctx(lead), ChooseProvider(provider_id))
    other = await write_provider(world.ctx(lead), WriteProvider(TYPED.replace("Поруч", "Далеч")))
    await remove_provider(world.ctx(lead), ChooseProvider(other))
    async with world.refused(Stale):
        await begin_transfer(world.ctx(iryna), BeginTransfer(case.id, other))


async def test_a_case_that_ends_voids_the_question(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await asked(world, lead, iryna, case)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert (await the_transfer(world)).state == S.STOPPED
    async with world.refused(Stale):
        await agree_to_transfer(world.ctx(olena), Answered(transfer_id, 1))
    async with world.refused(CaseClosed):
        await begin_transfer(world.ctx(iryna), BeginTransfer(case.id, (await the_transfer(world)).provider_id))


@pytest.mark.parametrize("everything", [False, True])
async def test_all_consent_taken_back_stops_what_is_under_way(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case, everything: bool
) -> None:
    await agreed(world, lead, iryna, olena, case)
    if everything:
        await erase(world.ctx(olena), Erase())
    else:
        await withdraw_consent(world.ctx(olena), WithdrawConsent(confirmed=True))
    row = await the_transfer(world)
    assert row.state == S.STOPPED
    assert (row.shared is None) is everything


async def test_a_watched_phone_is_told_nothing_of_it(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await begun(world, lead, iryna, case, Item.REGISTERED)
    await watch(world.ctx(olena), Watch())
    async with world.refused(HeardOnly):
        await ask_person(world.ctx(iryna), OfTransfer(transfer_id))


async def test_the_desk_offers_only_what_is_held(world: World, iryna: Actor, lead: Actor, case: Case) -> None:
    await begun(world, lead, iryna, case)
    [shown] = await sights(world, iryna, TransferDeskSight)
    assert isinstance(shown, TransferDeskSight)
    assert {each.item for each in shown.items if each.known} == {Item.NUMBER, Item.NAME, Item.PHONE, Item.REGISTERED}
    assert {each.item for each in shown.items if each.picked} == {Item.NUMBER, Item.NAME}
