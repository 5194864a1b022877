"""Nothing that is due is left lying until somebody looks again by chance."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest

from bot.telegram import deliverer as deliverer_module
from bot.telegram import delivery, forms
from casework.letters import kinds
from tests.bot.telegram.post import Post, until, until_seen

NEVER = 3600.0
NUMBERS = range(100, 112)


@pytest.fixture(autouse=True)
def nobody_looks_by_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliverer_module, "TICK_SECONDS", NEVER)


async def _all_sent(post: Post, count: int) -> bool:
    letters = await post.letters()
    return len(letters) == count and all(letter.sent_at is not None for letter in letters)


async def test_letters_that_come_at_any_moment_leave_in_order(post: Post) -> None:
    chance = random.Random(3)
    people = [await post.person() for _ in range(3)]

    async def write(person: int) -> None:
        for number in NUMBERS:
            await post.tell(person, kinds.UpdateParked(f"{number}"), key=f"{person}:{number}")
            for _ in range(chance.randrange(40)):
                await asyncio.sleep(0)

    async with post.working() as working:
        await asyncio.gather(*map(write, people))
        await until_seen(lambda: _all_sent(post, len(people) * len(NUMBERS)))
        await until(working.idle)
    for person in people:
        texts = await post.texts(person)
        assert len(texts) == len(NUMBERS)
        assert all(f"{number}" in words for number, words in zip(NUMBERS, texts, strict=True))


@pytest.mark.parametrize("moment", ["show", "sent"])
async def test_a_letter_that_comes_while_another_of_its_lane_is_on_the_way_leaves(
    post: Post, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    person = await post.person()
    original = forms.show

    async def show(*args: Any) -> Any:
        shown = await original(*args)
        await more()
        return shown

    async def more() -> None:
        if (number := len(await post.letters())) < 3:
            await post.tell(person, kinds.UpdateParked(f"{number}"), key=f"{number}")

    async with post.working() as working:
        if moment == "show":
            monkeypatch.setattr(delivery, "show", show)
        else:
            worked = working._delivery._groups.worked

            async def and_more(*args: Any, **kwargs: Any) -> None:
                await worked(*args, **kwargs)
                await more()

            monkeypatch.setattr(working._delivery._groups, "worked", and_more)
        await post.tell(person, kinds.UpdateParked("0"), key="0")
        await until_seen(lambda: _all_sent(post, 3))
        await until(working.idle)
