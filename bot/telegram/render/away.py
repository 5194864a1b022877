"""`/away`: until when, and who gets the open cases."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import AwayCases, AwayDay, AwayDo, AwayStep
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import AwayCasesSight, AwaySetSight, AwaySight
from casework.staff.away import TO_LEAST_BUSY, TO_QUEUE

NOON = time(12, tzinfo=UTC)
"""The same day in Kyiv, all year round."""


@shows("away", of=AwaySight)
def away(shown: AwaySight, t: Words) -> Rendered:
    """Days to press, and the way back."""
    text = t.get("screen-away") if shown.back_on is None else t.get("screen-away-now", back_on=t.day(shown.back_on))
    back = (
        button(t.plain("button-back-at-work"), AwayDo(step=AwayStep.BACK), ButtonStyle.SUCCESS)
        if shown.back_on is not None
        else None
    )
    return Rendered(text, keyboard=column(back, *(_day(day, t) for day in shown.days)))


def _day(day: date, t: Words) -> InlineKeyboardButton:
    at = datetime.combine(day, NOON)
    label = t.plain("button-away-day", day=t.short_day(at), weekday=t.weekday(at))
    return button(label, AwayDay(day=day.toordinal()))


@shows("away-cases", of=AwayCasesSight)
def away_cases(shown: AwayCasesSight, t: Words) -> Rendered:
    """The queue, those with the least work, or one colleague."""
    day = shown.back_on.toordinal()
    buttons = [
        button(t.plain("button-away-queue"), AwayCases(day=day, to=TO_QUEUE)),
        button(t.plain("button-away-least"), AwayCases(day=day, to=TO_LEAST_BUSY), ButtonStyle.PRIMARY),
    ]
    for each in shown.colleagues:
        label = t.plain("button-owner", name=each.work_name, open=each.open)
        buttons.append(button(label, AwayCases(day=day, to=each.staff_id)))
    if shown.page:
        buttons.append(button(t.plain("button-previous-page"), AwayDay(day=day, page=shown.page - 1)))
    if shown.page + 1 < shown.pages:
        buttons.append(button(t.plain("button-next-page"), AwayDay(day=day, page=shown.page + 1)))
    buttons.append(button(t.plain("button-away-other-day"), AwayDo(step=AwayStep.SHOW)))
    text = t.get("screen-away-cases", back_on=t.day(shown.back_on), open=shown.open)
    return Rendered(text, keyboard=grid(buttons, width=1))


@shows("away-set", of=AwaySetSight)
def away_set(shown: AwaySetSight, t: Words) -> Rendered:
    """What was noted, and what became of the cases."""
    lines = [
        t.get("away-returned", count=shown.returned) if shown.returned else Markup(),
        t.get("away-passed", count=shown.passed) if shown.passed else Markup(),
        t.get("away-kept", count=shown.kept) if shown.kept else Markup(),
    ]
    noted = t.get("screen-away-set", back_on=t.day(shown.back_on))
    back = button(t.plain("button-back-at-work"), AwayDo(step=AwayStep.BACK))
    return Rendered(join([noted, join(lines)], "\n\n"), keyboard=column(back))
