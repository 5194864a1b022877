"""Caseworkers ask for lists and look for cases; the group's board."""

from __future__ import annotations

from casework.cases.opening import open_case
from casework.context import Actor
from db.repositories import people
from rules.roles import Role
from simulator.client import ALL_BOT_RIGHTS
from simulator.seen import Shown
from tests.conversations.stage import Stage
from tests.conversations.talkers import GENERAL, Talker, offers
from tests.conversations.words import TAKE, label, piece

QUEUE, MINE = piece("screen-case-list-queue"), piece("screen-case-list-mine")
FOUND = piece("screen-case-list-found")
BOARD = piece("screen-queue-board")


async def another(stage: Stage, person: Talker, many: int) -> None:
    """So many more cases of the person, opened at once."""
    async with stage.app.database.uow() as uow:
        row = await people.by_telegram(uow.session, person.id)
        assert row is not None
        for _ in range(many):
            await open_case(stage.app.context(uow, Actor(Role.PERSON, row.id, None, person.id)), row, [])
    await stage.settled()


async def test_the_queue_is_whispered_to_the_one_who_asks_and_read_page_by_page(stage: Stage) -> None:
    olena = await stage.agreed("Олена", last_name="Коваленко")
    numbers = [await stage.opens(olena, "Потрібна допомога")]
    await another(stage, olena, 8)
    await stage.iryna.says(GENERAL, "/queue")
    first = await stage.iryna.whispered(GENERAL, QUEUE)
    assert numbers[0] in first.text
    assert "Коваленко" not in first.text
    assert "https://t.me/c/" in str(first.message["entities"])
    await stage.iryna.clicks(GENERAL, label("button-next-page"))
    second = await stage.iryna.finds(GENERAL, lambda each: offers(each, label("button-previous-page")), "page 2")
    assert second.ephemeral_to == stage.iryna.id
    assert numbers[0] not in second.text
    await stage.settled()
    assert QUEUE not in await stage.andriy.topic(GENERAL)
    assert len([each for each in await stage.iryna.seen_in(GENERAL) if each.ephemeral_to]) == 1


async def test_where_the_group_cannot_whisper_the_list_comes_to_the_desk(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    number = await stage.the_number()
    await stage.iryna.clicks(thread, TAKE)
    await stage.settled()
    await stage.people.fault("400", method="sendMessage", chat=stage.group)
    await stage.iryna.says(GENERAL, "/mine")
    assert number in (await stage.iryna.sees(MINE)).text
    assert MINE not in await stage.iryna.topic(GENERAL)


async def test_a_search_shows_whose_case_it_is_to_nobody(stage: Stage) -> None:
    await stage.with_case("Олена", "Потрібні дрова на зиму", last_name="Коваленко")
    number = await stage.the_number()
    await stage.later(minutes=30)
    asked = await stage.iryna.says(GENERAL, "/find Ковал")
    found = await stage.iryna.whispered(GENERAL, FOUND)
    assert number in found.text
    assert "Коваленко" not in found.text
    assert piece("screen-case-list-by-words") in found.text
    await stage.settled()
    assert asked not in [each.id for each in await stage.andriy.seen_in(GENERAL)], "the group does not keep the name"

    await stage.andriy.send("/find дрова")
    assert number in (await stage.andriy.sees(FOUND)).text
    await stage.andriy.send("/find дров")
    await stage.andriy.sees(piece("screen-case-list-found-empty"))
    await stage.andriy.send("/find")
    await stage.andriy.sees(piece("refusal-find-usage"))
    await stage.andriy.send(f"/case {number.split('-')[-1]}")
    assert number in (await stage.andriy.sees(piece("screen-case-list-one"))).text
    await stage.andriy.send("/case 999")
    await stage.andriy.sees(piece("refusal-no-such-case"))


async def test_strangers_and_people_see_no_list(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    number = await stage.the_number()
    card = await stage.iryna.finds(thread, lambda each: offers(each, TAKE), TAKE)
    guest = await stage.outsider("Гість")
    await guest.says(GENERAL, "/queue")
    await guest.whispered(GENERAL, piece("whisper-not-staff"))
    for data in ("lp:queue:0:0", "fp:0"):
        assert (await guest.forges_in(card, data)).text in (None, label("refusal-not-allowed"))
        await olena.forges(data)
    await olena.send("/queue")
    await olena.send("/find дрова")
    await stage.settled()
    assert QUEUE not in await olena.phone()
    assert FOUND not in await olena.phone()
    assert number not in await guest.topic(GENERAL)


async def test_the_board_is_pinned_follows_the_cases_and_comes_again_when_deleted(stage: Stage) -> None:
    await stage.later(hours=1)
    board = await stage.iryna.reads(GENERAL, BOARD)
    await stage.settled()
    assert (await stage.iryna.reads(GENERAL, BOARD)).pinned
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await stage.later(hours=1)
    changed = await stage.iryna.finds(GENERAL, lambda each: _counts(each, new=1), "a new case on the board")
    assert changed.id == board.id
    assert "Олена" not in changed.text

    await stage.people.delete(stage.group, board.id)
    await another(stage, olena, 1)
    await stage.later(hours=1)
    again = await stage.iryna.finds(GENERAL, lambda each: each.id > board.id and _counts(each, new=2), "a new board")
    await stage.settled()
    assert (await stage.iryna.reads(GENERAL, BOARD)).pinned
    assert again.id != board.id


async def test_without_the_right_to_pin_the_board_works_and_a_lead_hears_once(stage: Stage) -> None:
    await stage.people.admit_bot(stage.group, rights=dict(ALL_BOT_RIGHTS) | {"can_pin_messages": False})
    await stage.later(hours=1)
    await stage.svitlana.sees(piece("letter-board-unpinned"))
    await stage.settled()
    assert not (await stage.iryna.reads(GENERAL, BOARD)).pinned


def _counts(shown: Shown, *, new: int) -> bool:
    return BOARD in shown.text and f"{new}" in shown.text.splitlines()[1]
