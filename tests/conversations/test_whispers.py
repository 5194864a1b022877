"""What only the one who pressed sees: facts for reports, a person's details."""

from __future__ import annotations

from simulator.seen import Shown
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Worker
from tests.conversations.words import DETAILS, FACTS, TAKE, WHY, label, piece


async def test_facts_are_recorded_from_menus_that_only_one_sees(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    iryna = stage.iryna
    await iryna.clicks(thread, FACTS)
    await iryna.whispered(thread, piece("whisper-fact-fields"))
    assert piece("whisper-fact-fields") not in await stage.andriy.topic(thread)

    await iryna.clicks(thread, label("button-fact-empty", field=label("fact-audience")))
    audience = next(iter(CATALOGUE.audiences.values()))
    assert (await iryna.clicks(thread, audience.name["uk"])).text == label("toast-saved")
    await iryna.clicks(thread, label("button-fact-empty", field=label("fact-household")))
    await iryna.clicks(thread, "4")
    await iryna.reads(thread, label("card-household", count=4))
    assert [tuple(row) for row in await stage.rows("SELECT audience, household_size FROM cases")] == [
        (audience.slug, 4)
    ]


async def test_a_hromada_is_found_by_its_raion(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    hromada = next(iter(CATALOGUE.hromadas.values()))
    iryna = stage.iryna
    await iryna.clicks(thread, FACTS)
    await iryna.clicks(thread, label("button-fact-empty", field=label("fact-hromada")))
    await iryna.clicks(thread, hromada.raion)
    await iryna.clicks(thread, hromada.name)
    await iryna.reads(thread, hromada.name)
    await stage.settled()
    assert [row[0] for row in await stage.rows("SELECT registered_hromada FROM cases")] == [hromada.code]


async def test_a_menu_of_whispers_is_one_message_that_changes(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, FACTS)
    await stage.iryna.clicks(thread, label("button-fact-empty", field=label("fact-oblast")))
    await stage.iryna.clicks(thread, label("button-next-page"))
    await stage.iryna.clicks(thread, label("button-fact-fields"))
    await stage.iryna.whispered(thread, piece("whisper-fact-fields"))
    assert len(await _whispers(stage.iryna, thread)) == 1


async def _whispers(worker: Worker, thread: int) -> list[Shown]:
    return [each for each in await worker.seen_in(thread) if each.ephemeral_to is not None]


async def test_details_are_shown_to_the_one_who_pressed_and_written_down(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова", last_name="Коваленко")
    await stage.iryna.looks(thread, DETAILS)
    told = await stage.iryna.whispered(thread, "Олена Коваленко")
    assert told.message.get("has_protected_content")
    await stage.settled()
    assert "Коваленко" not in await stage.andriy.topic(thread) + await stage.svitlana.topic(thread)
    assert await stage.count("SELECT count(*) FROM readings") == 1


async def test_details_come_to_the_desk_when_the_group_cannot_whisper(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова", last_name="Коваленко")
    await stage.people.fault("400", method="sendMessage", chat=stage.group)
    await stage.iryna.clicks(thread, DETAILS)
    await stage.iryna.press(WHY)
    told = await stage.iryna.sees("Олена Коваленко")
    assert told.message.get("has_protected_content")
    await stage.settled()
    assert "Коваленко" not in await stage.iryna.topic(thread)
    assert await stage.count("SELECT count(*) FROM readings") >= 1


async def test_who_does_not_have_the_case_may_read_but_not_end_it(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    card = await stage.iryna.finds(thread, lambda each: TAKE in str(each.buttons), TAKE)
    refused = await stage.andriy.forges_in(card, "oc:1:helped")
    assert refused.text == label("refusal-take-first")
    assert refused.show_alert
