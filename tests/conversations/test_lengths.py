"""Texts of every length and script: they arrive whole on the other side, or are answered clearly."""

from __future__ import annotations

import pytest

from casework.talk.waiting import LOOK_AGAIN
from rules.splitting import units
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, Worker
from tests.conversations.words import OFFER, OPEN_CASE, RECEIVED, piece

LONGEST = 4096
FAMILY = "👩\u200d👩\u200d👧\u200d👦"
SHORT_FORMS = {
    "one character": "й",
    "a hair under the longest": "й" * (LONGEST - 1),
    "the longest": "й" * LONGEST,
    "the longest, all signs of HTML": "&" * LONGEST,
    "emoji of two units": "🙏" * (LONGEST // 2),
    "families of joined emoji": FAMILY * (LONGEST // units(FAMILY)),
    "Arabic and Hebrew": "مرحبا بالعالم שלום עולם " * 20,
    "tags": "<b>не жирне</b> <a href='x'>не посилання</a> &amp; &lt;",
    "words of zero width": "сло\u200bво\u2060 \ufeffі\u00ad ще",
    "many lines": "рядок\n" * 500,
    "a soft sign of our own": "\ue0000\ue000 { $text } {0} %s",
}


def _flat(words: str) -> str:
    """Without the blanks at which a text may be cut."""
    return "".join(words.split())


async def _carried(worker: Worker, thread: int, header: str) -> str:
    """The person's words as they stand in a topic, parts put together."""
    said = [each.text for each in await worker.seen_in(thread) if each.text.startswith(header)]
    return "".join(each.split("\n", 1)[1] for each in said)


async def _told(person: Talker, author: str) -> str:
    """A caseworker's words as they stand on the phone, parts put together."""
    said = [each.text for each in await person.chat() if each.sender != person.id and f"\n\n{author}, " in each.text]
    return "".join(each.rsplit("\n\n", 1)[0] for each in said)


@pytest.mark.parametrize("words", SHORT_FORMS.values(), ids=SHORT_FORMS.keys())
async def test_a_text_of_any_form_arrives_whole_on_both_sides(stage: Stage, words: str) -> None:
    olena, thread = await stage.with_case("Олена", "початок")
    await olena.send(words)
    await stage.settled()
    header = piece("letter-person-message")
    assert _flat(await _carried(stage.iryna, thread, header)) == "початок" + _flat(words)

    await stage.iryna.replies(thread, "початок", words)
    await stage.settled()
    # Words without a letter of ours wait a minute first.
    await stage.later(seconds=LOOK_AGAIN.total_seconds())
    await stage.settled()
    assert _flat(await _told(olena, "Ірина")) == _flat(words)
    kept = [row[0] for row in await stage.rows("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL")]
    assert kept == [0]


async def test_a_case_of_the_longest_words_is_offered_opened_and_read(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    for words in ("&" * LONGEST, "<" * LONGEST):
        await olena.send(words)
    await olena.sees(OFFER)
    await stage.settled()
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    thread = await stage.the_thread()
    carried = await _carried(stage.iryna, thread, piece("letter-person-message"))
    assert carried == "&" * LONGEST + "<" * LONGEST


async def test_what_a_client_cuts_into_messages_arrives_in_order(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "початок")
    words = "".join(f"[{n:05}]" for n in range(1500))
    await olena.send(words)
    await stage.settled()
    assert await _carried(stage.iryna, thread, piece("letter-person-message")) == "початок" + words


@pytest.mark.parametrize("blank", ["\u2060", "\u200b\u200d", "\u3164", "\u00ad"])
async def test_words_without_anything_to_see_are_answered(stage: Stage, blank: str) -> None:
    olena, thread = await stage.with_case("Олена", "початок")
    before = await olena.got()
    await olena.send(blank)
    await stage.settled()
    assert await olena.got() != before
    assert await stage.count("SELECT count(*) FROM inbox WHERE parked_at IS NOT NULL") == 0
    await stage.iryna.replies(thread, "початок", "Слухаю")
    await olena.sees("Слухаю")


async def test_a_deleted_topic_gets_a_summary_even_of_the_longest_words(stage: Stage) -> None:
    olena, lost = await stage.with_case("Олена", "початок")
    for words in ("&" * LONGEST, "<" * LONGEST, FAMILY * 300, "й" * LONGEST, "&" * LONGEST):
        await olena.send(words)
    await stage.settled()
    await stage.people.delete_topic(stage.group, lost)
    await olena.send("кінець")
    await stage.settled()
    [topic] = await stage.topics()
    said = await stage.iryna.topic(topic["message_thread_id"])
    assert piece("letter-topic-summary") in said
    assert "кінець" in said
    assert await stage.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0
