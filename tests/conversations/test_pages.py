"""Information pages in the person's chat, in the topic and on a lead's desk."""

from __future__ import annotations

from tests.conversations.stage import Stage
from tests.conversations.talkers import offers
from tests.conversations.words import OPEN_CASE, RECEIVED, TAKE, label, piece

ASKS = "Де взяти довідку ВПО?"
TITLE = "Довідка переселенця"
CHECKED = label("button-page-checked", title=TITLE)


async def checked(stage: Stage) -> None:
    """Світлана compares the page with its source."""
    lead = stage.svitlana
    await lead.send("/pages")
    await lead.sees(piece("screen-pages"))
    while not any(offers(each, CHECKED) for each in await lead.chat()):
        await lead.press(label("button-next-page"))
        await stage.settled()
    await lead.press(CHECKED)
    await stage.settled()


async def test_a_page_is_offered_below_the_human_and_leads_back_to_one(stage: Stage) -> None:
    await checked(stage)
    olena = await stage.agreed("Олена")
    await olena.send(ASKS)
    offer = await olena.waits(lambda each: offers(each, OPEN_CASE), OPEN_CASE)
    buttons = [each["text"] for each in offer.buttons]
    assert buttons[:2] == [OPEN_CASE, label("button-page-offer", title=TITLE)], "the human stays first"
    await olena.press(buttons[1])
    page = await olena.sees(piece("screen-page"))
    assert "ЦНАП" in page.text
    await olena.press(label("button-page-to-human"))
    await olena.sees(RECEIVED)
    thread = await stage.the_thread()
    await stage.iryna.reads(thread, ASKS)
    await stage.iryna.reads(thread, f"«{TITLE}»")


async def test_staff_send_a_page_by_one_press_and_hear_that_it_did_not_help(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", ASKS)
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, label("button-pages"))
    menu = await stage.iryna.whispered(thread, piece("whisper-pages"))
    assert menu.buttons[0]["text"].startswith(TITLE), "what the words are about stands first"
    await stage.iryna.clicks(thread, menu.buttons[0]["text"])
    await olena.sees("ЦНАП")
    await stage.iryna.reads(thread, "Ірина – людині")
    await olena.press(label("button-page-not-helped"))
    await olena.sees("довідка не допомогла")
    await stage.iryna.reads(thread, piece("letter-page-news"))
    await olena.send("У ЦНАП мене не знайшли в реєстрі")
    await stage.iryna.reads(thread, "не знайшли в реєстрі")
