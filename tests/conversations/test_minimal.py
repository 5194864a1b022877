"""`STAFF_CHAT_DISCLOSURE=minimal`: the work is shared in the group, and nobody there reads a word of anybody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import TestServer
from tests.conversations.minimal import Overheard, at_desk, overhear, reads_as, takes, topic_of
from tests.conversations.papers import document, photo
from tests.conversations.stage import CATALOGUE, Department, Stage, open_stage
from tests.conversations.talkers import GENERAL, MORE, Talker, Worker, offers
from tests.conversations.test_colleagues import owner
from tests.conversations.words import CLOSE, NEW_CASE, OPEN_CASE, RECEIVED, TAKEN_BY, label, piece

HAND_OVER = label("button-hand-over")
IDP = CATALOGUE.documents["displaced"].name["uk"]
GIVEN = (
    "Олен", "Коваленк", "Жабокрич", "смереков", "полін", "паркан", "лісництв", "бабусин", "сволок", "горищ", "кулак",
    "синц", "дровітн", "067123", "7123", "підтримк", "привезем", "Катерин",
)  # fmt: skip
"""Beginnings of all words and names that she gives, and of what she is told."""


@pytest.fixture
async def minimal(server: TestServer, department: Department, tmp_path: Path) -> AsyncIterator[Stage]:
    name = await server.create(department.database)
    async with open_stage(server.url(name), tmp_path, minimal=True) as opened:
        await opened.move_in(department)
        for worker in opened.staff.values():
            # The first message of a chat would give its number to the first topic, which Telegram never does.
            await worker.send("/desk")
        await opened.settled()
        yield opened
    await server.drop(name)


@dataclass
class Story:
    """A whole case: she who writes, and those who work on it, each on their desk."""

    stage: Stage
    heard: Overheard
    olena: Talker
    number: str

    @property
    def iryna(self) -> Worker:
        return at_desk(self.stage, self.stage.iryna)

    @property
    def andriy(self) -> Worker:
        return at_desk(self.stage, self.stage.andriy)

    @property
    def svitlana(self) -> Worker:
        return at_desk(self.stage, self.stage.svitlana)

    async def topic(self, worker: Worker) -> int:
        """Its topic on somebody's desk."""
        found = await topic_of(self.stage, worker, self.number)
        assert found is not None, f"the conversation is on the desk of {worker.name}"
        return found

    async def left(self, worker: Worker) -> None:
        """Nothing of it stands on somebody's desk."""
        assert await topic_of(self.stage, worker, self.number) is None
        assert not [each for each in await worker.got() if "дровітня" in each or "паркан" in each]


async def test_a_whole_case_and_the_group_never_reads_a_word_of_it(minimal: Stage) -> None:
    story = await begins(minimal)
    thread = await is_taken(story)
    await is_worked_on(story, thread)
    await takes_in_another(story, thread)
    await is_handed_over(story, thread)
    await is_given_to_another(story)
    await is_dangerous_while_nobody_has_it(story)
    await minimal.later(minutes=2)
    await minimal.settled()
    heard = story.heard
    assert heard.of(story.number), "the group follows the work"
    assert heard.of(*GIVEN) == []
    assert heard.of("SendPhoto(", "SendDocument(", "SendMediaGroup(", "CopyMessage") == []
    assert await minimal.topics() == []


async def begins(stage: Stage) -> Story:
    """Words, files, an album and an edit, before anybody has the case."""
    heard, olena = overhear(stage), await stage.agreed("Олена", last_name="Коваленко")
    first = await olena.send("Потрібні смерекові поліна в Жабокрич")
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    await olena.attaches(photo(), caption="квитанція лісництва")
    await olena.attaches_album(
        {"media": photo(), "caption": "синій паркан"}, {"media": document(), "caption": "бабусин паспорт"}
    )
    await olena.edits(first, "Потрібні смерекові поліна в Жабокрич, дровітня порожня")
    await stage.settled()
    return Story(stage, heard, olena, await stage.the_number())


async def is_taken(story: Story) -> int:
    """Ірина has it, and all that was said; her answer arrives, her remark does not."""
    thread = await takes(story.stage, story.stage.iryna, story.number)
    await story.olena.sees(TAKEN_BY)
    await story.iryna.replies(thread, "дровітня порожня", "Привеземо поліна в середу")
    await story.olena.sees("Привеземо поліна")
    await story.iryna.says(thread, "Це лише думки вголос про паркан")
    await story.iryna.reads(thread, piece("whisper-stayed-inside"))
    return thread


async def is_worked_on(story: Story, thread: int) -> None:
    """A note, a look at who she is, a document that is asked for."""
    iryna = story.iryna
    await iryna.says(thread, "/note Катерина знає дорогу")
    await iryna.clicks(thread, label("button-details"))
    await iryna.reads(thread, "Олена")
    await iryna.clicks(thread, label("button-documents-staff"))
    await iryna.clicks(thread, label("button-documents-pick"))
    await iryna.clicks(thread, IDP)
    await iryna.clicks(thread, label("button-documents-ask"))
    await story.olena.sees(piece("letter-documents-asked"))
    await story.stage.settled()
    assert "думки вголос" not in await story.olena.phone()


