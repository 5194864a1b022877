"""A case goes to a provider: a list of them from a file, the person's yes or no, «передаємо», the receipt."""

from __future__ import annotations

from tests.conversations.papers import document
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker
from tests.conversations.test_operators import by_phone
from tests.conversations.words import TAKE, label, piece

HEAD = "Назва;Вид;Канал;Телефон;Пошта\r\n"
GOOD = "ГО «Поруч»;ГО;пошта;;help@poruch.org.ua\r\n"
PROVIDER = "ГО «Поруч»"
OPEN, ASK, LOOK = label("button-transfers"), label("button-transfer-ask"), label("button-transfer-look")
YES, NO = label("button-transfer-yes"), label("button-transfer-no")
SHEET, RECEIPT = label("button-transfer-sheet"), label("button-transfer-receipt")


def listed(words: str, encoding: str = "utf-8") -> dict[str, object]:
    return document("список.csv", words.encode(encoding))


async def with_provider(stage: Stage) -> None:
    """Світлана sends a list, as a table saves it, and keeps it."""
    lead = stage.svitlana
    await lead.send("/providers")
    await lead.press(label("button-provider-file"))
    await lead.sees(piece("screen-provider-file"))
    await lead.attaches(listed(HEAD + GOOD, "cp1251"))
    await lead.sees("Нових: 1.")
    await lead.press(label("button-list-keep"))
    await lead.sees(piece("screen-providers-imported"))


async def chosen(stage: Stage, thread: int) -> None:
    """Ірина has the case and chooses to whom and what; the name is shared."""
    await stage.iryna.clicks(thread, OPEN)
    await stage.iryna.press(PROVIDER)
    await stage.iryna.press(label("item-name"))
    await stage.iryna.sees(label("transfer-picking"))
    await stage.iryna.press(LOOK)


async def asked(stage: Stage, words: str = "Потрібен юрист") -> tuple[Talker, int]:
    """Олена is asked."""
    await with_provider(stage)
    olena, thread = await stage.with_case("Олена", words)
    await stage.iryna.clicks(thread, TAKE)
    await chosen(stage, thread)
    await stage.iryna.sees(piece("letter-transfer-look"))
    await stage.iryna.press(ASK)
    return olena, thread


async def test_a_list_with_a_bad_line_is_not_kept_and_the_mended_one_is(stage: Stage) -> None:
    lead = stage.svitlana
    await lead.send("/providers")
    await lead.press(label("button-provider-file"))
    await lead.sees(piece("screen-provider-file"))
    await lead.attaches(listed(HEAD + GOOD + "Дім;клуб;папір;;\r\n"))
    shown = await lead.sees("Рядок 3: вид «клуб» невідомий")
    assert not [each for each in shown.buttons if each["text"] == label("button-list-keep")]
    assert await stage.count("SELECT count(*) FROM providers") == 0
    await lead.press(label("button-list-again"))
    await lead.attaches(listed(HEAD + GOOD + "Дім;ГО;папір;;\r\n", "utf-8-sig"))
    await lead.sees("Без контактів: 1.")
    await lead.press(label("button-list-keep"))
    await lead.sees(piece("screen-providers-imported"))
    await lead.press(label("button-providers-back"))
    await lead.press(label("button-provider-bare", name="Дім"))
    await lead.press(label("button-provider-edit"))
    await lead.send("Назва: Дім\nВид: ГО\nКанал: голуб")
    await lead.sees("канал «голуб» невідомий")
    await lead.send("Назва: Дім\nВид: ГО\nКанал: папір\nАдреса: вул. Садова, 5")
    await lead.sees("вул. Садова, 5")
    assert await stage.count("SELECT count(*) FROM files") == 0, "the file went with the decision"


