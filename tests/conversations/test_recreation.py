"""The recreation programme as a lead, a guardian and staff see it: from the call to the need that is written down."""

from __future__ import annotations

from datetime import timedelta

from rules.local_time import local_date
from tests.conversations.hours import until
from tests.conversations.stage import Stage, number_in
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import DETAILS, RECEIVED, label, piece

TEMPLATE = label("button-campaign-new", name="Відпочинок дітей Луганщини")
DATES = label("campaign-field-dates")
APPLY, SEND, DONE = label("button-apply"), label("button-form-submit"), label("button-form-done")
TELL_ME = label("button-recreation-tell")
MANY = "дитина з багатодітної сім’ї"
TICKED = label("button-form-ticked", option=MANY)
SOROKYNE = "Сорокине, Сорокинська громада, Довжанський район"
SVATOVE = "Сватове, Сватівська громада, Сватівський район"
POLTAVA = "Полтава, Полтавська громада, Полтавський район, Полтавська область"
SENT = piece("letter-application-sent", anew="no")
TAPS = 15
SEVERAL, OWN_WORDS = label("button-form-several"), label("button-form-own-words")


class Counted:
    """Every message and every press of a guardian is one tap."""

    def __init__(self, person: Talker) -> None:
        self.person = person
        self.taps = 0

    async def send(self, words: str) -> int:
        self.taps += 1
        return await self.person.send(words)

    async def press(self, button: str) -> None:
        self.taps += 1
        await self.person.press(button)


async def campaign(stage: Stage, *, opens_in: int = 0, days: int = 30) -> None:
    """The lead makes one from the template and changes its dates."""
    lead, today = stage.svitlana, local_date(stage.clock.now())
    opens, closes = today + timedelta(days=opens_in), today + timedelta(days=days)
    await lead.send("/campaigns")
    await lead.press(TEMPLATE)
    await lead.press(DATES)
    await lead.sees(label("campaign-how-dates"))
    await lead.send(f"{opens:%d.%m.%Y}–{closes:%d.%m.%Y}")
    await lead.sees(label("campaign-state-planned") if opens_in else label("campaign-state-open"))


async def reads(person: Talker, words: str, button: str) -> None:
    """Waits until the button stands below these words: an older screen may offer the same one."""
    await person.waits(lambda shown: words in shown.text and offers(shown, button), f"{words} [{button}]")


async def of_a_child(each: Counted, name: str, place: str, typed: str) -> None:
    """All that is asked of one child."""
    await each.send(name)
    await each.send("20.05.2015")
    await each.send(typed)
    await reads(each.person, label("form-recreation-registered"), place)
    await each.press(place)
    await each.press(MANY)
    await each.person.waits(lambda shown: offers(shown, TICKED), TICKED)
    await each.press(DONE)
    await each.press(label("form-recreation-stay-health"))
    await each.press(label("form-recreation-period-july"))


async def fills_in(
    person: Talker, *, place: str = SOROKYNE, typed: str = "Сорокине", child: str = "Коваленко Марко Петрович"
) -> Counted:
    """From the command to the summary, for one child."""
    each = Counted(person)
    await each.send("/recreation")
    await each.press(APPLY)
    await tells_all(each, place=place, typed=typed, child=child)
    return each


async def tells_all(
    each: Counted, *, place: str = SOROKYNE, typed: str = "Сорокине", child: str = "Коваленко Марко Петрович"
) -> None:
    """From the first question to the summary."""
    await each.send("Коваленко Олена Іванівна")
    await each.send("0501234567")
    await each.send("Полтава")
    await each.press(POLTAVA)
    await of_a_child(each, child, place, typed)


async def test_own_words_lead_to_the_application_and_back(stage: Stage) -> None:
    await campaign(stage)
    olena = await stage.agreed("Олена")
    words = "хочу відправити дитину в табір"
    await olena.send(words)
    await reads(olena, words, label("button-open-case"))
    await olena.press(label("button-offer-recreation"))
    await reads(olena, piece("recreation-words-wait"), APPLY)
    await olena.press(label("button-recreation-words"))
    await reads(olena, words, label("button-open-case"))
    await olena.press(label("button-open-case"))
    case = number_in((await olena.sees(RECEIVED)).text)
    await stage.iryna.reads(await stage.thread(case), words)


async def test_the_need_of_one_child_is_written_down_in_fifteen_taps(stage: Stage) -> None:
    await campaign(stage)
    olena = await stage.agreed("Олена")
    each = await fills_in(olena)
    await each.press(SEND)
    sent = await olena.sees(SENT)
    assert each.taps <= TAPS
    assert "Коваленко Марко Петрович" in sent.text, "a copy of what was sent"
    assert "путівка" in sent.text
    number = number_in(sent.text)
    thread = await stage.thread(number)
    await stage.iryna.reads(thread, label("news-applied").split(".")[0])
    topic = await stage.iryna.topic(thread)
    assert "Коваленко" not in topic
    assert "501234567" not in topic
    await stage.iryna.looks(thread, DETAILS)
    shown = await stage.iryna.whispered(thread, "Коваленко Марко Петрович")
    assert "дитина з багатодітної сім’ї" in shown.text
    at = await olena.send("/my")
    listed = await olena.sees_new(number, at)
    assert label("standing-submitted").capitalize() in listed.text
    await olena.press(label("button-case-line", number=number, state=label("mine-short-new")))
    own = await olena.sees(label("mine-application-next"))
    assert label("standing-submitted").capitalize() in own.text
    assert "відповість" not in own.text, "no answer is promised by a date"


