"""A case in its topic: card, title and icon; who takes it, who gives it back, who goes on with it."""

from __future__ import annotations

import asyncio
from collections import Counter

from casework.context import OPERATOR
from db.models import StaffMember
from db.repositories import staff as staff_rows
from rules.roles import Role
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import MORE, Worker, offers
from tests.conversations.words import ASSIGN, CLOSE, DETAILS, RELEASE, REOPEN, STATE, TAKE, TAKEN_BY, label, piece

CROWD = 50


async def test_each_case_gets_one_topic_with_card_icon_and_title(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    number = await stage.the_number()
    head = await stage.head(thread)
    assert number in head["name"]
    assert label("state-new") in head["name"]
    assert head["icon_emoji"] == "❓"
    assert len(await stage.topics()) == 1

    card = await stage.iryna.finds(thread, lambda each: offers(each, TAKE), TAKE)
    assert number in card.text
    assert piece("screen-card-how") in card.text
    assert card.pinned
    assert [button["text"] for button in card.buttons] == [TAKE, ASSIGN, DETAILS, MORE]
    assert "Олена" not in card.text


async def test_the_card_and_the_head_follow_the_case(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    card = await stage.iryna.finds(thread, lambda each: offers(each, TAKE), TAKE)
    await stage.iryna.clicks(thread, TAKE)
    taken = await stage.iryna.finds(thread, lambda each: each.id == card.id and offers(each, STATE), STATE)
    assert "Ірина" in taken.text
    assert not offers(taken, TAKE)
    await stage.settled()
    assert (await stage.head(thread))["icon_emoji"] == "📝"
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.settled()
    assert (await stage.head(thread))["icon_emoji"] == "🗣"


async def test_fifty_presses_at_once_give_one_owner(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    card = await stage.iryna.finds(thread, lambda each: offers(each, TAKE), TAKE)
    crowd = await _crowd(stage)

    answers = await asyncio.gather(*(stage.people.press(stage.group, card, each.id, TAKE) for each in crowd))
    said = Counter(answer.text for answer in answers)
    [(owner,)] = await stage.rows("SELECT owner_id FROM cases")
    async with stage.app.database.uow() as uow:
        name = (await staff_rows.by_id(uow.session, owner)).work_name
    assert said == {label("toast-taken"): 1, label("refusal-taken-by-other", owner=name): CROWD - 1}
    await olena.sees(TAKEN_BY)
    await stage.settled()
    assert sum(TAKEN_BY in each for each in await olena.got()) == 1
    assert await stage.count("SELECT count(*) FROM letters WHERE kind = 'case-taken'") == 1
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'taken'") == 1


async def _crowd(stage: Stage) -> list[Worker]:
    """Fifty caseworkers of the organisation, in the group; how somebody joins is tested elsewhere."""
    crowd = [Worker(stage, await stage.people.user(f"Фахівець {n}"), f"Фахівець {n}") for n in range(CROWD)]
    for each in crowd:
        await stage.people.set_member(stage.group, each.id, "member")
    async with stage.app.database.uow() as uow:
        now = stage.app.context(uow, OPERATOR).now
        organisation = await staff_rows.organisation(uow.session, "luhansk", CATALOGUE.organisations["luhansk"].prefix)
        for each in crowd:
            uow.session.add(
                StaffMember(
                    organisation_id=organisation.id,
                    telegram_id=each.id,
                    work_name=each.name,
                    role=Role.CASEWORKER.value,
                    language="uk",
                    joined_at=now,
                )
            )
    return crowd


async def test_who_has_a_case_already_is_told_so(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    card = await stage.iryna.finds(thread, lambda each: offers(each, TAKE), TAKE)
    data = card.button(TAKE)["callback_data"]
    await stage.iryna.clicks(thread, TAKE)
    assert (await stage.iryna.forges_in(card, data)).text == label("refusal-already-yours")
    assert (await stage.andriy.forges_in(card, data)).text == label("refusal-taken-by-other", owner="Ірина")


async def test_a_released_case_can_be_taken_by_somebody_else(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await olena.waits(lambda each: TAKEN_BY in each.text and "Ірина" in each.text, "Ірина reads")
    assert (await stage.iryna.clicks(thread, RELEASE)).text == label("toast-released")
    assert (await stage.andriy.clicks(thread, TAKE)).text == label("toast-taken")
    await olena.waits(lambda each: TAKEN_BY in each.text and "Андрій" in each.text, "Андрій reads")


async def test_only_the_owner_or_a_supervisor_gives_a_case_back_or_ends_it(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    refused = label("refusal-not-owner", owner="Ірина")
    card = await stage.andriy.finds(thread, lambda each: offers(each, STATE), STATE)
    await stage.andriy.clicks(thread, MORE)
    menu = await stage.andriy.whispered(thread, piece("whisper-menu"))
    assert offers(menu, label("button-notes"))
    assert not offers(menu, RELEASE)
    assert (await stage.andriy.forges_in(card, "cb:1:release")).text == refused
    assert (await stage.andriy.forges_in(card, "oc:1:helped")).text == refused
    assert (await stage.svitlana.clicks(thread, RELEASE)).text == label("toast-released")


async def test_staff_go_on_with_a_closed_case_and_the_person_is_told(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, CLOSE)
    await stage.iryna.clicks(thread, CATALOGUE.outcomes["informed"].name["uk"])
    await stage.iryna.whispered(thread, label("toast-closed"))
    await stage.settled()
    assert (await stage.andriy.clicks(thread, REOPEN)).text == label("toast-reopened")
    await olena.sees(piece("letter-case-reopened"))
    await stage.settled()
    head = await stage.head(thread)
    assert not head["closed"]
    assert label("state-taken") in head["name"]
    await stage.iryna.sees(piece("letter-case-came-back"))


async def test_the_desk_lists_ones_own_open_cases(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    number = await stage.the_number()
    await stage.iryna.send("/desk")
    await stage.iryna.sees(piece("screen-desk-home-empty"))
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.press(label("button-refresh"))
    await stage.iryna.sees(number)
