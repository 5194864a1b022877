"""Questions of later steps of an application: the letter, the lines of them on a person's phone and for staff."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import MyCase
from bot.telegram.callbacks.later import Questions
from bot.telegram.keyboards import button, column
from bot.telegram.render.forms import answer_line
from bot.telegram.render.recreation_words import QUESTIONS
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights.later import OwedLine, OwnLater, QuestionsSight
from rules.recreation.later import LATER

SIGNS = 40
"""Of a name in a line."""


@shows("questions-asked", of=QuestionsSight)
def asked(shown: QuestionsSight, t: Words) -> Rendered:
    """What is left to be asked, until when, and that nothing depends on haste."""
    what = (
        t.get("questions-what", what=owed_names(shown.later.owed, t))
        if shown.later.named
        else t.get("questions-count", count=len(shown.later.owed))
    )
    parts = [
        t.get("letter-questions-asked", number=shown.number),
        what,
        t.get("questions-until", by=t.day(shown.by)) if shown.by is not None else Markup(),
        t.get("questions-help", phone=shown.office.phone, hours=shown.office.hours),
    ]
    return Rendered(join(parts, "\n\n"), keyboard=column(*later_buttons(shown.later, t), _of_case(shown, t)))


@shows("questions-answered", of=QuestionsSight)
def answered(shown: QuestionsSight, t: Words) -> Rendered:
    """Thanks; how to change an answer."""
    text = t.get("screen-questions-answered", number=shown.number)
    return Rendered(text, keyboard=column(*later_buttons(shown.later, t), _of_case(shown, t)))


@shows("questions-noted", of=QuestionsSight)
def noted(shown: QuestionsSight, t: Words) -> Rendered:
    """A copy of what a human wrote down; how to change it."""
    parts = [
        t.get("letter-questions-noted", number=shown.number),
        join(answer_line(LATER, line, t) for line in shown.answers),
        t.get("questions-noted-mistake"),
    ]
    return Rendered(join(parts, "\n\n"), keyboard=column(*later_buttons(shown.later, t), _of_case(shown, t)))


def later_lines(later: OwnLater, t: Words) -> list[Markup]:
    """What we still need, in a family's own case."""
    if not later.owed:
        return []
    if not later.named:
        return [t.get("mine-questions-count", count=len(later.owed))]
    return [t.get("mine-questions", what=owed_names(later.owed, t))]


def later_buttons(later: OwnLater, t: Words) -> list[InlineKeyboardButton]:
    """To answer, or to change what was answered."""
    data = Questions(application=later.application_id)
    if not later.owed:
        return [button(t.plain("button-questions-change"), data)]
    return [button(t.plain("button-questions", count=len(later.owed)), data, ButtonStyle.PRIMARY)]


def owed_names(owed: Sequence[OwedLine], t: Words) -> str:
    """Each question by its name, with the child where there are several."""
    return ", ".join(_named(each, t) for each in owed)


def _named(each: OwedLine, t: Words) -> str:
    name = QUESTIONS[each.question](t)
    return name if each.name is None else t.plain("question-of-child", question=name, child=each.name[:SIGNS])


def _of_case(shown: QuestionsSight, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-show-case"), MyCase(case=shown.case_id))
