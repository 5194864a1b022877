"""Cases that may be the same: menus for the one who pressed, what topics and desks say, what the person reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import FilesMenu
from bot.telegram.callbacks.duplicates import Duplicates, EndedCase, Merge, Pair, PairStep, Part
from bot.telegram.keyboards import button, grid
from bot.telegram.render.names import STATES, Name
from bot.telegram.render.registry import shows
from bot.telegram.render.topic import summary_parts
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join, link
from casework.letters.sights import (
    DuplicatesSight,
    EndedHistory,
    MergedNewsSight,
    MergedSight,
    NumberLink,
    OtherCase,
    PairSight,
)
from rules.duplicates import Shared, Tie, Why

SHARED: Mapping[Shared, Name] = {
    Shared.PERSON: lambda t: t.plain("duplicate-person"),
    Shared.PHONE: lambda t: t.plain("duplicate-phone"),
    Shared.CHILD: lambda t: t.plain("duplicate-child"),
}


@shows("cases-merged", of=MergedSight)
def merged(shown: MergedSight, t: Words) -> Rendered:
    """Both requests are answered under one number."""
    return Rendered(t.get("letter-cases-merged", **_to(shown), goes_on=shown.goes_on, ended=shown.ended))


@shows("cases-parted", of=MergedSight)
def parted(shown: MergedSight, t: Words) -> Rendered:
    """They are two again."""
    return Rendered(t.get("letter-cases-parted", **_to(shown), goes_on=shown.goes_on, ended=shown.ended))


def _to(shown: MergedSight) -> dict[str, str]:
    return {"named": "yes" if shown.name else "no", "name": shown.name or ""}


@shows("merged-news", of=MergedNewsSight)
def merged_news(shown: MergedNewsSight, t: Words) -> Rendered:
    """Where the work goes on."""
    return Rendered(t.get("letter-merged-news", goes_on=_number(shown.goes_on), owner=_owner(shown.owner, t)))


@shows("took-in-news", of=MergedNewsSight)
def took_in_news(shown: MergedNewsSight, t: Words) -> Rendered:
    """Which case came to it."""
    return Rendered(t.get("letter-took-in-news", ended=_number(shown.ended)))


@shows("parted-news", of=MergedNewsSight)
def parted_news(shown: MergedNewsSight, t: Words) -> Rendered:
    """It is open again by itself."""
    return Rendered(t.get("letter-parted-news", goes_on=_number(shown.goes_on)))


@shows("case-merged-away", of=MergedNewsSight)
def merged_away(shown: MergedNewsSight, t: Words) -> Rendered:
    """A case of yours ended because another one goes on for it."""
    numbers = {"ended": _number(shown.ended), "goes_on": _number(shown.goes_on)}
    return Rendered(t.get("letter-case-merged-away", **numbers, owner=_owner(shown.owner, t)))


@shows("desk-duplicates", of=DuplicatesSight)
def duplicates(shown: DuplicatesSight, t: Words) -> Rendered:
    """What stands beside a case; each has a button."""
    parts = [t.get("letter-desk-duplicates", number=shown.number)]
    if shown.goes_on_in is not None:
        parts.append(t.get("duplicates-goes-on", number=_number(shown.goes_on_in)))
    if shown.maybe:
        parts.append(join([t.get("duplicates-maybe"), *(_line(each, t) for each in shown.maybe)]))
    if shown.tied:
        parts.append(join([t.get("duplicates-tied"), *(_line(each, t) for each in shown.tied)]))
    if shown.taken_in:
        numbers = join([_number(each.number) for each in shown.taken_in], ", ")
        parts.append(t.get("duplicates-taken-in", numbers=numbers))
    if len(parts) == 1:
        parts.append(t.get("duplicates-none"))
    text = join([*parts, t.get("duplicates-how")], "\n\n")
    return Rendered(text, keyboard=grid(list(_buttons(shown, t)), width=1))


def _buttons(shown: DuplicatesSight, t: Words) -> Iterator[InlineKeyboardButton]:
    for each in (*shown.maybe, *shown.tied):
        yield button(each.number.number, Pair(case=shown.case_id, other=each.case_id, step=PairStep.LOOK))
    for ended in shown.taken_in:
        yield button(t.plain("button-ended-history", number=ended.number.number), EndedCase(case=ended.case_id))
        if ended.may_part:
            yield button(t.plain("button-part", number=ended.number.number), Part(case=ended.case_id))
    if shown.may_part:
        yield button(t.plain("button-part", number=shown.number), Part(case=shown.case_id))


def _line(each: OtherCase, t: Words) -> Markup:
    shared = ", ".join(SHARED[what](t) for what in each.shared)
    return t.get(
        "duplicate-line",
        number=_number(each.number),
        service=each.service or t.plain("own-words"),
        state=STATES[each.state](t),
        opened=t.day(each.opened_at),
        owner=_owner(each.owner, t),
        shared=shared or t.plain("duplicate-by-hand"),
    )


def pair(shown: PairSight, t: Words) -> Rendered:
    """Two cases side by side: tie them, make one of them, or say that they are not the same."""
    case, other = shown.case_id, shown.other
    parts = [t.get("whisper-pair", number=shown.number), _line(other, t)]
    tied = other.tie is Tie.LINKED
    steps = [
        (tied, PairStep.UNLINK, t.plain("button-unlink"), None),
        (not tied, PairStep.LINK, t.plain("button-link"), None),
        (shown.why_here is None, PairStep.HERE, t.plain("button-goes-on", number=shown.number), ButtonStyle.PRIMARY),
        (
            shown.why_there is None,
            PairStep.THERE,
            t.plain("button-goes-on", number=other.number.number),
            ButtonStyle.PRIMARY,
        ),
        (other.tie is not Tie.NOT_SAME, PairStep.NOT_SAME, t.plain("button-not-same"), None),
    ]
    if shown.why_here is not None and shown.why_there is not None:
        parts.append(t.get("pair-cannot", why=_why(shown.why_here, shown.why_there).value))
    buttons = [
        button(label, Pair(case=case, other=other.case_id, step=step), style)
        for offered, step, label, style in steps
        if offered
    ]
    buttons.append(button(t.plain("button-step-back"), Duplicates(case=case)))
    return Rendered(join(parts, "\n\n"), keyboard=grid(buttons, width=1))


def _why(here: Why, there: Why) -> Why:
    """What is told where neither can go on: that somebody is in danger explains the other one least."""
    return there if here is Why.DANGER else here


def ask_merge(case_id: int, ends_id: int, into_id: int, sure: tuple[str, str, str | None], t: Words) -> Rendered:
    """Really? `sure`: the number that ends, the one that goes on, who has it then."""
    ends, goes_on, owner = sure
    other = into_id if case_id == ends_id else ends_id
    buttons = [
        button(t.plain("button-merge-yes"), Merge(ends=ends_id, into=into_id), ButtonStyle.PRIMARY),
        button(t.plain("button-step-back"), Pair(case=case_id, other=other, step=PairStep.LOOK)),
    ]
    text = t.get("whisper-ask-merge", ends=ends, goes_on=goes_on, owner=_owner(owner, t))
    return Rendered(text, keyboard=grid(buttons, width=1))


def history(shown: EndedHistory, t: Words) -> Rendered:
    """A page of what happened in a case that was merged; its files stand behind a button."""
    buttons = []
    if shown.page > 0:
        buttons.append(button(t.plain("button-later"), EndedCase(case=shown.case_id, page=shown.page - 1)))
    if shown.page + 1 < shown.pages:
        buttons.append(button(t.plain("button-earlier"), EndedCase(case=shown.case_id, page=shown.page + 1)))
    buttons.append(button(t.plain("button-ended-files"), FilesMenu(case=shown.case_id)))
    head = t.get("whisper-ended-history", number=shown.shown.number)
    return Rendered(join([head, *summary_parts(shown.shown, t)], "\n\n"), keyboard=grid(buttons), protect=True)


def _number(each: NumberLink) -> Markup:
    return link(each.url, each.number) if each.url else html(each.number)


def _owner(owner: str | None, t: Words) -> str:
    return owner or t.plain("value-nobody")
