"""Applications are checked as people play it: on the desk, from the next in turn to a need that two have confirmed."""

from __future__ import annotations

from rules.recreation.editing import Field
from tests.conversations.papers import photo
from tests.conversations.stage import CATALOGUE, Stage, number_in
from tests.conversations.talkers import Talker, Worker, offers
from tests.conversations.test_recreation import SEND, SENT, SOROKYNE, fills_in, of_a_child, reads
from tests.conversations.test_recreation import campaign as call
from tests.conversations.words import STATE, label, piece, text

CHECK, ASK = label("button-review-check"), label("button-review-ask")
CONFIRM, BACK, TO_LIST = label("button-review-confirm"), label("button-review-back"), label("button-review-list")
DOCUMENTS, PAGE = label("button-documents-staff"), label("button-document-send")
ACCEPT, UNCLEAR = label("button-document-accept"), label("button-return-unclear")
MANY = "C13"
IDENTITY, PROOF = CATALOGUE.documents["child-id"].name["uk"], CATALOGUE.documents["category"].name["uk"]
BOTH = (IDENTITY, PROOF)
PAPERS = "child-id confirmation child chat required\ncategory confirmation child chat required"
LOST, CANNOT = label("button-obstacle-lost"), label("button-document-cannot")
DONE = label("button-document-done")


def of_child(name: str, child: int, state: str) -> str:
    """A document of a child in the menu of documents."""
    called = label("document-of-child", name=name, child=str(child))
    return label("button-document-line", name=called, state=label(f"document-{state}"))


async def a_call(stage: Stage) -> None:
    """Applications are taken; two documents are wanted for each child."""
    await call(stage)
    await stage.svitlana.press(label(f"campaign-field-{Field.PAPERS}"))
    await stage.svitlana.sees(label("campaign-how-papers"))
    await stage.svitlana.send(PAPERS)
    await stage.svitlana.sees("Версія 3")


async def applies(stage: Stage, name: str, *more: str) -> tuple[Talker, str]:
    """A guardian applies for one child, or more; the number."""
    guardian = await stage.agreed(name)
    each = await fills_in(guardian)
    for child in more:
        await guardian.press(label("form-recreation-children-more"))
        await of_a_child(each, child, SOROKYNE, "Сорокине")
        await guardian.press(label("form-recreation-together-yes"))
        await reads(guardian, "Разом: ", SEND)
    await guardian.press(SEND)
    return guardian, number_in((await guardian.sees(SENT)).text)


async def opens(worker: Worker, number: str) -> None:
    """The list of what waits, and one of it."""
    at = await worker.send("/review")
    await worker.sees_new(text("screen-review"), at)
    await worker.press(number)
    await worker.waits(lambda shown: offers(shown, TO_LIST) and number in shown.text, number)


async def decides(worker: Worker, *, holds: bool) -> None:
    """The category of the child that stands open."""
    await worker.press(label(f"button-review-holds{'' if holds else '-not'}", code=MANY))
    await worker.sees(label("screen-review-category", code=MANY, name=_many(), holds="yes" if holds else "no"))


async def accepts_all(worker: Worker) -> None:
    """Every document that came, and back to the application."""
    await worker.press(BACK)
    await worker.press(DOCUMENTS)
    for each in (of_child(name, child, "sent") for child in (1, 2) for name in BOTH):
        await worker.press(each)
        await worker.press(ACCEPT)
    await worker.press(BACK)


async def offered(worker: Worker, button: str) -> bool:
    """Whether the newest screen has this button."""
    return offers((await worker.chat())[-1], button)


async def in_turn(worker: Worker, *numbers: str) -> list[str]:
    """The order in which these stand on the list."""
    at = await worker.send("/review")
    listed = await worker.sees_new(text("screen-review"), at)
    return sorted(numbers, key=listed.text.index)


def _many() -> str:
    return CATALOGUE.categories[MANY].name["uk"]


async def sends(guardian: Talker, *documents: str) -> None:
    """Each document by its button, in one page."""
    for each in documents:
        await guardian.press(each)
        await reads(guardian, each, PAGE)
        await guardian.press(PAGE)
        await page(guardian, each)


async def page(guardian: Talker, document: str) -> None:
    """What is sent for this document, in one page."""
    asks = piece("screen-document")
    await guardian.waits(lambda shown: document in shown.text and asks in shown.text, asks)
    await guardian.attaches(photo())
    await reads(guardian, document, DONE)
    await guardian.press(DONE)


async def two_children_one_document_each(stage: Stage) -> tuple[Talker, str]:
    """Iryna checks an application of two children and has asked for what is wanted; the mother has sent it all."""
    await a_call(stage)
    olena, number = await applies(stage, "Олена", "Коваленко Ганна Петрівна")
    await opens(stage.iryna, number)
    await stage.iryna.press(CHECK)
    checked = await olena.sees(piece("letter-application-checked", named="yes"))
    assert stage.iryna.name in checked.text
    assert piece("letter-case-taken") not in await olena.phone(), "one letter, not two"
    await stage.iryna.press(ASK)
    asked = await olena.sees(piece("letter-documents-asked"))
    assert asked.text.count("Коваленко Ганна Петрівна") == 2, "which child is which can be read"
    await sends(olena, *(label("document-of-child", name=each, child=str(n)) for n in (1, 2) for each in BOTH))
    return olena, number


