"""Documents: a caseworker asks, the person sends them page by page, the caseworker decides."""

from __future__ import annotations

from tests.conversations.papers import document, photo
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker
from tests.conversations.words import TAKE, label, piece

DOCUMENTS = label("button-documents-staff")
SEND = label("button-document-send")
DONE = label("button-document-done")
IDP = "Довідка переселенця"


async def asked_for(stage: Stage, name: str = IDP) -> tuple[Talker, int]:
    """Ірина has Олена's case and asks for a document."""
    olena, thread = await stage.with_case("Олена", "Хочу на відпочинок дитину")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, DOCUMENTS)
    await stage.iryna.clicks(thread, label("button-documents-pick"))
    await stage.iryna.clicks(thread, name)
    await stage.iryna.clicks(thread, label("button-document-picked", name=name))
    await stage.iryna.clicks(thread, name)
    await stage.settled()
    assert name not in await olena.phone(), "to choose asks nobody"
    await stage.iryna.clicks(thread, label("button-documents-ask"))
    await olena.sees(piece("letter-documents-asked"))
    await stage.settled()
    return olena, thread


async def test_two_pages_are_one_document_that_is_accepted(stage: Stage) -> None:
    olena, thread = await asked_for(stage)
    await olena.press(SEND)
    await olena.sees(piece("screen-document"))
    await olena.attaches(photo())
    await olena.sees(piece("screen-document-more"))
    await olena.attaches(document())
    await stage.settled()
    phone = await olena.phone()
    assert phone.count(piece("screen-document-more")) == 1, "told once, not at every page"
    await olena.press(DONE)
    await olena.sees(piece("screen-documents-check"))
    await stage.iryna.reads(thread, "Надіслано документ")
    await stage.iryna.reads(thread, "Документи: 0/1, перевірити: 1")
    await stage.iryna.clicks(thread, DOCUMENTS)
    await stage.iryna.clicks(thread, label("button-document-line", name=IDP, state=label("document-sent")))
    await stage.iryna.whispered(thread, "Сторінок: 2")
    await stage.iryna.clicks(thread, label("button-document-accept"))
    await olena.sees(piece("letter-documents-complete"))
    await stage.iryna.reads(thread, "Документи: 1/1")
    page = await stage.people.messages(stage.group)
    standing = [each for each in page.messages if each.ephemeral_to is None]
    assert not [each for each in standing if {"photo", "document"} & each.message.keys()], "never in the group"


async def test_returned_it_says_why_and_can_be_sent_again(stage: Stage) -> None:
    olena, thread = await asked_for(stage)
    await olena.press(SEND)
    await olena.sees(piece("screen-document"))
    await olena.attaches(photo())
    await stage.iryna.reads(thread, "Надіслано документ")
    await stage.iryna.clicks(thread, DOCUMENTS)
    await stage.iryna.clicks(thread, label("button-document-line", name=IDP, state=label("document-sent")))
    await stage.iryna.clicks(thread, label("button-return-unclear"))
    back = await olena.sees(piece("letter-document-returned"))
    assert piece("document-return-unclear") in back.text
    at = back.id
    await olena.press(SEND)
    await olena.sees_new(piece("screen-document"), at)
    sent = await olena.attaches(photo())
    await olena.sees_new(piece("screen-document-more"), sent)
    assert await stage.count("SELECT rounds FROM wanted_documents") == 2


async def test_who_cannot_get_it_writes_why_and_later_is_all_right(stage: Stage) -> None:
    olena, thread = await asked_for(stage)
    await olena.press(label("button-document-later"))
    await olena.sees("Список чекатиме")
    await olena.send("/my")
    await olena.press(
        label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-person"))
    )
    await olena.press(label("button-documents", count=1))
    await olena.press(label("button-document-cannot"))
    await olena.sees(piece("screen-document-why"))
    await olena.send("Лишилася у Сватовому, а там окупація")
    await olena.sees(piece("screen-documents-cannot"))
    await stage.iryna.reads(thread, "Не може дістати")
    await stage.iryna.reads(thread, "Лишилася у Сватовому")
    assert [kind for (kind,) in await stage.rows("SELECT kind FROM case_events ORDER BY id")][-5:] == [
        "documents-asked", "letter-seen", "documents-later", "document-cannot", "words-added",
    ]  # fmt: skip


async def test_own_words_reach_the_family_with_the_reason(stage: Stage) -> None:
    olena, thread = await asked_for(stage)
    await olena.press(SEND)
    await olena.sees(piece("screen-document"))
    await olena.attaches(photo())
    await stage.iryna.reads(thread, "Надіслано документ")
    await stage.iryna.clicks(thread, DOCUMENTS)
    await stage.iryna.clicks(thread, label("button-document-line", name=IDP, state=label("document-sent")))
    await stage.iryna.clicks(thread, label("button-document-words"))
    await stage.iryna.whispered(thread, piece("whisper-document-ask-words"))
    await stage.iryna.says(thread, "Не видно дати видачі, вона внизу")
    await stage.iryna.whispered(thread, "Ваші слова")
    assert "дати видачі" not in await olena.phone(), "nothing goes before a reason is chosen"
    await stage.iryna.clicks(thread, label("button-return-part"))
    back = await olena.sees("Не видно дати видачі, вона внизу")
    assert piece("document-return-part") in back.text
    assert "Ірина" in back.text
    await stage.settled()
    assert (await olena.phone()).count("Не видно дати видачі") == 1
