"""Places of a camp are shared out as people play it: a lead confirms, families answer, and the next ones move up."""

from __future__ import annotations

from casework.context import Actor
from casework.recreation.review import (
    DecideCategory,
    OpenApplication,
    begin_checking,
    confirm_need,
    decide_category,
)
from rules.recreation.editing import Field
from rules.roles import Role
from tests.conversations.stage import Stage, number_in
from tests.conversations.talkers import Talker, Worker, offers
from tests.conversations.test_recreation import SEND, SENT, SOROKYNE, fills_in, of_a_child, reads
from tests.conversations.test_recreation import campaign as call
from tests.conversations.words import label, piece, text

VALUE = "42.1337"
SHIFT = "Лісова казка; health; 01.07.2027–21.07.2027; {seats}; автобус з Полтави"
TAKE = label("button-place-take", camp="Лісова казка", first="01.07.2027", seats=1)
NO = label("button-place-decline")
CONFIRM, SHARE = label("button-allocation-confirm"), label("button-allocation")
FAMILIES = ("Олена", "Наталія", "Марія", "Софія")


async def types(lead: Worker, field: Field, words: str, shown: str) -> None:
    """The lead changes a field of the campaign that stands open."""
    await lead.press(label(f"campaign-field-{field}"))
    await lead.sees(label(f"campaign-how-{field}"))
    await lead.send(words)
    await lead.sees(shown)


async def a_call(stage: Stage, seats: int) -> None:
    """Applications are taken until tomorrow, for one shift; who has a place offered answers by the next day."""
    lead = stage.svitlana
    await call(stage, days=1)
    await types(lead, Field.PAPERS, "form-079 departure child paper required", "Версія 3")
    await types(lead, Field.SHIFTS, SHIFT.format(seats=seats), f"місць: {seats}")
    await types(lead, Field.LOT, "курс НБУ за день після закриття", "Жереб за: курс НБУ")
    await types(lead, Field.ANSWER, "1", label("screen-campaign-answer", days=1))
    await lead.press(label("button-campaign-one-human"))
    await lead.sees("Версія 7")
    await lead.press(label("button-campaign-order-sure"))
    await lead.sees(label("screen-campaign-order-confirmed", yes="yes").split(",")[0])


async def applies(stage: Stage, name: str, children: int = 1) -> tuple[Talker, str]:
    """A family of its own applies, and five minutes later the next may."""
    guardian = await stage.agreed(name)
    each = await fills_in(guardian, child=f"Перша {name}")
    for child in ("Друга", "Третя")[: children - 1]:
        await guardian.press(label("form-recreation-children-more"))
        await of_a_child(each, f"{child} {name}", SOROKYNE, "Сорокине")
        if child == "Друга":
            await guardian.press(label("form-recreation-together-yes"))
        await reads(guardian, f"{child} {name}", SEND)
    await guardian.press(SEND)
    number = number_in((await guardian.sees(SENT)).text)
    await stage.later(minutes=5)
    return guardian, number


async def all_confirmed(stage: Stage) -> None:
    """A caseworker has checked every application: how, the tests of checking show."""
    query = "SELECT id, organisation_id FROM staff WHERE telegram_id = :id"
    [(staff_id, organisation_id)] = await stage.rows(query, id=stage.iryna.id)
    children = await stage.rows("SELECT application_id, id, categories FROM application_children ORDER BY id")
    async with stage.app.database.uow() as uow:
        ctx = stage.app.context(uow, Actor(Role.CASEWORKER, staff_id, organisation_id, stage.iryna.id))
        for application_id in sorted({each.application_id for each in children}):
            await begin_checking(ctx, OpenApplication(application_id))
        for each in children:
            for code in each.categories:
                await decide_category(ctx, DecideCategory(each.application_id, each.id, code, True))
            assert await confirm_need(ctx, OpenApplication(each.application_id, each.id))


async def shares_out(stage: Stage) -> str:
    """The call is over, and the lead shares out; the table of who gets what and why, before it was confirmed."""
    lead = stage.svitlana
    await all_confirmed(stage)
    await stage.later(days=2)
    await lead.send("/campaigns")
    await lead.press(label("button-campaign", name="Відпочинок дітей Луганщини", year="2026"))
    await lead.sees(label("campaign-state-closed"))
    await lead.press(label("button-campaign-allocate"))
    await lead.press(SHARE)
    await lead.sees(text("allocation-none"))
    await lead.press(label("button-allocation-try"))
    await lead.sees("До закриття назвали: курс НБУ")
    await lead.send(VALUE)
    tried = await lead.waits(lambda shown: offers(shown, CONFIRM), "the trial")
    assert VALUE in tried.text
    await lead.press(CONFIRM)
    await lead.sees(piece("allocation-confirmed"))
    return tried.text


