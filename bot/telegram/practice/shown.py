"""How a story is shown in the private chat: everything marked, and every button with a place in the story behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.telegram.callbacks.practice import PracticeDo, PracticePress, PracticeStep
from bot.telegram.keyboards import button, column
from bot.telegram.practice.run import STORIES_IN_ORDER, Run, Scene
from bot.telegram.practice.stage import Item
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join

MARK = re.compile(r"\b(\d+)\.(\d+)\b")
"""Story and number of an item, as its first line names them."""

WHOSE: Mapping[str, Callable[[Words, str, Item, str], Markup]] = {
    "topic": lambda t, at, item, _: t.get("practice-in-topic", at=at, topic=item.topic),
    "whisper": lambda t, at, *_: t.get("practice-to-you", at=at),
    "desk": lambda t, at, *_: t.get("practice-on-desk", at=at),
    "person": lambda t, at, _, person: t.get("practice-to-person", at=at, person=person),
}

DO: Mapping[str, Callable[[Words], Markup]] = {
    "take": lambda t: t.get("practice-do-take"),
    "answer": lambda t: t.get("practice-do-answer"),
    "end": lambda t: t.get("practice-do-end"),
    "ask-papers": lambda t: t.get("practice-do-ask-papers"),
    "instead": lambda t: t.get("practice-do-instead"),
    "waive": lambda t: t.get("practice-do-waive"),
    "see": lambda t: t.get("practice-do-see"),
    "reach": lambda t: t.get("practice-do-reach"),
    "note": lambda t: t.get("practice-do-note"),
    "answer-first": lambda t: t.get("practice-do-answer-first"),
    "take-again": lambda t: t.get("practice-do-take-again"),
    "link": lambda t: t.get("practice-do-link"),
    "end-one": lambda t: t.get("practice-do-end-one"),
}
"""What is wanted next."""

DONE: Mapping[str, Callable[[Words], Markup]] = {
    "take": lambda t: t.get("practice-done-take"),
    "answer": lambda t: t.get("practice-done-answer"),
    "end": lambda t: t.get("practice-done-end"),
    "ask-papers": lambda t: t.get("practice-done-ask-papers"),
    "instead": lambda t: t.get("practice-done-instead"),
    "waive": lambda t: t.get("practice-done-waive"),
    "see": lambda t: t.get("practice-done-see"),
    "reach": lambda t: t.get("practice-done-reach"),
    "note": lambda t: t.get("practice-done-note"),
    "answer-first": lambda t: t.get("practice-done-answer-first"),
    "take-again": lambda t: t.get("practice-done-take-again"),
    "link": lambda t: t.get("practice-done-link"),
    "end-one": lambda t: t.get("practice-done-end-one"),
}
"""What was right."""

LESSONS: Mapping[str, Callable[[Words], Markup]] = {
    "question": lambda t: t.get("practice-lesson-question"),
    "papers": lambda t: t.get("practice-lesson-papers"),
    "danger": lambda t: t.get("practice-lesson-danger"),
    "twice": lambda t: t.get("practice-lesson-twice"),
}
"""What a story leaves behind."""


def shown(run: Run, item: Item, t: Words) -> Rendered:
    """An item of the story that is played."""
    assert run.playing is not None, "a story is played"
    at = f"{run.story + 1}.{item.number}"
    head = WHOSE[item.whose](t, at, item, run.playing[1].name)
    return Rendered(
        join([head, Markup(item.rendered.text)], "\n"), keyboard=_keyboard(run, item), protect=item.rendered.protect
    )


def _keyboard(run: Run, item: Item) -> InlineKeyboardMarkup | None:
    """The same buttons, except for links: they lead to a group that is none. Of the person's nothing can be pressed."""
    keyboard = item.rendered.keyboard
    if item.whose == "person" or not isinstance(keyboard, InlineKeyboardMarkup):
        return None
    rows: list[list[InlineKeyboardButton]] = []
    number = 0
    for row in keyboard.inline_keyboard:
        rows.append([])
        for each in row:
            if each.callback_data is not None:
                place = PracticePress(run=run.number, story=run.story, item=item.number, button=number)
                rows[-1].append(each.model_copy(update={"callback_data": place.pack()}))
            number += 1
    rows = [row for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def item_of(run: Run, said: Message) -> int | None:
    """The number of the item that a message answers; None where it answers none of this story."""
    target = said.reply_to_message
    found = MARK.search(target.text.partition("\n")[0]) if target is not None and target.text else None
    return int(found[2]) if found and int(found[1]) == run.story + 1 else None


def advice(run: Run, scene: Scene, t: Words) -> Rendered:
    """What was right, and what comes next."""
    assert run.playing is not None, "a story is played"
    slug, _ = run.playing
    done = [DONE[step.slug](t) for step in scene.praised]
    if scene.next is not None:
        return Rendered(join([t.get("practice-head"), *done, DO[scene.next.slug](t)], "\n\n"), keyboard=_ways(run, t))
    return Rendered(join([t.get("practice-head"), *done, LESSONS[slug](t)], "\n\n"), keyboard=_onwards(run, t))


def still_inside(scene: Scene, run: Run, t: Words) -> Rendered:
    """Words that went to nobody: how they would."""
    assert scene.next is not None, "the story goes on"
    said = join([t.get("practice-head"), t.get("practice-stayed-inside"), DO[scene.next.slug](t)], "\n\n")
    return Rendered(said, keyboard=_ways(run, t))


def summary(run: Run, t: Words) -> Rendered:
    """The end: which stories were played, and what to remember."""
    lessons = [LESSONS[slug](t) for slug in run.finished]
    head = t.get("practice-over", finished=len(run.finished), stories=len(STORIES_IN_ORDER))
    again = button(t.plain("button-practice-begin"), PracticeDo(step=PracticeStep.BEGIN))
    return Rendered(join([head, *lessons, t.get("practice-gone")], "\n\n"), keyboard=column(again))


def nothing_runs(t: Words) -> Rendered:
    """Somebody asks for it: the way in."""
    begin = button(t.plain("button-practice-begin"), PracticeDo(step=PracticeStep.BEGIN))
    return Rendered(t.get("practice-intro", stories=len(STORIES_IN_ORDER)), keyboard=column(begin))


def _ways(run: Run, t: Words) -> InlineKeyboardMarkup | None:
    last = run.story + 1 >= len(STORIES_IN_ORDER)
    return column(
        button(t.plain("button-practice-again"), PracticeDo(step=PracticeStep.AGAIN)),
        None if last else button(t.plain("button-practice-skip"), PracticeDo(step=PracticeStep.SKIP)),
        button(t.plain("button-practice-leave"), PracticeDo(step=PracticeStep.LEAVE)),
    )


def _onwards(run: Run, t: Words) -> InlineKeyboardMarkup | None:
    last = run.story + 1 >= len(STORIES_IN_ORDER)
    label = t.plain("button-practice-summary") if last else t.plain("button-practice-next")
    leave = button(t.plain("button-practice-leave"), PracticeDo(step=PracticeStep.LEAVE))
    return column(button(label, PracticeDo(step=PracticeStep.SKIP)), None if last else leave)