async def test_papers_are_read_child_by_child_and_one_comes_back_better(stage: Stage) -> None:
    olena, number = await two_children_one_document_each(stage)
    iryna = stage.iryna
    await opens(iryna, number)
    assert not await offered(iryna, ASK), "nothing is left to ask for"
    await iryna.press(DOCUMENTS)
    await iryna.press(of_child(IDENTITY, 1, "sent"))
    await iryna.press(label("button-show-file"))
    await iryna.waits(lambda shown: "photo" in shown.message, "the page itself")
    await iryna.press(ACCEPT)
    await iryna.press(of_child(PROOF, 1, "sent"))
    assert (await iryna.press(UNCLEAR)).text == label("toast-document-returned")
    back = await olena.sees(piece("letter-document-returned"))
    assert piece("document-return-unclear") in back.text
    await reads(iryna, text("whisper-documents"), of_child(PROOF, 1, "returned"))
    await iryna.press(BACK)
    await iryna.sees(label("standing-needs-documents"))
    await olena.press(PAGE)
    await page(olena, label("document-of-child", name=PROOF, child="1"))
    await iryna.press(DOCUMENTS)
    for each in (of_child(PROOF, 1, "sent"), of_child(IDENTITY, 2, "sent"), of_child(PROOF, 2, "sent")):
        await iryna.press(each)
        await iryna.press(ACCEPT)
    await olena.sees(piece("letter-documents-complete"))


async def test_two_humans_confirm_the_need_of_each_child(stage: Stage) -> None:
    olena, number = await two_children_one_document_each(stage)
    iryna, andriy = stage.iryna, stage.andriy
    await opens(iryna, number)
    await iryna.press(label("button-review-child", number="1"))
    assert (await iryna.press(CONFIRM)).text == label("refusal-categories-open")
    await decides(iryna, holds=True)
    assert (await iryna.press(CONFIRM)).text == label("refusal-papers-open", count=2)
    await accepts_all(iryna)
    await iryna.press(label("button-review-child", number="1"))
    assert (await iryna.press(CONFIRM)).text == label("toast-second-needed")
    await iryna.press(label("button-review-child", number="2"))
    await decides(iryna, holds=False)
    assert (await iryna.press(CONFIRM)).text == label("toast-second-needed")
    await iryna.sees(label("screen-review-seen", who=iryna.name))
    await iryna.press(label("button-review-child", number="1"))
    assert (await iryna.press(CONFIRM)).text == label("refusal-second-human"), "two eyes are not four"
    await opens(andriy, number)
    for child in ("1", "2"):
        await andriy.press(label("button-review-child", number=child))
        assert (await andriy.press(CONFIRM)).text == label("toast-saved")
        await stage.settled()
        told = piece("letter-need-confirmed") in await olena.phone()
        assert told == (child == "2"), "told once, when all are confirmed"
    await olena.send("/my")
    await olena.sees(label("standing-need-confirmed"))


async def test_the_next_in_turn_stands_first_and_what_one_confirmed_waits_for_another(stage: Stage) -> None:
    await a_call(stage)
    await stage.svitlana.press(label(f"campaign-field-{Field.PAPERS}"))
    await stage.svitlana.send("–")
    await stage.svitlana.sees("Версія 4")
    _, first = await applies(stage, "Олена")
    _, second = await applies(stage, "Наталія")
    iryna, andriy = stage.iryna, stage.andriy
    await opens(iryna, first)
    await iryna.press(CHECK)
    await iryna.press(label("button-review-child", number="1"))
    await decides(iryna, holds=True)
    await iryna.press(CONFIRM)
    assert await in_turn(iryna, first, second) == [second, first]
    assert await in_turn(andriy, first, second) == [first, second]


async def test_nobody_is_refused_for_a_paper_before_a_talk(stage: Stage) -> None:
    await a_call(stage)
    olena, number = await applies(stage, "Олена")
    await opens(stage.iryna, number)
    await stage.iryna.press(CHECK)
    await stage.iryna.press(ASK)
    await olena.press(IDENTITY)
    await olena.press(CANNOT)
    await olena.press(LOST)
    thread = await stage.thread(number)
    await stage.iryna.clicks(thread, STATE)
    await stage.iryna.clicks(thread, label("button-step-assess"))
    await stage.iryna.clicks(thread, label("button-step-skip"))
    await stage.iryna.whispered(thread, piece("whisper-step-done").split(".")[0])
    await stage.iryna.clicks(thread, STATE)
    await stage.iryna.clicks(thread, label("button-step-refuse"))
    reason = CATALOGUE.refusals["RF1"].name["uk"]
    assert (await stage.iryna.clicks(thread, reason)).text == label("refusal-talk-first")
    await olena.send("Свідоцтво згоріло разом з хатою, що робити?")
    await stage.iryna.reads(thread, "Свідоцтво згоріло")
    await stage.iryna.clicks(thread, reason)
    await stage.iryna.whispered(thread, CATALOGUE.refusals["RF1"].basis["uk"])
