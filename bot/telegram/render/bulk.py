"""One action on many cases: the menus of whoever asks, the preview, progress and end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardMarkup

from bot.telegram.callbacks.bulk import BulkDo, BulkFrom, BulkStep, BulkValue, BulkWhat, What
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, quotation
from casework.bulk.choosing import Option, Source, Where
from casework.letters.sights import BulkSight, LeftOutLine
from rules.bulk import Action, LeftOut, RunState

PAGE = 10
WHERES: Mapping[Where, Name] = {
    Where.QUEUE: lambda t: t.plain("button-bulk-queue"),
    Where.MINE: lambda t: t.plain("button-bulk-mine"),
    Where.OVERDUE: lambda t: t.plain("button-bulk-overdue"),
}
WHATS: Mapping[What, Name] = {
    What.TAG: lambda t: t.plain("button-bulk-tag"),
    What.PRIORITY: lambda t: t.plain("button-bulk-priority"),
    What.ASSIGN: lambda t: t.plain("button-bulk-assign"),
    What.CLOSE: lambda t: t.plain("button-bulk-close"),
    What.ANSWER: lambda t: t.plain("button-bulk-answer"),
    What.LETTER: lambda t: t.plain("button-bulk-letter"),
}
DOES: Mapping[Action, Name] = {
    Action.TAG: lambda t: t.plain("bulk-tag"),
    Action.PRIORITY: lambda t: t.plain("bulk-priority"),
    Action.ASSIGN: lambda t: t.plain("bulk-assign"),
    Action.CLOSE: lambda t: t.plain("bulk-close"),
    Action.ANSWER: lambda t: t.plain("bulk-answer"),
    Action.LETTER: lambda t: t.plain("bulk-letter"),
}
WHY: Mapping[LeftOut, Name] = {
    LeftOut.NO_RIGHT: lambda t: t.plain("left-out-no-right"),
    LeftOut.STATE: lambda t: t.plain("left-out-state"),
    LeftOut.ALREADY: lambda t: t.plain("left-out-already"),
    LeftOut.DANGER: lambda t: t.plain("left-out-danger"),
    LeftOut.WAITS: lambda t: t.plain("left-out-waits"),
    LeftOut.ONE_HUMAN: lambda t: t.plain("left-out-one-human"),
    LeftOut.UNREACHABLE: lambda t: t.plain("left-out-unreachable"),
    LeftOut.BLANK: lambda t: t.plain("left-out-blank"),
    LeftOut.CHANGED: lambda t: t.plain("left-out-changed"),
    LeftOut.FAILED: lambda t: t.plain("left-out-failed"),
}
WORDS = frozenset({Action.ANSWER, Action.LETTER})


def sources(tags: Sequence[Option], t: Words) -> Rendered:
    """Which cases? The lists, and every tag."""
    buttons = [button(name(t), BulkFrom(where=where)) for where, name in WHERES.items()]
    buttons += [button(tag.label, BulkFrom(where=Where.TAG, tag=tag.value)) for tag in tags]
    return Rendered(t.get("bulk-which"), keyboard=grid(buttons))


def actions(source: Source, t: Words) -> Rendered:
    """What with all of them?"""
    buttons = [button(name(t), BulkWhat(where=source.where, what=what, tag=source.tag)) for what, name in WHATS.items()]
    return Rendered(t.get("bulk-what"), keyboard=grid(buttons))


def choices(source: Source, what: What, options: Sequence[Option], page: int, t: Words) -> Rendered:
    """Which tag, reason, colleague, outcome or answer? A page of them, counted from 0."""
    where, tag = source.where, source.tag
    buttons = [
        button(each.label, BulkValue(where=where, what=what, tag=tag, value=each.value))
        for each in options[page * PAGE : (page + 1) * PAGE]
    ]
    turn = [
        (page > 0, t.plain("button-previous-page"), page - 1),
        ((page + 1) * PAGE < len(options), t.plain("button-next-page"), page + 1),
    ]
    buttons += [
        button(label, BulkWhat(where=where, what=what, tag=tag, page=to)) for offered, label, to in turn if offered
    ]
    buttons.append(button(t.plain("button-step-back"), BulkFrom(where=where, tag=tag)))
    return Rendered(t.get("bulk-choose") if options else t.get("bulk-nothing"), keyboard=grid(buttons, width=1))


def typing(t: Words) -> Rendered:
    """What shall the letter say?"""
    return Rendered(t.get("bulk-type"))


def preview(shown: BulkSight, t: Words) -> Rendered:
    """Whom it would reach, and whom not and why; yes or no."""
    parts = [_head(shown, t), _reach(shown, t), *_left_out(shown, t)]
    if shown.action in WORDS:
        parts.append(t.get("bulk-no-answer"))
    if shown.more:
        parts.append(t.get("bulk-more", most=str(shown.total)))
    keyboard = column(button(t.plain("button-bulk-no"), BulkDo(run=shown.run_id, step=BulkStep.NO)))
    if shown.waiting:
        parts.append(t.get("bulk-until", until=t.moment(shown.until)))
        yes = button(
            t.plain("button-bulk-yes", count=shown.waiting),
            BulkDo(run=shown.run_id, step=BulkStep.YES),
            ButtonStyle.PRIMARY,
        )
        keyboard = column(yes, button(t.plain("button-bulk-no"), BulkDo(run=shown.run_id, step=BulkStep.NO)))
    return Rendered(join(parts, "\n\n"), keyboard=keyboard)


@shows("bulk-progress", of=BulkSight)
def progress(shown: BulkSight, t: Words) -> Rendered:
    """How far it is."""
    over = shown.total - shown.waiting
    text = t.get("screen-bulk-progress", over=str(over), total=str(shown.total), done=str(shown.done))
    return Rendered(join([_title(shown, t), text]))


@shows("bulk-done", of=BulkSight)
def done(shown: BulkSight, t: Words) -> Rendered:
    """How it ended, and what was left out."""
    undone = shown.state is RunState.UNDONE
    told = t.get("letter-bulk-undone", done=str(shown.done)) if undone else _told(shown, t)
    return Rendered(join([join([_title(shown, t), told]), *_left_out(shown, t)], "\n\n"), keyboard=_undo(shown, t))


def _told(shown: BulkSight, t: Words) -> Markup:
    return t.get("letter-bulk-done", done=str(shown.done))


def _undo(shown: BulkSight, t: Words) -> InlineKeyboardMarkup | None:
    if not shown.may_undo:
        return None
    return column(button(t.plain("button-bulk-undo"), BulkDo(run=shown.run_id, step=BulkStep.UNDO)))


def _title(shown: BulkSight, t: Words) -> Markup:
    what = shown.what if shown.action is not Action.LETTER else ""
    return t.get("bulk-title", does=DOES[shown.action](t), named="yes" if what else "no", what=what)


def _head(shown: BulkSight, t: Words) -> Markup:
    if shown.action in WORDS:
        title = t.get("bulk-title", does=DOES[shown.action](t), named="no", what="")
        return join([title, quotation(shown.what)])
    return _title(shown, t)


def _reach(shown: BulkSight, t: Words) -> Markup:
    lines = [t.get("bulk-cases", count=str(shown.waiting), total=str(shown.total))]
    if shown.numbers:
        lines.append(t.get("bulk-numbers", numbers=_first(shown.numbers, shown.waiting)))
    if shown.people:
        lines.append(t.get("bulk-people", count=str(shown.people)))
    return join(lines)


def _left_out(shown: BulkSight, t: Words) -> list[Markup]:
    if not shown.left_out:
        return []
    return [join([t.get("bulk-left-out"), *(_line(each, t) for each in shown.left_out)])]


def _line(each: LeftOutLine, t: Words) -> Markup:
    numbers = _first(each.numbers, each.count)
    return t.get("bulk-left-out-line", why=WHY[each.why](t), count=str(each.count), numbers=numbers)


def _first(numbers: Sequence[str], of: int) -> str:
    return ", ".join(numbers) + ("…" if len(numbers) < of else "")
