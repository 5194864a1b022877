"""Rows of the Google form: a supervisor sends them, a mother presses her link, looks, and sends the application."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from tests.conversations.papers import document
from tests.conversations.stage import Stage
from tests.conversations.talkers import offers
from tests.conversations.test_recreation import SEND, SENT, campaign
from tests.conversations.words import AGREE, label, piece
from tests.rules.recreation.importing.form import BAD, GOOD, OLENA, as_csv, as_xlsx

KEEP = label("button-rows-keep")


async def sends_rows(stage: Stage, name: str, content: bytes) -> None:
    """The supervisor opens the campaign and sends the file."""
    await stage.svitlana.press(label("button-rows"))
    await stage.svitlana.sees(piece("screen-rows-file"))
    await stage.svitlana.attaches(document(name, content))


async def links(stage: Stage, caption: str) -> dict[str, str]:
    """What stands in the file that came: the payload of `/start` by the line."""
    shown = await stage.svitlana.sees(caption)
    sent = stage.simulator.world.files[shown.message["document"]["file_id"]]
    _, *rows = load_workbook(io.BytesIO(sent.read()), read_only=True).worksheets[0].iter_rows(values_only=True)
    assert not any(cell in str(rows) for cell in (OLENA[1], OLENA[3], "501234567")), "no names, no numbers"
    return {str(line): str(link).split("?start=")[1] for line, link in rows}


@pytest.mark.parametrize(("name", "content"), [("rows.csv", as_csv(*GOOD, *BAD)), ("rows.xlsx", as_xlsx(*GOOD, *BAD))])
async def test_from_the_file_to_the_application(stage: Stage, name: str, content: bytes) -> None:
    await campaign(stage)
    lead = stage.svitlana
    await sends_rows(stage, name, content)
    report = await lead.sees("Рядків: 5. Зрозуміли: 3. З помилками: 2.")
    assert "Рядок 5: порожньо в «Телефон»" in report.text
    assert "Рядок 6: дата народження ще не настала" in report.text
    assert await stage.count("SELECT count(*) FROM imported_drafts") == 0
    await lead.press(KEEP)
    await lead.sees("Нових чернеток: 3.")
    found = await links(stage, "Посилань: 3.")
    assert sorted(found) == ["2", "3", "4"]

    olena = await stage.person("Олена")
    await olena.send(f"/start {found['2']}")
    await olena.press(AGREE)
    await olena.sees(piece("letter-draft-brought"))
    summary = await olena.waits(lambda shown: offers(shown, SEND), SEND)
    assert OLENA[1] in summary.text
    assert OLENA[3] in summary.text
    assert await stage.count("SELECT count(*) FROM cases") == 0, "nothing is sent for her"
    await olena.press(SEND)
    sent = await olena.sees(SENT)
    assert OLENA[3] in sent.text

    stranger = await stage.agreed("Чужий")
    await stranger.send(f"/start {found['2']}")
    await stranger.sees(piece("letter-draft-link-used"))
    assert OLENA[3] not in await stranger.phone()

    await lead.press(label("button-rows"))
    await lead.attaches(document(name, content))
    again = await lead.sees("Уже є такі самі: 2.\nРодина вже забрала: 1.")
    assert not offers(again, KEEP), "there is nothing new to make"
    assert await stage.count("SELECT count(*) FROM imported_drafts") == 3


async def test_an_open_question_is_answered_by_the_family_in_its_own_words(stage: Stage) -> None:
    await campaign(stage)
    row = (*OLENA[:5], "десь на Донбасі", *OLENA[6:])
    await sends_rows(stage, "rows.csv", as_csv(row))
    report = await stage.svitlana.sees("Зрозуміли: 1.")
    assert "Зареєстроване місце – 1" in report.text
    await stage.svitlana.press(KEEP)
    found = await links(stage, "Посилань: 1.")
    olena = await stage.person("Олена")
    await olena.send(f"/start {found['2']}")
    await olena.press(AGREE)
    await olena.sees(label("form-recreation-registered"))
    await olena.send("Сорокине")
    await olena.press("Сорокине, Сорокинська громада, Довжанський район")
    await olena.press(SEND)
    await olena.sees(SENT)


async def test_new_links_and_all_mistakes_come_as_files(stage: Stage) -> None:
    await campaign(stage)
    lead = stage.svitlana
    await sends_rows(stage, "rows.csv", as_csv(*GOOD, *BAD))
    await lead.press(label("button-rows-flaws"))
    await lead.sees("Рядки з помилками: 2")
    await lead.press(KEEP)
    old = await links(stage, "Посилань: 3.")
    olena = await stage.agreed("Олена")
    await olena.send(f"/start {old['2']}")
    await olena.sees(piece("letter-draft-brought"))
    await lead.press(label("button-rows"))
    await lead.sees("Чернеток уже є: 3. Родини забрали: 1.")
    await lead.press(label("button-rows-links"))
    fresh = await links(stage, "Посилань: 2.")
    ira = await stage.agreed("Ірина Бондар")
    await ira.send(f"/start {old['3']}")
    await ira.sees(piece("letter-draft-link-refused"))
    await ira.send(f"/start {fresh['3']}")
    await ira.sees(piece("letter-draft-brought"))


async def test_after_the_last_day_the_link_says_so(stage: Stage) -> None:
    await campaign(stage, days=2)
    await sends_rows(stage, "rows.csv", as_csv(*GOOD))
    await stage.svitlana.press(KEEP)
    found = await links(stage, "Посилань: 3.")
    await stage.later(days=3)
    olena = await stage.agreed("Олена")
    await olena.send(f"/start {found['2']}")
    await olena.sees(piece("letter-draft-link-over"))
