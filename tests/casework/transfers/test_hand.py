"""«Передаємо» until a human confirms; unconfirmed in three working days it goes to the supervisor, and all are told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from casework.cases.close import Close, close
from casework.cases.reply import reply
from casework.context import Actor
from casework.errors import EmptyNote, NoSuchCase, NotOwner, Stale, TooLong
from casework.letters import kinds
from casework.letters.sights.reminders import NoticesSight
from casework.letters.sights.transfers import TransferOfferedSight, TransferSheetSight, TransferSight
from casework.reminders.write_due import WriteDue, write_due
from casework.talk.sending import Reply
from casework.transfers.answer import OwnTransfer, withdraw_transfer
from casework.transfers.ask import Hear, hear
from casework.transfers.hand import AskWho, Confirm, ask_who, confirm, note_sent, show_sheet, stop, turn_away
from casework.transfers.prepare import OfTransfer
from casework.transfers.take_in import open_handed, take_in
from db.models import Case
from rules.cases import State, Turn
from rules.local_time import local_date
from rules.providers import Channel
from rules.roles import Role
from rules.transfers import LONGEST_NUMBER, LONGEST_WHO, ConsentWay, Item, ReceiptWay, TransferState
from tests.casework.transfers.handing import IN_CHAT, agreed, asked, begun, readings, the_transfer
from tests.casework.world import ELSEWHERE, GROUP, OTHER_GROUP, World, machine

S = TransferState
WHO = "Ольга Петренко, спеціалістка\n  № 118/26 "


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic; she is the caseworker, and has answered."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


@pytest.fixture
async def handing(world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case) -> int:
    """Олена agreed, and everything that was written is delivered."""
    transfer_id = await agreed(world, lead, iryna, olena, case, Item.NAME)
    await world.deliver()
    return transfer_id


async def told(world: World, actor: Actor) -> list[tuple[str, object]]:
    """What reaches somebody now."""
    return [
        (letter.kind, sight.shows) for letter, sight in await world.deliver() if letter.chat_id == actor.telegram_id
    ]


async def test_the_sheet_holds_the_agreed_items_and_the_look_is_logged(
    world: World, iryna: Actor, case: Case, handing: int
) -> None:
    await show_sheet(world.ctx(iryna), OfTransfer(handing))
    [(kind, shown)] = await told(world, iryna)
    assert (kind, kinds.transfers.TransferSheet.policy.protected) == ("transfer-sheet", True)
    assert isinstance(shown, TransferSheetSight)
    assert [each.item for each in shown.shared] == [Item.NUMBER, Item.NAME]
    assert (shown.channel, shown.email, shown.contact) == (Channel.EMAIL, "help@poruch.org.ua", "Ольга")
    [look] = await readings(world)
    assert (look.staff_id, look.case_id, look.fields) == (iryna.id, case.id, ["name"])


async def test_there_is_no_sheet_before_the_consent_nor_after_the_end(
    world: World, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await asked(world, lead, iryna, case)
    for act in (show_sheet, note_sent, turn_away):
        async with world.refused(Stale):
            await act(world.ctx(iryna), OfTransfer(transfer_id))
    await hear(world.ctx(iryna), Hear(transfer_id, ConsentWay.PHONE, local_date(world.now), yes=True))
    await show_sheet(world.ctx(iryna), OfTransfer(transfer_id))
    [letter] = await world.waiting(kinds.transfers.TransferSheet)
    await stop(world.ctx(iryna), OfTransfer(transfer_id))
    assert await world.sight(letter) is None, "a sheet on its way shows nothing any more"
    async with world.refused(Stale):
        await show_sheet(world.ctx(iryna), OfTransfer(transfer_id))


async def test_that_it_left_is_no_receipt(world: World, olena: Actor, iryna: Actor, case: Case, handing: int) -> None:
    await note_sent(world.ctx(iryna), OfTransfer(handing))
    row = await the_transfer(world)
    assert (row.state, row.sent_at) == ("handing", world.now)
    assert await world.kinds_to(olena) == [], "nothing is told as done that is not"
    async with world.refused(Stale):
        await note_sent(world.ctx(iryna), OfTransfer(handing))


async def test_a_receipt_says_who_how_when_and_the_number(
    world: World, olena: Actor, iryna: Actor, case: Case, handing: int
) -> None:
    today = local_date(world.now)
    await ask_who(world.ctx(iryna), AskWho(handing, ReceiptWay.PHONE, today))
    await confirm(world.ctx(iryna), Confirm(handing, ReceiptWay.PHONE, today, WHO))
    row = await the_transfer(world)
    assert (row.state, row.received_way, row.received_on, row.confirmed_by) == ("received", "phone", today, iryna.id)
    assert (row.received_who, row.received_number) == ("Ольга Петренко, спеціалістка", "№ 118/26")
    raw = (await world.uow.session.execute(text("SELECT received_who, received_number FROM transfers"))).one()
    assert not any(b"118" in each or "Ольга".encode() in each for each in raw)
    [(kind, shown)] = await told(world, olena)
    assert kind == "transfer-received"
    assert isinstance(shown, TransferSight)
    assert (shown.there, shown.received_on) == ("№ 118/26", today)
    assert (case.state, case.turn, case.provider) == (State.WAITING_PROVIDER, Turn.PROVIDER, "ngo")
    assert (await world.history(case))[-1] == "transfer-received"


async def test_who_still_waits_for_us_keeps_their_turn(
    world: World, olena: Actor, iryna: Actor, case: Case, handing: int
) -> None:
    await world.says(olena, "А що ще треба?", case_id=case.id)
    await confirm(world.ctx(iryna), Confirm(handing, ReceiptWay.EMAIL, local_date(world.now), "Ольга"))
    assert case.state != State.WAITING_PROVIDER


@pytest.mark.parametrize(
    ("way", "days", "words", "refusal", "facts"),
    [
        (ReceiptWay.CHAT, 0, WHO, Stale, {}),
        (ReceiptWay.PHONE, 1, WHO, Stale, {}),
        (ReceiptWay.PHONE, -40, WHO, Stale, {}),
        (ReceiptWay.PHONE, 0, " \n ", EmptyNote, {}),
        (ReceiptWay.PHONE, 0, "я" * (LONGEST_WHO + 1), TooLong, {"most": str(LONGEST_WHO)}),
        (ReceiptWay.PHONE, 0, "Оля\n" + "1" * (LONGEST_NUMBER + 1), TooLong, {"most": str(LONGEST_NUMBER)}),
    ],
)
async def test_no_receipt_that_could_not_be(
    world: World,
    iryna: Actor,
    handing: int,
    way: ReceiptWay,
    days: int,
    words: str,
    refusal: type,
    facts: dict[str, str],
) -> None:
    day = local_date(world.now) + timedelta(days=days)
    async with world.refused(refusal, **facts):
        await confirm(world.ctx(iryna), Confirm(handing, way, day, words))


async def test_only_the_owner_or_a_lead_confirms(world: World, andrii: Actor, lead: Actor, handing: int) -> None:
    today = local_date(world.now)
    for act, data in (
        (show_sheet, OfTransfer(handing)),
        (note_sent, OfTransfer(handing)),
        (ask_who, AskWho(handing, ReceiptWay.PHONE, today)),
        (confirm, Confirm(handing, ReceiptWay.PHONE, today, WHO)),
        (turn_away, OfTransfer(handing)),
        (stop, OfTransfer(handing)),
    ):
        async with world.refused(NotOwner, owner="Ірина"):
            await act(world.ctx(andrii), data)  # type: ignore[arg-type]  # each with its own data
    await confirm(world.ctx(lead), Confirm(handing, ReceiptWay.PHONE, today, WHO))
    assert (await the_transfer(world)).state == S.RECEIVED


async def test_turned_away_it_stays_with_us_and_the_person_knows(
    world: World, olena: Actor, iryna: Actor, case: Case, handing: int
) -> None:
    await turn_away(world.ctx(iryna), OfTransfer(handing))
    assert [kind for kind, _ in await told(world, olena)] == ["transfer-turned-away"]
    assert (await the_transfer(world)).state == S.TURNED_AWAY
    assert case.closed_at is None


@pytest.mark.parametrize("left", [False, True])
async def test_stopped_it_is_told_whether_something_left(
    world: World, olena: Actor, iryna: Actor, handing: int, left: bool
) -> None:
    if left:
        await note_sent(world.ctx(iryna), OfTransfer(handing))
    await stop(world.ctx(iryna), OfTransfer(handing))
    [(kind, shown)] = await told(world, olena)
    assert kind == "transfer-stopped"
    assert isinstance(shown, TransferSight)
    assert shown.sent is left


async def test_a_question_that_is_given_up_is_told_to_nobody(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    transfer_id = await begun(world, lead, iryna, case)
    await stop(world.ctx(iryna), OfTransfer(transfer_id))
    assert await told(world, olena) == []


async def due_now(world: World, days: float) -> dict[int, list[str]]:
    """So much later the clock looks; the kinds of letters by chat."""
    world.wait(days=days)
    await write_due(machine(world), WriteDue())
    found: dict[int, list[str]] = {}
    for letter, _ in await world.deliver():
        found.setdefault(letter.chat_id, []).append(letter.kind)
    return found


async def test_unconfirmed_in_three_working_days_it_goes_to_the_supervisor(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case, handing: int
) -> None:
    person, owner, boss = (each.telegram_id or 0 for each in (olena, iryna, lead))
    half = await due_now(world, days=2)
    assert "notices" in half.get(owner, [])
    assert "notices" not in half.get(boss, [])
    assert "transfer-late" not in half.get(person, [])
    # From Wednesday three working days end with Monday; at night nobody is woken.
    over = await due_now(world, days=4)
    assert "notices" in over[owner]
    assert "notices" in over[boss]
    assert over[person].count("transfer-late") == 1
    row = await the_transfer(world)
    assert (row.state, row.late_at) == ("handing", world.now)
    assert "transfer-late" in await world.history(case)
    again = await due_now(world, days=3)
    assert "transfer-late" not in again.get(person, []), "told once"


async def test_the_notice_names_the_case_and_what_is_awaited(
    world: World, lead: Actor, case: Case, handing: int
) -> None:
    world.wait(days=6)
    await write_due(machine(world), WriteDue())
    notices = [shows for _, shows in await told(world, lead) if isinstance(shows, NoticesSight)]
    [line] = notices[-1].lines
    assert (line.number, line.over, line.what) == (
        case.number, True, "підтвердження від надавача, що передане отримали",
    )  # fmt: skip


@pytest.mark.parametrize("how", ["confirmed", "withdrawn", "turned-away"])
async def test_what_is_over_reminds_nobody(
    world: World, olena: Actor, iryna: Actor, lead: Actor, handing: int, how: str
) -> None:
    match how:
        case "confirmed":
            await confirm(world.ctx(iryna), Confirm(handing, ReceiptWay.PHONE, local_date(world.now), WHO))
        case "withdrawn":
            await withdraw_transfer(world.ctx(olena), OwnTransfer(handing))
        case _:
            await turn_away(world.ctx(iryna), OfTransfer(handing))
    await world.deliver()
    found = await due_now(world, days=6)
    assert "transfer-late" not in found.get(olena.telegram_id or 0, [])
    assert (await the_transfer(world)).late_at is None


async def test_closing_the_case_breaks_no_promise(
    world: World, olena: Actor, iryna: Actor, case: Case, handing: int
) -> None:
    await close(world.ctx(iryna), Close(case.id, "referred"))
    await world.deliver()
    assert (await the_transfer(world)).state == S.HANDING
    found = await due_now(world, days=6)
    assert "transfer-late" in found[olena.telegram_id or 0]
    await confirm(world.ctx(iryna), Confirm(handing, ReceiptWay.PHONE, local_date(world.now), WHO))
    assert case.state == State.CLOSED
    assert [kind for kind, _ in await told(world, olena)][-1] == "transfer-received"


async def test_a_provider_with_a_chat_of_its_own_sees_it_and_presses_that_it_has_it(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    theirs = await world.staff(Role.SUPERVISOR, "Сусідка", ELSEWHERE)
    await world.bind(theirs, OTHER_GROUP, ELSEWHERE)
    await world.deliver()
    transfer_id = await agreed(world, lead, iryna, olena, case, Item.NAME, typed=IN_CHAT)
    group = [sight.shows for letter, sight in await world.deliver() if letter.chat_id == OTHER_GROUP]
    row = await the_transfer(world)
    assert row.due_at is not None
    assert group == [TransferOfferedSight(transfer_id, case.number, row.due_at)], "the number alone"
    for act in (open_handed, take_in):
        async with world.refused(NoSuchCase):
            await act(world.ctx(iryna), OfTransfer(transfer_id))
    await open_handed(world.ctx(theirs), OfTransfer(transfer_id))
    [(kind, shown)] = await told(world, theirs)
    assert kind == "transfer-handed"
    assert isinstance(shown, TransferSheetSight)
    assert [each.value for each in shown.shared] == [case.number, "Олена Коваленко"]
    look = (await readings(world))[-1]
    assert (look.staff_id, look.reason, look.fields) == (theirs.id, "transfer", ["name"])
    await take_in(world.ctx(theirs), OfTransfer(transfer_id))
    row = await the_transfer(world)
    assert (row.state, row.received_way, row.received_who) == ("received", "chat", "Сусідка")
    async with world.refused(Stale):
        await take_in(world.ctx(theirs), OfTransfer(transfer_id))


async def test_of_any_other_provider_another_organisation_sees_nothing(world: World, handing: int) -> None:
    theirs = await world.staff(Role.ADMIN, "Чужа", ELSEWHERE)
    for act in (open_handed, take_in, show_sheet, stop):
        async with world.refused(NoSuchCase):
            await act(world.ctx(theirs), OfTransfer(handing))


async def test_the_group_reads_neither_the_provider_nor_what_is_shared(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    await agreed(world, lead, iryna, olena, case, Item.NAME)
    said = Reply(GROUP, case.topic_thread_id or 0, 999, None, "Передаємо", on_purpose=True)
    await reply(world.ctx(iryna), said)
    in_group = [str(sight.shows) for letter, sight in await world.deliver() if letter.chat_id == GROUP]
    assert in_group
    assert not [each for each in in_group if "Поруч" in each or "Коваленко" in each]
