"""From the place to the trip and back, as staff mark it and the family reads it."""

from __future__ import annotations

from simulator.seen import Shown
from tests.conversations.camps import with_place
from tests.conversations.stage import Stage
from tests.conversations.talkers import Worker
from tests.conversations.words import label, piece


async def opens_the_shift(worker: Worker) -> Shown:
    """From the command to the list of children."""
    await worker.send("/trips")
    [shift] = [each["text"] for each in (await worker.sees(piece("screen-trips"))).buttons if "Артек" in each["text"]]
    await worker.press(shift)
    return await worker.sees(piece("screen-trip"))


async def test_a_child_leaves_and_comes_back(stage: Stage) -> None:
    olena, _, _ = await with_place(stage)
    listed = await opens_the_shift(stage.iryna)
    [child] = [each["text"] for each in listed.buttons if each["text"].startswith("LUH-")]
    await stage.iryna.press(label("button-trip-send", count="1"))
    await stage.iryna.press(label("button-trip-undo", count="1"))
    await stage.iryna.press(label("button-trip-send", count="1"))
    await stage.settled()
    await stage.later(minutes=17)
    await olena.sees(piece("letter-trip-begun"))
    at = await olena.send("/my")
    await olena.sees_new(label("standing-sent").capitalize(), at)
    await stage.iryna.press(child)
    await stage.iryna.press(label("button-trip-back"))
    await stage.settled()
    await stage.later(minutes=17)
    shown = await olena.sees(piece("letter-trip-over"))
    assert label("letter-trip-over-ask") in shown.text


async def test_who_does_not_come_is_asked_why_and_the_family_reads_it(stage: Stage) -> None:
    olena, _, _ = await with_place(stage)
    listed = await opens_the_shift(stage.iryna)
    [child] = [each["text"] for each in listed.buttons if each["text"].startswith("LUH-")]
    await stage.iryna.press(child)
    await stage.iryna.press(label("button-trip-miss", why=label("trip-missed-ill")))
    await stage.settled()
    await stage.later(minutes=17)
    await olena.sees(piece("letter-trip-missed"))
    assert await stage.count("SELECT count(*) FROM camp_places WHERE child_id IS NULL") == 1


async def test_a_supervisor_puts_a_child_back_into_the_queue_whose_place_went_on(stage: Stage) -> None:
    olena, _, _ = await with_place(stage)
    listed = await opens_the_shift(stage.svitlana)
    [child] = [each["text"] for each in listed.buttons if each["text"].startswith("LUH-")]
    await stage.svitlana.press(child)
    await stage.svitlana.press(label("button-trip-miss", why=label("trip-missed-plans")))
    await stage.settled()
    await stage.later(minutes=17)
    await olena.sees(piece("letter-trip-missed"))
    await stage.svitlana.press(label("button-trip-undo-one"))
    await stage.svitlana.press(label("button-trip-requeue-sure"))
    await olena.sees(piece("letter-trip-requeued"))
