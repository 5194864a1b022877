"""One action for many cases: previewed to the one who asks, done in the background, told on the desk, taken back."""

from __future__ import annotations

from bot.catalogue import load_catalogue
from tests.conversations.stage import Stage
from tests.conversations.talkers import GENERAL, offers
from tests.conversations.test_lists import another
from tests.conversations.words import label, piece

ALL = label("button-bulk")
TAG_NAME = next(iter(load_catalogue().tags.values())).name["uk"]
CASES = piece("bulk-cases")


async def test_a_lead_tags_a_whole_list_and_takes_it_back(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    number = await stage.opens(olena, "Потрібні дрова")
    await another(stage, olena, 4)
    await stage.svitlana.says(GENERAL, "/queue")
    await stage.svitlana.clicks(GENERAL, ALL)
    await stage.svitlana.clicks(GENERAL, label("button-bulk-tag"))
    await stage.svitlana.clicks(GENERAL, TAG_NAME)
    preview = await stage.svitlana.whispered(GENERAL, label("bulk-cases", count="5", total="5"))
    assert number in preview.text
    assert preview.ephemeral_to == stage.svitlana.id
    assert await stage.count("SELECT count(*) FROM cases WHERE tags <> '{}'") == 0
    await stage.svitlana.clicks(GENERAL, label("button-bulk-yes", count=5))
    await stage.later(seconds=30)
    done = await stage.svitlana.sees(label("letter-bulk-done", done="5"))
    assert offers(done, label("button-bulk-undo"))
    assert await stage.count("SELECT count(*) FROM cases WHERE tags <> '{}'") == 5
    await stage.svitlana.press(label("button-bulk-undo"))
    await stage.later(seconds=30)
    await stage.svitlana.sees(label("letter-bulk-undone", done="5"))
    assert await stage.count("SELECT count(*) FROM cases WHERE tags <> '{}'") == 0


async def test_a_letter_to_all_is_typed_on_the_desk_and_passes_by_whoever_is_in_danger(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    number = await stage.opens(olena, "Потрібні дрова")
    mariia = await stage.agreed("Марія")
    danger = await stage.opens(mariia, "Мене хочуть вбити")
    await stage.svitlana.send("/bulk")
    await stage.svitlana.press(label("button-bulk-queue"))
    await stage.svitlana.press(label("button-bulk-letter"))
    await stage.svitlana.sees(piece("bulk-type"))
    await stage.svitlana.send("Завтра ми не працюємо. Ваш номер {номер}")
    preview = await stage.svitlana.sees(label("bulk-cases", count="1", total="2"))
    assert danger in preview.text
    assert label("left-out-danger") in preview.text
    assert piece("bulk-no-answer") in preview.text
    await stage.svitlana.press(label("button-bulk-yes", count=1))
    await stage.later(seconds=30)
    await olena.sees(f"Завтра ми не працюємо. Ваш номер {number}")
    await stage.svitlana.sees(label("letter-bulk-done", done="1"))
    await stage.settled()
    assert "не працюємо" not in await mariia.phone()
    assert await stage.count("SELECT count(*) FROM cases WHERE waiting_since IS NOT NULL") == 2
