"""«Попросити допомогу»: from a button under the chat to a caseworker who knows what it is about."""

from __future__ import annotations

import pytest

from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import AGREE, CONSENT, OFFER, OPEN_CASE, RECEIVED, WATCHED, label, piece, text

LIFE = CATALOGUE.life
REQUEST = label("button-menu-request")


async def opens_menu(person: Talker, *path: str, language: str = "uk") -> None:
    """Presses the button under the chat, then areas and ends by their slugs."""
    at = await person.send(label("button-menu-request", language))
    await person.sees_new(piece("screen-request", language), at)
    for slug in path:
        entry = LIFE.find(slug)
        assert entry is not None
        name = entry.name[language]
        if not any(offers(each, name) for each in await person.chat()):
            await person.press(label("button-life-more", language))
        await person.press(name)
        await person.sees_new(f"{name}\n", at)


async def says_and_opens(person: Talker, words: str) -> str:
    """Writes, confirms, and reads the receipt."""
    at = await person.send(words)
    await person.waits(lambda each: each.id > at and offers(each, OPEN_CASE), OPEN_CASE)
    await person.press(OPEN_CASE)
    return (await person.sees_new(RECEIVED, at)).text


async def asked_for(stage: Stage) -> tuple[str, str, bool]:
    """Service and intake kind of the only case, and whether it is a crisis."""
    [(service, intake, crisis)] = await stage.rows("SELECT service, intake_kind, crisis FROM cases")
    return service, intake, crisis


async def test_a_grandfather_who_does_not_know_tells_it_in_his_own_words(stage: Stage) -> None:
    mykola = await stage.agreed("Микола")
    await opens_menu(mykola)
    await mykola.press(label("button-life-own-words"))
    await mykola.sees(piece("screen-tell"))
    received = await says_and_opens(mykola, "Дах тече, а я сам не вилізу")
    assert await asked_for(stage) == ("own-words", "consultation", False)
    assert piece("letter-case-received-about") not in received
    await stage.iryna.reads(await stage.the_thread(), "Дах тече")