async def test_several_months_are_ticked_or_written_and_own_words_are_read_by_staff(stage: Stage) -> None:
    await campaign(stage)
    olena = await stage.agreed("Олена")
    each = await fills_in(olena)
    change = label("button-form-edit", label=label("form-label-round", label="Коли", round=1))
    july, august = label("form-recreation-period-july"), label("form-recreation-period-august")
    await reads(olena, f"Коли (1): {july}", SEND)
    await olena.press(change)
    await olena.press(SEVERAL)
    await reads(olena, label("form-recreation-period"), DONE)
    await olena.press(august)
    await reads(olena, label("form-recreation-period"), label("button-form-ticked", option=august))
    await olena.press(july)
    await reads(olena, label("form-recreation-period"), label("button-form-ticked", option=july))
    await olena.press(DONE)
    await reads(olena, f"Коли (1): {july}, {august}", SEND)
    await olena.press(change)
    await reads(olena, label("form-recreation-period"), SEVERAL)
    await olena.send("будь-коли, крім липня")
    await reads(olena, f"Коли (1): {label('form-recreation-period-spring')}, ", SEND)
    await olena.press(change)
    await reads(olena, label("form-recreation-period"), SEVERAL)
    await olena.send("коли бабуся повернеться")
    await reads(olena, label("form-problem-no-month"), OWN_WORDS)
    await olena.press(OWN_WORDS)
    await reads(olena, "Коли (1): «коли бабуся повернеться»", SEND)
    await each.press(SEND)
    thread = await stage.thread(number_in((await olena.sees(SENT)).text))
    await stage.iryna.looks(thread, DETAILS)
    assert "коли бабуся повернеться" in (await stage.iryna.whispered(thread, "Коваленко Марко Петрович")).text


async def test_before_sending_nothing_is_promised_and_the_deadline_is_named(stage: Stage) -> None:
    await campaign(stage)
    olena = await stage.agreed("Олена")
    await olena.send("/recreation")
    shown = await olena.sees(label("recreation-no-promise"))
    for said in ("recreation-free", "recreation-order-open"):
        assert label(said) in shown.text
    assert "до кінця дня" in shown.text


async def test_a_child_of_another_hromada_is_not_refused(stage: Stage) -> None:
    await campaign(stage)
    olena = await stage.agreed("Олена")
    each = await fills_in(olena, place=SVATOVE, typed="Сватове")
    await each.press(SEND)
    asked = await olena.waits(lambda shown: offers(shown, label("button-pass-on")), "the question")
    assert "Сватівська" in asked.text
    assert "Це не відмова" in asked.text
    assert label("shared-born") in asked.text
    await olena.press(label("button-pass-on"))
    await olena.sees("Передаємо заяву громаді")
    thread = await stage.the_thread()
    await stage.iryna.reads(thread, "є згода передати заяву")


async def test_of_another_oblast_the_guardian_is_told_where_to_turn_and_can_mend_it(stage: Stage) -> None:
    await campaign(stage)
    olena = await stage.agreed("Олена")
    each = await fills_in(olena, place=POLTAVA, typed="Полтава")
    await each.press(SEND)
    await olena.sees("1545")
    await olena.press(label("button-recreation-mend"))
    await olena.sees(piece("screen-form-summary"))
    assert await stage.count("SELECT count(*) FROM cases") == 0


async def test_two_children_a_break_and_a_change(stage: Stage) -> None:
    await campaign(stage)
    olena = await stage.agreed("Олена")
    each = await fills_in(olena)
    await stage.later(hours=2)
    at = await olena.send("/recreation")
    await olena.sees_new(label("recreation-own-draft"), at)
    await olena.press(label("button-form-go-on"))
    await olena.press(label("form-recreation-children-more"))
    await of_a_child(each, "Коваленко Ганна Петрівна", SOROKYNE, "Сорокине")
    await olena.press(label("form-recreation-together-yes"))
    await reads(olena, "Разом: ", SEND)
    await olena.press(SEND)
    sent = await olena.sees(SENT)
    assert "Коваленко Ганна Петрівна" in sent.text
    await olena.press(label("button-apply-change"))
    await olena.press(label("button-form-edit", label=label("form-label-round", label="Коли", round=2)))
    await olena.press(label("form-recreation-period-august"))
    await reads(olena, "Коли (2): У серпні", SEND)
    await olena.press(SEND)
    again = await olena.waits(lambda shown: "Ми отримали зміни" in shown.text, "the changes")
    assert number_in(again.text) == number_in(sent.text)
    assert await stage.count("SELECT count(*) FROM application_children") == 2


async def test_whoever_asks_is_told_when_it_opens(stage: Stage) -> None:
    await campaign(stage, opens_in=1)
    olena = await stage.agreed("Олена")
    await olena.send("/recreation")
    await olena.press(TELL_ME)
    await olena.sees(label("recreation-waits"))
    await until(stage, weekday=(local_date(stage.clock.now()).weekday() + 1) % 7, hour=10)
    got = await olena.sees(label("letter-recreation-open"))
    assert offers(got, APPLY)
    await olena.press(APPLY)
    await olena.sees(label("form-recreation-name"))


async def test_a_lead_is_told_what_cant_stand_and_types_it_again(stage: Stage) -> None:
    await campaign(stage, opens_in=3)
    lead = stage.svitlana
    await lead.press(label("campaign-field-ages"))
    await lead.send("від семи")
    await lead.sees("Не зрозуміли рядок 1")
    await lead.send("18–7")
    await lead.sees("Вік має бути від меншого")
    await lead.send("6–18")
    await lead.sees("6–18 років")
    await lead.press(label("button-campaign-order-sure"))
    olena = await stage.agreed("Олена")
    await olena.send("/recreation")
    await olena.sees("спершу діти, яким підтримка потрібніша за законом")
