"""One run of a broadcast on a lead's desk: its draft, what follows when it is sent, how far it is, how it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.callbacks.broadcasts import BroadcastNew, Broadcasts, DraftMenu, RunDo, RunStep
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.broadcast_menus import MENUS, value_of
from bot.telegram.render.broadcasts import ABOUT, RUN_STATES, label_of
from bot.telegram.render.file_names import file_name
from bot.telegram.render.name import Name
from bot.telegram.render.names import LANGUAGE_NAMES
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.broadcasts.menu import Menu
from casework.letters.sights import BroadcastAnsweredSight, RunSight, WhyLine
from rules import broadcasts
from rules.broadcast_words import Variable
from rules.broadcasts import OVER, Every, Progress, State
from rules.files import FileState

WHY: Mapping[str, Name] = {
    "blocked": lambda t: t.plain("broadcast-why-blocked"),
    "deactivated": lambda t: t.plain("broadcast-why-deactivated"),
    "cannot-initiate": lambda t: t.plain("broadcast-why-unreachable"),
    "forbidden": lambda t: t.plain("broadcast-why-unreachable"),
    "unreachable": lambda t: t.plain("broadcast-why-unreachable"),
    "expired": lambda t: t.plain("broadcast-why-expired"),
    "stopped-kind": lambda t: t.plain("broadcast-why-stopped-kind"),
    "changed": lambda t: t.plain("broadcast-why-changed"),
    "own-failure": lambda t: t.plain("broadcast-why-own-failure"),
}
EDITS: Sequence[tuple[Menu, Name]] = (
    (Menu.TEXT_UK, lambda t: t.plain("button-broadcast-text-uk")),
    (Menu.TEXT_EN, lambda t: t.plain("button-broadcast-text-en")),
    (Menu.FILE, lambda t: t.plain("button-broadcast-file")),
    (Menu.BUTTONS, lambda t: t.plain("button-broadcast-buttons")),
    (Menu.WHOM, lambda t: t.plain("button-broadcast-whom")),
    (Menu.ABOUT, lambda t: t.plain("button-broadcast-about")),
    (Menu.WHEN, lambda t: t.plain("button-broadcast-when")),
    (Menu.KEEP, lambda t: t.plain("button-broadcast-keep")),
)


@shows("broadcast-run", of=RunSight)
def run(shown: RunSight, t: Words) -> Rendered:
    """As it is now, with all that can be done."""
    head = t.get(
        "screen-broadcast-run",
        title=shown.title or t.plain("broadcast-no-title"),
        state=RUN_STATES[shown.state](t),
        about=ABOUT[shown.about](t),
    )
    if shown.progress is not None:
        return Rendered(join([head, _counted(shown, shown.progress, t)], "\n\n"), keyboard=_under_way(shown, t))
    return Rendered(join([head, *_content(shown, t), *_follows(shown, t)], "\n\n"), keyboard=_before(shown, t))


@shows("broadcast-to-confirm", of=RunSight)
def to_confirm(shown: RunSight, t: Words) -> Rendered:
    """A second person is asked."""
    parts = [t.get("letter-broadcast-to-confirm"), *_content(shown, t), *_follows(shown, t)]
    return Rendered(join(parts, "\n\n"), keyboard=_before(shown, t))


@shows("broadcast-answered", of=BroadcastAnsweredSight)
def answered(shown: BroadcastAnsweredSight, t: Words) -> Rendered:
    """What the second person said."""
    title = shown.title or t.plain("broadcast-no-title")
    said = t.get("letter-broadcast-answered", confirmed="yes" if shown.confirmed else "no", who=shown.who, title=title)
    when = (
        t.get("broadcast-when-at", at=t.weekday_moment(shown.due_at)) if shown.confirmed and shown.due_at else Markup()
    )
    return Rendered(join([said, when]), keyboard=column(_open(shown.run_id, t)))


@shows("broadcast-progress", of=RunSight)
def in_progress(shown: RunSight, t: Words) -> Rendered:
    """How far it is: sent, failed, left, how fast, until when."""
    head = t.get(
        "screen-broadcast-progress",
        title=shown.title or t.plain("broadcast-no-title"),
        state=RUN_STATES[shown.state](t),
        **_numbers(shown.progress),
    )
    return Rendered(join([head, *_pace(shown, t)]), keyboard=_under_way(shown, t))


@shows("broadcast-result", of=RunSight)
def result(shown: RunSight, t: Words) -> Rendered:
    """How it ended, and why some did not get it."""
    numbers = _numbers(shown.progress)
    head = t.get(
        "letter-broadcast-result",
        title=shown.title or t.plain("broadcast-no-title"),
        state=RUN_STATES[shown.state](t),
        sent=numbers["sent"],
        total=numbers["total"],
    )
    if shown.progress is None:
        head = join([head, t.get("broadcast-not-begun")])
    return Rendered(join([head, *_why(shown, t)]), keyboard=_under_way(shown, t))


def _numbers(progress: Progress | None) -> dict[str, str]:
    if progress is None:
        return dict.fromkeys(("sent", "total", "failed", "left"), "0")
    return {
        "sent": str(progress.sent),
        "total": str(progress.total),
        "failed": str(progress.failed + progress.left_out),
        "left": str(progress.left),
    }


def _pace(shown: RunSight, t: Words) -> list[Markup]:
    lines: list[Markup] = []
    if shown.progress is not None and shown.state is State.RUNNING:
        speed, ends = f"{shown.progress.speed:.1f}", shown.progress.ends_at
        lines.append(
            t.get("broadcast-speed", speed=speed, ends=t.hour(ends))
            if ends is not None
            else t.get("broadcast-speed-unknown", speed=speed)
        )
        if shown.until_morning:
            lines.append(t.get("broadcast-night"))
    if shown.stars:
        lines.append(t.get("broadcast-price", stars=shown.stars))
    return lines


def _counted(shown: RunSight, progress: Progress, t: Words) -> Markup:
    numbers = _numbers(progress)
    head = t.get("letter-broadcast-result", title=shown.begins, state=RUN_STATES[shown.state](t),
                 sent=numbers["sent"], total=numbers["total"])  # fmt: skip
    people = [t.get("broadcast-author", author=shown.author)]
    if shown.confirmed_by is not None:
        people.append(t.get("broadcast-confirmed-by", who=shown.confirmed_by))
    return join([head, *_pace(shown, t), *_why(shown, t), *people, *_again(shown, t)])


def _why(shown: RunSight, t: Words) -> list[Markup]:
    lines = [t.get("broadcast-why-line", why=_reason(each, t), count=str(each.count)) for each in shown.why]
    if shown.state in OVER and shown.progress is not None and shown.progress.left:
        lines.append(t.get("broadcast-unsent", count=str(shown.progress.left)))
    return lines


def _reason(each: WhyLine, t: Words) -> str:
    return WHY[each.reason](t) if each.reason in WHY else t.plain("broadcast-why-refused")


def _content(shown: RunSight, t: Words) -> list[Markup]:
    lines = [t.get("broadcast-begins", begins=shown.begins)] if shown.begins else []
    if shown.languages:
        names = ", ".join(LANGUAGE_NAMES[each](t) for each in shown.languages)
        lines.append(t.get("broadcast-languages", languages=names))
    if shown.file is not None and shown.file_state is FileState.REFUSED:
        lines.append(t.get("broadcast-file-refused"))
    elif shown.file is not None:
        lines.append(t.get("broadcast-file", file=file_name(shown.file, t)))
    if shown.buttons:
        lines.append(t.get("broadcast-buttons", buttons=" · ".join(label_of(each, t) for each in shown.buttons)))
    values = [_variable(each, shown.typed.get(each), t) for each in shown.to_type]
    return [join(lines), join(values), join([*_whom(shown, t), *_when(shown, t)])]


def _variable(variable: Variable, typed: str | None, t: Words) -> Markup:
    name = MENUS[Menu(variable.value)](t)
    if typed is None:
        return t.get("broadcast-variable-missing", variable=name)
    return t.get("broadcast-variable", variable=name, value=typed)


def _whom(shown: RunSight, t: Words) -> list[Markup]:
    if shown.is_again:
        lines = [t.get("broadcast-again")]
    elif shown.segment:
        lines = [
            t.get(
                "broadcast-segment-line",
                dimension=MENUS[Menu(each.dimension.value)](t),
                values=", ".join(value_of(Menu(each.dimension.value), value, t) for value in each.values),
            )
            for each in shown.segment
        ]
    else:
        lines = [t.get("broadcast-everybody")]
    reach = {"gets": shown.gets, "unreachable": shown.unreachable, "stopped": shown.stopped}
    lines.append(t.get("broadcast-reach", **{name: str(count) for name, count in reach.items()}))
    if shown.other_language:
        lines.append(t.get("broadcast-other-language", count=str(shown.other_language)))
    return lines


def _when(shown: RunSight, t: Words) -> list[Markup]:
    repeat = shown.repeat
    if repeat.every is Every.BEFORE and not shown.is_again:
        days = ", ".join(str(each) for each in reversed(repeat.days))
        lines = [t.get("broadcast-when-before", days=days, hour=f"{broadcasts.MORNING_HOUR}:00")]
    elif shown.due_at is not None:
        lines = [t.get("broadcast-when-at", at=t.weekday_moment(shown.due_at))]
    else:
        lines = [t.get("broadcast-when-now")]
    return [*lines, *_again(shown, t), t.get("broadcast-keep", hours=str(shown.keep_hours))]


def _again(shown: RunSight, t: Words) -> list[Markup]:
    every = shown.repeat.every
    if every is Every.ONCE or shown.is_again:
        return []
    if shown.repeats_ended:
        return [t.get("broadcast-repeat-ended")]
    often = {Every.WEEK: t.get("broadcast-repeat-week"), Every.MONTH: t.get("broadcast-repeat-month")}
    rule = t.get("broadcast-repeat-rule") if shown.by_rule else t.get("broadcast-repeat-person")
    return [often[every], rule] if every in often else [rule]


def _follows(shown: RunSight, t: Words) -> list[Markup]:
    """What it means to send it."""
    lines = [t.get("broadcast-price", stars=shown.stars)] if shown.stars else []
    if shown.state is State.AWAITING:
        lines.append(t.get("broadcast-author", author=shown.author))
    if shown.sure or shown.state is State.AWAITING:
        lines.append(t.get("broadcast-never"))
        if shown.until_morning:
            lines.append(t.get("broadcast-night"))
    if shown.sure:
        lines.append(t.get("broadcast-second", over=broadcasts.CONFIRM_OVER) if shown.second else Markup())
        lines.append(t.get("broadcast-sure"))
    return [join(lines)]


def _do(label: str, shown: RunSight, step: RunStep, style: ButtonStyle | None = None) -> InlineKeyboardButton:
    return button(label, RunDo(run=shown.run_id, step=step), style)


def _open(run_id: int, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-broadcast-back"), RunDo(run=run_id, step=RunStep.OPEN))


def _before(shown: RunSight, t: Words) -> InlineKeyboardMarkup | None:
    preview = _do(t.plain("button-broadcast-preview"), shown, RunStep.PREVIEW)
    back = button(t.plain("button-broadcast-list"), Broadcasts())
    if shown.state is State.DRAFT:
        return _of_sure(shown, preview, t) if shown.sure else _of_draft(shown, preview, back, t)
    stop = _do(t.plain("button-broadcast-stop-run"), shown, RunStep.STOP, ButtonStyle.DANGER)
    if shown.state is State.AWAITING and not shown.is_author:
        yes = _do(t.plain("button-broadcast-confirm"), shown, RunStep.CONFIRM, ButtonStyle.PRIMARY)
        return column(preview, yes, _do(t.plain("button-broadcast-decline"), shown, RunStep.DECLINE), back)
    return column(preview, stop if shown.state not in OVER else None, *_repeat_buttons(shown, t), back)


def _of_sure(shown: RunSight, preview: InlineKeyboardButton, t: Words) -> InlineKeyboardMarkup | None:
    label = (
        t.plain("button-broadcast-to-second", count=shown.gets)
        if shown.second
        else t.plain("button-broadcast-send", count=shown.gets)
    )
    return column(_do(label, shown, RunStep.SEND, ButtonStyle.PRIMARY), preview, _open(shown.run_id, t))


def _of_draft(
    shown: RunSight, preview: InlineKeyboardButton, back: InlineKeyboardButton, t: Words
) -> InlineKeyboardMarkup | None:
    edits = [] if shown.is_again else [(menu, name(t)) for menu, name in EDITS]
    edits += [(Menu(each.value), MENUS[Menu(each.value)](t)) for each in shown.to_type if not shown.is_again]
    buttons = [button(label, DraftMenu(run=shown.run_id, menu=menu)) for menu, label in edits]
    if shown.file is not None and not shown.is_again:
        buttons.append(_do(t.plain("button-broadcast-no-file"), shown, RunStep.NO_FILE))
    ask = _do(t.plain("button-broadcast-ask"), shown, RunStep.ASK, ButtonStyle.PRIMARY)
    drop = _do(t.plain("button-broadcast-drop"), shown, RunStep.DROP, ButtonStyle.DANGER)
    return grid([*buttons, preview, ask, drop, back])


def _repeat_buttons(shown: RunSight, t: Words) -> list[InlineKeyboardButton]:
    if shown.repeat.every is Every.ONCE or shown.repeats_ended or shown.is_again:
        return []
    return [_do(t.plain("button-broadcast-end-repeat"), shown, RunStep.END_REPEAT)]


def _under_way(shown: RunSight, t: Words) -> InlineKeyboardMarkup | None:
    stop = _do(t.plain("button-broadcast-stop-run"), shown, RunStep.STOP, ButtonStyle.DANGER)
    refresh = _do(t.plain("button-broadcast-refresh"), shown, RunStep.OPEN)
    if shown.state is State.RUNNING:
        pause = _do(t.plain("button-broadcast-pause"), shown, RunStep.PAUSE)
        return column(pause, stop, *_repeat_buttons(shown, t), refresh)
    if shown.state is State.PAUSED:
        go_on = _do(t.plain("button-broadcast-go-on"), shown, RunStep.GO_ON, ButtonStyle.PRIMARY)
        return column(go_on, stop, *_repeat_buttons(shown, t), refresh)
    failed = shown.progress.failed if shown.progress is not None else 0
    again = _do(t.plain("button-broadcast-resend", count=failed), shown, RunStep.RESEND) if failed else None
    like = button(t.plain("button-broadcast-like"), BroadcastNew(like=shown.run_id))
    return column(again, like, *_repeat_buttons(shown, t), button(t.plain("button-broadcast-list"), Broadcasts()))