async def test_a_mother_who_wants_recreation_has_a_case_about_it_in_five_taps(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await opens_menu(olena, "child", "child-recreation")
    shown = await olena.sees(LIFE.ends["child-recreation"].name.uk)
    assert CATALOGUE.services["recreation"].plain.uk in shown.text
    await olena.send("Доньці дев'ять, хочемо на море")
    offered = await olena.sees(OFFER)
    assert text("screen-offer-case-about", about="Відпочинок дитини") in offered.text
    await olena.press(OPEN_CASE)
    received = await olena.sees(RECEIVED)
    assert text("letter-case-received-about", service="Відпочинок дитини") in received.text
    assert await asked_for(stage) == ("recreation", "consultation", False)
    await stage.iryna.reads(await stage.the_thread(), "Відпочинок дитини")
    # The button under the chat, area, end, her words, «Так».


async def test_a_programme_that_has_ended_is_said_to_have_ended_and_goes_to_a_human(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await opens_menu(olena, "heart", "resilience")
    shown = await olena.sees(LIFE.ends["resilience"].name.uk)
    assert "30 червня 2026" in shown.text
    assert CATALOGUE.services["resilience"].plain.uk not in shown.text
    await says_and_opens(olena, "Ходила до них щотижня, а тепер зачинено")
    assert await asked_for(stage) == ("resilience", "consultation", False)


async def test_words_in_the_middle_of_the_menu_are_words_about_the_area(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await opens_menu(olena, "home")
    await olena.send("Хазяйка просить з'їхати до кінця місяця")
    offered = await olena.sees(OFFER)
    assert text("screen-offer-case-about", about=LIFE.areas["home"].name.uk) in offered.text
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    assert await asked_for(stage) == ("housing", "consultation", False)


async def test_beside_an_open_case_the_menu_begins_another_one(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await opens_menu(olena, "papers", "papers-lost")
    await olena.send("Загубила паспорт")
    await olena.press(OPEN_CASE)
    await stage.settled()
    rows = await stage.rows("SELECT service FROM cases ORDER BY id")
    assert [service for (service,) in rows] == ["own-words", "representation"]


async def test_what_did_not_help_is_a_way_to_a_human(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await opens_menu(olena, "papers", "idp-certificate")
    shown = await olena.sees(piece("screen-end-source"))
    assert "13 лютого 2026" in shown.text
    await olena.press(label("button-life-not-helped"))
    await olena.sees(piece("screen-tell-about"))
    await says_and_opens(olena, "У ЦНАП кажуть чекати місяць")
    assert await asked_for(stage) == ("representation", "consultation", False)


async def test_a_button_of_a_menu_that_has_changed_shows_the_menu_of_today(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await opens_menu(olena, "home")
    await stage.settled()
    for data in ("li:of-last-year:0", "lt:of-last-year"):
        await olena.forges(data)
        shown = await olena.sees(piece("screen-request-changed"))
        assert offers(shown, label("button-life-own-words"))
        await olena.press(LIFE.areas["money"].name.uk)
        assert offers(await olena.sees(piece("screen-area")), LIFE.ends["payments-ask"].name.uk)
        await stage.settled()


@pytest.mark.parametrize("data", ["li:home:999", "li::999", "li:HOME:0", "lt:"])
async def test_made_up_buttons_do_no_harm(empty_stage: Stage, data: str) -> None:
    olena = await empty_stage.agreed("Олена")
    await opens_menu(olena)
    await empty_stage.settled()
    await olena.forges(data)
    await empty_stage.settled()
    assert await empty_stage.count("SELECT count(*) FROM inbox WHERE parked_at IS NOT NULL") == 0


async def test_after_cancel_words_go_where_they_always_go(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await opens_menu(olena, "home")
    await olena.send("/cancel")
    await olena.sees(piece("screen-cancelled"))
    await olena.send("дві машини")
    await stage.iryna.reads(thread, "дві машини")


async def test_words_of_the_next_day_are_not_taken_to_be_about_the_menu(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await opens_menu(olena, "home")
    await stage.settled()
    await stage.later(hours=7)
    await olena.send("дякую, дрова вже привезли")
    await stage.iryna.reads(thread, "вже привезли")


async def test_the_language_can_be_switched_in_the_middle(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await opens_menu(olena, "child", "parents-rest")
    at = await olena.send("/language")
    await olena.press(label("button-language-en"))
    await olena.sees_new(piece("letter-welcome", "en"), at)
    at = await olena.send("My son needs care day and night")
    offered = await olena.sees_new(piece("screen-offer-case", "en"), at)
    assert text("screen-offer-case-about", "en", about="A break for parents") in offered.text
    await olena.press(label("button-open-case", "en"))
    await olena.sees_new(piece("letter-case-received", "en", named="yes"), at)
    assert await asked_for(stage) == ("respite", "application", False)


async def test_the_menu_may_be_looked_at_before_the_consent_and_is_remembered_through_it(stage: Stage) -> None:
    olena = await stage.person("Олена")
    await opens_menu(olena, "goods", "hygiene")
    assert await stage.count("SELECT count(*) FROM consents") == 0
    at = await olena.send("Памперси на трирічного")
    await olena.sees_new(CONSENT, at)
    await olena.press(AGREE)
    offered = await olena.sees(OFFER)
    assert LIFE.ends["hygiene"].name.uk in offered.text
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    assert await asked_for(stage) == ("in-kind", "consultation", False)


@pytest.mark.parametrize(
    ("area", "end"),
    [
        ("heart", "hurt-at-home"),
        ("military", "relative-missing"),
        ("military", "relative-fallen"),
        ("heart", "addiction"),
    ],
)
async def test_what_is_nobodys_business_stands_as_personal_help_in_the_group(stage: Stage, area: str, end: str) -> None:
    olena = await stage.agreed("Олена")
    await opens_menu(olena, area, end)
    await says_and_opens(olena, "Прошу, напишіть мені")
    service, _, crisis = await asked_for(stage)
    assert service == LIFE.ends[end].service
    assert crisis == (service == "crisis")
    read = await stage.iryna.topic(await stage.the_thread())
    assert "Особиста допомога" in read
    assert CATALOGUE.services[service].name.uk not in read
    assert LIFE.ends[end].name.uk not in read


async def test_on_a_phone_that_may_be_searched_nothing_says_what_it_was_about(stage: Stage) -> None:
    olena = await stage.person("Олена")
    await olena.send("/start")
    await olena.press(WATCHED)
    await olena.sees(piece("screen-watched"))
    await opens_menu(olena, "heart", "hurt-at-home")
    at = await olena.send("Прошу, напишіть мені")
    below = [(await olena.sees_new(OFFER, at)).text]
    await olena.press(OPEN_CASE)
    await olena.sees_new(piece("letter-case-received", named="no"), at)
    await olena.send("/my")
    await olena.sees_new(piece("screen-my-cases"), at)
    await stage.settled()
    below += [each.text for each in await olena.chat() if each.id > at]
    named = (CATALOGUE.services["crisis"].name.uk, LIFE.ends["hurt-at-home"].name.uk)
    assert not any(name in said for said in below for name in named)
    assert (await asked_for(stage))[0] == "crisis"


@pytest.mark.parametrize("said", [label("button-menu-danger"), label("button-menu-danger-before"), "/danger"])
async def test_that_somebody_pressed_danger_does_not_stand_in_their_chat(empty_stage: Stage, said: str) -> None:
    olena = await empty_stage.agreed("Олена")
    await opens_menu(olena, "home")
    at = await olena.send(said)
    await olena.sees_new("1547", at)
    await empty_stage.settled()
    assert not any(each.id == at for each in await olena.chat())


async def test_a_call_is_asked_for_by_a_button_that_is_never_dead(stage: Stage) -> None:
    mykola = await stage.agreed("Микола")
    at = await mykola.send(label("button-menu-call"))
    await stage.settled()
    assert any(each.id > at for each in await mykola.chat())
