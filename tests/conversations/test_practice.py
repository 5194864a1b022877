"""The practice: invented people, real acts, and nothing of it anywhere but in the trainee's own chat."""

from __future__ import annotations

from typing import Any

from rules.practice import STORIES
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import MORE, Worker
from tests.conversations.words import CLOSE, TAKE, label, piece, text

BEGIN, NEXT, LEAVE = label("button-practice-begin"), label("button-practice-next"), label("button-practice-leave")
SAYS = label("practice-says-question")
OF_THE_CHAT = {"inbox", "letters", "slots", "chat_cursors", "job_results", "job_runs", "workers"}
"""Tables in which every message of a desk leaves something; `/queue` is one letter to her who asked."""
TABLES = """
    SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND relname NOT IN ('conversations', 'alembic_version') ORDER BY relname
"""


async def everything(stage: Stage) -> dict[str, Any]:
    """How many rows there are of everything, and which."""
    tables = [name for (name,) in await stage.rows(TABLES)]
    return {
        name: [str(row) for row in await stage.rows(f"SELECT * FROM {name} AS t ORDER BY t::text")] for name in tables
    }


async def answers(worker: Worker, to: str, words: str) -> int:
    """Replies on the desk to the newest message with the words `to`."""
    target = await worker.sees(to)
    return await worker.send(words, reply_to=target.id)


async def test_a_trainee_takes_answers_and_closes_a_case_that_nobody_asked_for(stage: Stage) -> None:
    iryna = stage.iryna
    await iryna.send("/practice")
    await iryna.sees(text("practice-intro", stories=len(STORIES)))
    await iryna.press(BEGIN)
    shown = await iryna.sees(SAYS)
    assert "НАВЧАННЯ" in shown.text
    await iryna.sees(text("practice-do-take"))

    assert (await iryna.press(TAKE)).text == label("toast-taken")
    await iryna.sees("це читає Навчальна Олена")
    await iryna.sees(piece("practice-done-take"))
    await iryna.send("Зателефоную їй завтра")
    await iryna.sees(piece("practice-stayed-inside"))
    said = await answers(iryna, SAYS, "До управління освіти, з 1 березня.")
    await iryna.sees(text("practice-do-end"))
    await iryna.waits(lambda each: each.id == said and bool(each.reactions), "the mark below the answer")
    await iryna.press(MORE)
    await iryna.press(CLOSE)
    await iryna.press(CATALOGUE.outcomes["informed"].name["uk"])
    await iryna.sees(text("practice-lesson-question"))


async def test_nothing_of_it_shows_to_anybody_else_and_it_ends_at_any_time(stage: Stage) -> None:
    await stage.settled()
    before, quiet = await everything(stage), [await who.got() for who in (stage.andriy, stage.svitlana)]
    iryna = stage.iryna
    await iryna.send("/practice")
    await iryna.press(BEGIN)
    await iryna.sees(SAYS)
    stale = (await iryna.sees(text("screen-card-how"))).buttons[0]["callback_data"]
    await iryna.press(TAKE)
    await iryna.sees(piece("practice-done-take"))
    await iryna.send("/queue")
    await iryna.sees(piece("screen-case-list-queue-empty"))
    await iryna.press(LEAVE)
    await iryna.sees(text("practice-gone"))
    assert (await iryna.forges(stale)).text == label("refusal-stale")
    await stage.settled()
    after = await everything(stage)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= OF_THE_CHAT
    assert [await who.got() for who in (stage.andriy, stage.svitlana)] == quiet
    assert await stage.topics() == []
    assert await stage.count("SELECT count(*) FROM letters WHERE chat_id <> :me", me=iryna.id) == 0
    assert await stage.count("SELECT count(*) FROM conversations WHERE data IS NOT NULL") == 0


async def test_a_practice_that_nobody_goes_on_with_is_over_after_a_day(stage: Stage) -> None:
    iryna = stage.iryna
    await iryna.send("/practice")
    await iryna.press(BEGIN)
    await iryna.sees(SAYS)
    await stage.later(days=1, minutes=1)
    assert (await iryna.press(TAKE)).text == label("refusal-stale")
