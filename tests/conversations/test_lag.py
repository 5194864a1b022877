"""A group that can't keep up: words of one topic leave together, and all that is done with a message goes on."""

from __future__ import annotations

import pytest

from tests.conversations.papers import photo
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import TAKE, label, piece

SAID = ["дві машини", "а ще потрібен вантажник", "адреса та сама"]
ALL_WORDS = label("button-all-words")


async def behind_time(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> tuple[Talker, int]:
    """Олена's case in a group that takes nothing for a second, which is late here."""
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.settled()
    monkeypatch.setattr("bot.telegram.together.SHORTEST_LAG", 0.3)
    await stage.people.fault("429", method="sendMessage", chat=stage.group, retry_after=1)
    return olena, thread


async def test_words_that_waited_stand_in_one_letter_that_is_edited_answered_and_shown_whole(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    olena, thread = await behind_time(stage, monkeypatch)
    sent = [await olena.send(each) for each in SAID]
    letter = await stage.iryna.reads(thread, f"3. {SAID[2]}")
    assert letter.text == "\n".join(
        ["Людина пише · 3 нові", *(f"{place}. {each}" for place, each in enumerate(SAID, 1))]
    )
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM pairs WHERE side = 'copy'") == 1 + len(SAID)

    await olena.edits(sent[1], "вантажник уже не потрібен")
    changed = await stage.iryna.reads(thread, "вантажник уже не потрібен")
    assert changed.id == letter.id
    assert f"1. {SAID[0]}" in changed.text

    await stage.iryna.clicks(thread, ALL_WORDS)
    whole = await stage.iryna.whispered(thread, "вантажник уже не потрібен")
    assert all(each in whole.text for each in (SAID[0], SAID[2]))

    await stage.iryna.replies(thread, f"3. {SAID[2]}", "Приїдемо о десятій")
    answer = await olena.sees("Приїдемо о десятій")
    assert answer.message["reply_to_message"]["message_id"] == sent[2]
    await stage.people.react(stage.group, letter.id, stage.iryna.id, "❤")
    heart = await olena.waits(lambda each: each.id == sent[2] and bool(each.reactions), "a heart")
    assert [emoji for _, emoji in heart.reactions] == ["❤"]


async def test_a_file_between_words_keeps_its_place(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    olena, thread = await behind_time(stage, monkeypatch)
    await olena.send("перше")
    await olena.send("друге")
    await olena.attaches(photo(), caption="ось дім")
    await olena.send("третє")
    await olena.send("четверте")
    await stage.iryna.reads(thread, "2. четверте")
    await stage.settled()
    said = [each.text for each in await stage.iryna.seen_in(thread) if each.sender == stage.simulator.world.bot.id]
    places = [
        next(at for at, words in enumerate(said) if part in words) for part in ("2. друге", "ось дім", "1. третє")
    ]
    assert places == sorted(places)


async def test_words_after_an_album_come_behind_it_on_both_sides(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    items = [{"media": photo(), "caption": "/a вхід"}, {"media": photo(), "caption": "коридор"}]
    await stage.people.send_album(stage.group, stage.iryna.id, items, thread=thread)
    await stage.iryna.says(thread, "/a Заходьте звідси")
    await olena.sees("Заходьте звідси")
    got = [each.text.split("\n")[0] for each in await olena.chat() if each.sender != olena.id]
    assert got.index("вхід") < got.index("коридор") < got.index("Заходьте звідси")

    await olena.attaches_album({"media": photo(), "caption": "мій дім"}, {"media": photo()})
    await olena.send("як під’їхати")
    await stage.iryna.reads(thread, "як під’їхати")
    said = [each.text for each in await stage.iryna.seen_in(thread)]
    album, words = (next(at for at, each in enumerate(said) if part in each) for part in ("мій дім", "як під’їхати"))
    assert album < words


async def test_a_solved_case_closes_by_itself_unless_the_person_says_not_yet(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, label("button-step"))
    await stage.iryna.clicks(thread, label("button-step-resolve"))
    await stage.iryna.clicks(thread, CATALOGUE.outcomes["helped"].name["uk"])
    await stage.iryna.clicks(thread, label("button-step-send"))
    await stage.settled()
    await stage.later(minutes=30)
    await stage.later(days=12)
    told = await olena.sees(piece("letter-closes-itself-when"))
    assert offers(told, label("button-not-yet"))
    await olena.press(label("button-not-yet"))
    await olena.sees(piece("letter-stays-open"))
    await stage.iryna.reads(thread, label("news-not-solved"))
    await stage.later(days=6)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE closed_at IS NULL") == 1
