"""Whether families still need a place: the lead's screen, the letter, what a caseworker notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh, MyCase
from bot.telegram.callbacks.recreation import CampaignOpen
from bot.telegram.callbacks.still_needed import NeedAskAll, NeedDesk, NeedNote, NeedSay
from bot.telegram.keyboards import button, column
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights.still_needed import NeedAsksSight, NeedDeskSight, OwnNeed, StillNeededSight
from rules.recreation.still_needed import OPEN, AskState

SIGNS = 30
"""Of a name on a button."""
Say = Callable[[bool, int], NeedSay | NeedNote]
"""What a button carries: needed or not, and the child (0: all)."""


@shows("need-asks", of=NeedAsksSight)
def need_asks(shown: NeedAsksSight, t: Words) -> Rendered:
    """How many said what."""
    counts = {state: shown.counts.get(state, 0) for state in AskState}
    parts = [
        t.get("screen-need-asks", name=shown.name, days=shown.days),
        t.get(
            "need-counts",
            asked=sum(counts.values()),
            waiting=counts[AskState.WAITING],
            yes=counts[AskState.YES],
            some=counts[AskState.SOME],
            no=counts[AskState.NO],
            silent=counts[AskState.SILENT],
        ),
    ]
    if shown.silent:
        parts.append(t.get("screen-need-silent"))
    return Rendered(join(parts, "\n\n"), keyboard=column(*_asking(shown, t)))


def _asking(shown: NeedAsksSight, t: Words) -> Iterator[InlineKeyboardButton]:
    if shown.may_ask:
        label = t.plain("button-need-ask", count=shown.to_ask)
        yield button(label, NeedAskAll(campaign=shown.campaign_id), ButtonStyle.PRIMARY)
    yield from (button(number, NeedDesk(case=case_id)) for case_id, number in shown.silent)
    yield button(t.plain("button-back"), CampaignOpen(campaign=shown.campaign_id))


@shows("still-needed", of=StillNeededSight)
def still_needed(shown: StillNeededSight, t: Words) -> Rendered:
    """Is it?"""
    return _letter(shown, t.get("letter-still-needed", number=shown.number), t)


@shows("still-needed-again", of=StillNeededSight)
def still_needed_again(shown: StillNeededSight, t: Words) -> Rendered:
    """Once more."""
    return _letter(shown, t.get("letter-still-needed-again", number=shown.number), t)


def _letter(shown: StillNeededSight, head: Markup, t: Words) -> Rendered:
    parts = [
        head,
        t.get("still-needed-until", at=t.moment(shown.need.due_at)),
        t.get("place-ask", phone=shown.office.phone, hours=shown.office.hours),
    ]
    case = button(t.plain("button-show-case"), MyCase(case=shown.case_id))
    return Rendered(join(parts, "\n\n"), keyboard=column(*need_buttons(shown.need, t), case))


@shows("need-desk", of=NeedDeskSight)
def need_desk(shown: NeedDeskSight, t: Words) -> Rendered:
    """To be asked on the phone, and the answer to be noted."""
    need = shown.need
    parts = [t.get("screen-need-desk", number=shown.number), *need_lines(need, t)]

    def note(needed: bool, child: int) -> NeedNote:
        return NeedNote(application=need.application_id, needed=needed, child=child)

    keys = [*_answers(need, note, t), button(t.plain("button-back"), DeskRefresh())]
    return Rendered(join(parts, "\n\n"), keyboard=column(*keys))


def need_lines(need: OwnNeed, t: Words) -> list[Markup]:
    """What is asked, or was answered."""
    if need.state in OPEN:
        return [t.get("mine-need-asked", at=t.moment(need.due_at))]
    return [
        t.get("mine-need-child", child=_name(each.name, each.position, t), needed="yes" if each.needed else "no")
        for each in need.children
    ]


def need_buttons(need: OwnNeed, t: Words) -> list[InlineKeyboardButton]:
    """What the family can say now."""

    def say(needed: bool, child: int) -> NeedSay:
        return NeedSay(application=need.application_id, needed=needed, child=child)

    return list(_answers(need, say, t))


def _answers(need: OwnNeed, data: Say, t: Words) -> Iterator[InlineKeyboardButton]:
    """All at once, then, where there are several, each by itself; what was said stands without a button."""
    several = len(need.children) > 1
    some = {each.needed for each in need.children}
    if need.state in OPEN or False in some:
        label = t.plain("button-need-yes-all") if several else t.plain("button-need-yes")
        yield button(label, data(True, 0), ButtonStyle.PRIMARY)
    if True in some:
        label = t.plain("button-need-no-all") if several else t.plain("button-need-no")
        yield button(label, data(False, 0))
    for each in need.children if several else ():
        name = _name(each.name, each.position, t)
        label = t.plain("button-need-child", child=name, needed="yes" if each.needed else "no")
        yield button(label, data(not each.needed, each.child_id))


def _name(name: str | None, position: int, t: Words) -> str:
    return name[:SIGNS] if name else t.plain("place-nth-child", nth=str(position))