async def test_the_person_agrees_and_a_human_confirms(stage: Stage) -> None:
    olena, thread = await asked(stage)
    question = await olena.sees(piece("letter-transfer-may"))
    assert f"{label('item-name')}: Олена" in question.text
    await olena.press(YES)
    await olena.sees("Підтвердження чекаємо до")
    await stage.iryna.reads(thread, "Людина дозволила передати звернення")
    await stage.iryna.clicks(thread, OPEN)
    await stage.iryna.press(label("button-transfer-line", provider=PROVIDER, state=label("transfer-handing")))
    await stage.iryna.press(SHEET)
    sheet = await stage.iryna.sees(piece("sheet-to"))
    assert "Олена" in sheet.text
    assert sheet.message["has_protected_content"]
    await stage.iryna.press(label("button-transfer-sent"))
    await stage.iryna.press(RECEIPT)
    await stage.iryna.press(label("receipt-way-email"))
    await stage.iryna.press(label("day-today"))
    await stage.iryna.sees(piece("screen-transfer-who"))
    await stage.iryna.send("Ольга Петренко\n118/26")
    told = await olena.sees("підтвердили, що отримали")
    assert "118/26" in told.text
    assert await stage.rows("SELECT state, provider FROM cases") == [("waiting-provider", "ngo")]
    topic = await stage.andriy.topic(thread)
    assert "Поруч" not in topic
    assert "Ольга" not in topic


async def test_no_means_no_and_the_case_stays(stage: Stage) -> None:
    olena, thread = await asked(stage)
    await olena.press(NO)
    await olena.sees(piece("screen-transfer-declined"))
    await stage.iryna.reads(thread, "не дозволила передавати")
    await stage.settled()
    assert await stage.rows("SELECT state, shared FROM transfers") == [("declined", None)]


async def test_the_person_changes_their_mind(stage: Stage) -> None:
    olena, thread = await asked(stage)
    await olena.press(YES)
    await olena.sees("Підтвердження чекаємо до")
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-staff")))
    await olena.press(label("button-own-transfer", provider=PROVIDER))
    await olena.press(label("button-transfer-withdraw"))
    await olena.sees("більше не передаємо")
    await stage.iryna.reads(thread, "забрала дозвіл")


async def test_nobody_confirms_in_three_working_days(stage: Stage) -> None:
    olena, _ = await asked(stage)
    await olena.press(YES)
    await olena.sees("Підтвердження чекаємо до")
    await stage.settled()
    await stage.later(days=6)
    await olena.sees("Підтвердження ще немає")
    await stage.svitlana.sees("підтвердження від надавача")


async def test_somebody_without_telegram_says_it_on_a_visit(stage: Stage) -> None:
    await with_provider(stage)
    _, _, thread = await by_phone(stage)
    await chosen(stage, thread)
    shown = await stage.iryna.sees(piece("letter-transfer-look-heard"))
    assert not [each for each in shown.buttons if each["text"] == ASK]
    await stage.iryna.press(label("button-transfer-heard"))
    await stage.iryna.press(label("consent-way-visit"))
    await stage.iryna.press(label("button-consent-yes", day=label("day-today")))
    await stage.iryna.press(SHEET)
    sheet = await stage.iryna.sees(piece("sheet-to"))
    assert "Галина Петрівна" in sheet.text
    assert label("consent-way-visit") in sheet.text


async def test_what_we_do_not_have_is_handed_over_not_refused(stage: Stage) -> None:
    await with_provider(stage)
    _, thread = await stage.with_case("Олена", "Потрібен юрист")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, label("button-step"))
    await stage.iryna.clicks(thread, label("button-step-assess"))
    await stage.iryna.clicks(thread, label("button-step-skip"))
    await stage.iryna.clicks(thread, label("button-step"))
    await stage.iryna.clicks(thread, label("button-step-refuse"))
    await stage.iryna.clicks(thread, "У нас такої послуги немає")
    await stage.iryna.clicks(thread, label("button-refer-transfer"))
    await stage.iryna.sees(piece("screen-transfer-choice"))
    await stage.iryna.press(PROVIDER)
    await stage.iryna.sees(piece("screen-transfer-pick"))