async def takes_in_another(story: Story, thread: int) -> None:
    """A second case becomes one with it, and its words are read on the desk."""
    stage, olena, iryna = story.stage, story.olena, story.iryna
    await olena.send("/my")
    await olena.press(NEW_CASE)
    at = await olena.send("Досі порожня дровітня на горищі")
    await olena.press(OPEN_CASE)
    await olena.sees_new(RECEIVED, at)
    other = str((await stage.rows("SELECT number FROM cases ORDER BY id DESC LIMIT 1"))[0][0])
    second = await takes(stage, stage.iryna, other)
    await iryna.clicks(second, label("button-duplicates"))
    await stage.settled()
    await iryna.clicks(second, story.number)
    await iryna.clicks(second, label("button-goes-on", number=story.number))
    await iryna.clicks(second, label("button-merge-yes"))
    await olena.sees(piece("letter-cases-merged", named="yes", name="Олена"))
    await stage.settled()
    await iryna.clicks(thread, label("button-duplicates"))
    await iryna.clicks(thread, label("button-ended-history", number=other))
    await iryna.reads(thread, piece("whisper-ended-history"))


async def is_handed_over(story: Story, thread: int) -> None:
    """The whole conversation goes along, in order, and none of it stays."""
    stage = story.stage
    await story.iryna.clicks(thread, HAND_OVER)
    await story.iryna.clicks(thread, owner("Андрій"))
    await stage.iryna.sees(piece("screen-handover-ask"))
    await stage.iryna.send("Підтримка потрібна на горищі")
    await stage.andriy.sees(piece("letter-case-handed-over"))
    thread = await story.topic(stage.andriy)
    said = "\n".join(await reads_as(story.andriy, thread))
    those = ["дровітня порожня", "квитанція лісництва", "синій паркан", "бабусин паспорт", "Привеземо поліна"]
    assert sorted(those, key=said.index) == those
    await story.andriy.replies(thread, "синій паркан", "Паркан дочекається поліна")
    await story.olena.sees("Паркан дочекається")


async def is_given_to_another(story: Story) -> None:
    """A lead reaches a case of somebody else's from its brief card; and its new owner goes away."""
    stage = story.stage
    brief = await stage.svitlana.finds(GENERAL, lambda each: story.number in each.text, story.number)
    await stage.people.press(stage.group, brief, stage.svitlana.id, MORE)
    await stage.svitlana.press(HAND_OVER)
    await stage.svitlana.press(owner("Ірина", 0))
    thread = await story.topic(stage.iryna)
    await story.left(stage.andriy)
    await story.iryna.reads(thread, "Паркан дочекається")
    await stage.iryna.send("/away")
    await stage.iryna.send("на 3 дні")
    await stage.iryna.press(label("button-away-queue"))
    await stage.iryna.sees(piece("screen-away-set"))
    assert await topic_of(stage, stage.iryna, story.number) is None


async def is_dangerous_while_nobody_has_it(story: Story) -> None:
    """Whoever takes it by the alarm reads and answers, and what is asked for in the group comes to their desk."""
    stage, olena, svitlana = story.stage, story.olena, story.svitlana
    await olena.send("Сволок тріснув, він підняв кулак і б'є мене, є синці, 0671237123")
    alarm = await stage.svitlana.waits(lambda each: offers(each, label("button-see-alarm")), "the alarm")
    assert story.number in alarm.text
    await stage.svitlana.press(label("button-see-alarm"))
    thread = await story.topic(stage.svitlana)
    await svitlana.replies(thread, "Сволок тріснув", "Ми поруч, підтримка вже їде")
    await olena.sees("підтримка вже їде")
    await stage.svitlana.says(GENERAL, "/find Коваленко")
    await stage.svitlana.says(GENERAL, f"/case {story.number}")
    await stage.settled()
    await svitlana.clicks(thread, CLOSE)
    await svitlana.clicks(thread, CATALOGUE.outcomes["helped"].name["uk"])
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE closed_at IS NULL") == 0


async def test_a_desk_without_topics_holds_the_conversation_in_the_chat(without_topics: Stage) -> None:
    stage, heard = without_topics, overhear(without_topics)
    olena = await stage.agreed("Олена")
    await olena.send("Потрібні смерекові поліна")
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    number = await stage.the_number()
    brief = await stage.iryna.finds(GENERAL, lambda each: number in each.text, number)
    await stage.people.press(stage.group, brief, stage.iryna.id, label("button-take"))
    words = await stage.iryna.sees("смерекові поліна")
    await stage.iryna.send("Привеземо в середу", reply_to=words.id)
    await olena.sees("Привеземо в середу")
    await stage.iryna.send("Просто слова на столі")
    await stage.settled()
    assert "Просто слова" not in await olena.phone()
    await stage.iryna.press(MORE)
    await stage.iryna.press(label("button-release"))
    await stage.settled()
    left = await stage.iryna.phone()
    assert "смерекові" not in left
    assert "Привеземо" not in left
    brief = await stage.andriy.finds(GENERAL, lambda each: number in each.text, number)
    await stage.people.press(stage.group, brief, stage.andriy.id, label("button-take"))
    await stage.andriy.sees("смерекові поліна")
    await stage.andriy.sees("Привеземо в середу")
    assert heard.of(*GIVEN) == []


async def test_a_deleted_topic_of_a_desk_is_made_again_with_a_summary(minimal: Stage) -> None:
    stage = minimal
    olena = await stage.agreed("Олена")
    await olena.send("Потрібні смерекові поліна")
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    number, iryna = await stage.the_number(), at_desk(stage, stage.iryna)
    thread = await takes(stage, stage.iryna, number)
    await iryna.reads(thread, "смерекові поліна")
    await stage.people.delete_topic(stage.iryna.id, thread)
    await olena.send("І ще дровітня")
    await stage.iryna.sees("І ще дровітня")
    again = await topic_of(stage, stage.iryna, number) or 0
    await iryna.reads(again, piece("letter-topic-summary"))
    await iryna.replies(again, "І ще дровітня", "Буде й дровітня")
    await olena.sees("Буде й дровітня")