async def own(guardian: Talker, number: str) -> str:
    """What `/my` says of the application."""
    at = await guardian.send("/my")
    listed = await guardian.sees_new(number, at)
    [button] = [each["text"] for each in listed.buttons if number in each["text"]]
    await guardian.press(button)
    shown = await guardian.waits(
        lambda each: each.id >= listed.id and number in each.text and not offers(each, button), "the application"
    )
    return shown.text


async def stand(stage: Stage, *those: tuple[Talker, str, str]) -> None:
    """What `/my` tells each family: its application stands so, and no day is named on which nothing is due."""
    await stage.settled()
    for guardian, number, standing in those:
        told = (await own(guardian, number)).lower()
        assert label(f"standing-{standing}") in told, (guardian.name, told)
        asked = standing == "offered"
        assert (text("mine-place-next").lower() in told) == asked, "asked for an answer while one is awaited"
        assert (text("mine-application-next").lower() in told) != asked


async def test_one_accepts_one_declines_one_is_silent_and_each_next_moves_up(stage: Stage) -> None:
    await a_call(stage, seats=2)
    (olena, first), (nataliia, second), (mariia, third), (sofiia, fourth) = [
        await applies(stage, name) for name in FAMILIES
    ]
    table = await shares_out(stage)
    ranked = [table.index(f"{rank}. {each}") for rank, each in enumerate((first, second, third, fourth), start=1)]
    assert ranked == sorted(ranked), "who sent it first, of equal weight"
    assert table.count(label("allocation-why-first-wish")) == 2
    assert table.count(label("allocation-why-no-seat")) == 2
    offered = await olena.sees(piece("letter-place-offered"))
    assert "Перша Олена" in offered.text
    waits = await sofiia.sees(piece("letter-place-waits"))
    assert "попереду родин: 1" in waits.text
    queued = ((mariia, third, "queued"), (sofiia, fourth, "queued"))
    await stand(stage, (olena, first, "offered"), (nataliia, second, "offered"), *queued)
    await olena.press(TAKE)
    await nataliia.press(NO)
    await mariia.sees(piece("letter-place-offered"))
    over = ((olena, first, "accepted"), (nataliia, second, "declined"))
    await stand(stage, *over, (mariia, third, "offered"), (sofiia, fourth, "queued"))
    told = await own(olena, first)
    assert "01.07.2027" in told
    assert label("campaign-form-079") in told, "what has to be there when the child leaves"
    await stage.later(days=1, hours=23)
    await mariia.sees(piece("letter-place-expired", waits="no"))
    await sofiia.sees(piece("letter-place-offered"))
    await stand(stage, *over, (mariia, third, "expired"), (sofiia, fourth, "offered"))
    lead = stage.svitlana
    await lead.press(label("button-refresh"))
    await lead.sees("місць 2, тримаємо 1, віддано 1")


async def test_a_family_offered_fewer_says_no_and_keeps_its_turn(stage: Stage) -> None:
    await a_call(stage, seats=2)
    (olena, first), (nataliia, second) = await applies(stage, "Олена", children=3), await applies(stage, "Наталія")
    await shares_out(stage)
    offered = await olena.sees(piece("letter-place-offered"))
    assert piece("place-fewer") in offered.text
    await stand(stage, (olena, first, "offered"), (nataliia, second, "queued"))
    assert piece("letter-place-offered") not in await nataliia.phone(), "nobody passes meanwhile"
    await olena.press(label("button-place-take", camp="Лісова казка", first="01.07.2027", seats=2))
    asked = await olena.sees(piece("screen-place-children"))
    assert offers(asked, label("button-place-pick", names="Перша Олена, Друга Олена", rest="yes"))
    await olena.press(NO)
    await nataliia.sees(piece("letter-place-offered"))
    await stand(stage, (olena, first, "queued"), (nataliia, second, "offered"))
    await nataliia.press(TAKE)
    await stage.svitlana.send("/campaigns")
    await stage.svitlana.press(label("button-campaign", name="Відпочинок дітей Луганщини", year="2026"))
    await types(stage.svitlana, Field.SHIFTS, f"1; {SHIFT.format(seats=4)}", "місць: 4")
    again = await olena.waits(lambda shown: "Місць: 3" in shown.text, "places for all three")
    assert piece("place-fewer") not in again.text
    await stand(stage, (olena, first, "offered"), (nataliia, second, "accepted"))
