"""What a card offers: one table. The few most wanted now stand on the card, the rest behind «Ще».

A line is all that a new button needs. Its place in the table is its rank; `wanted` says when it may stand on the card
itself. A finished case has its topic closed, where nothing can be whispered: there all that is left stands on the card.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import (
    AskAgreement,
    AskOwner,
    ButtonData,
    CaseButton,
    CheckReturn,
    Deadlines,
    Details,
    FilesMenu,
    Freeze,
    FreezeStep,
    NoAnswer,
    NotesMenu,
    Phone,
    Quiet,
    QuietStep,
    StaffStep,
    StepMenu,
)
from bot.telegram.callbacks.allocation import PlaceDesk
from bot.telegram.callbacks.appointments import AppointmentsMenu
from bot.telegram.callbacks.canned import AnswersMenu
from bot.telegram.callbacks.card import CardMenu
from bot.telegram.callbacks.documents import DocumentsMenu
from bot.telegram.callbacks.duplicates import Duplicates
from bot.telegram.callbacks.later import NoteAnswers
from bot.telegram.callbacks.pages import PagesMenu
from bot.telegram.callbacks.still_needed import NeedDesk
from bot.telegram.callbacks.transfers import Transfers
from bot.telegram.keyboards import button, grid
from bot.telegram.render.tied import has_others
from bot.telegram.rendered import Rendered
from bot.texts.wording import Words
from casework.letters.sights import CardSight
from rules.agreements import AWAITED
from rules.cases import STEPS, Turn, Verb, is_open, is_queued

ON_THE_CARD = 4
"""So many stand on the card of an open case, and «Ще»."""

Asks = Callable[[CardSight], bool]


@dataclass(frozen=True, slots=True)
class Line:
    """A button of the card. `act`: the act that its press begins with, which says who is offered it in the menu."""

    act: str
    offered: Asks
    label: Callable[[CardSight, Words], str]
    press: Callable[[int], ButtonData]
    wanted: Asks = lambda _: False
    style: ButtonStyle | None = None


def _going_on(shown: CardSight) -> bool:
    return is_open(shown.state)


def _finished(shown: CardSight) -> bool:
    return not is_open(shown.state)


def _queued(shown: CardSight) -> bool:
    return is_queued(shown.state)


def _our_turn(shown: CardSight) -> bool:
    return not is_queued(shown.state) and shown.turn is Turn.STAFF


def _always(shown: CardSight) -> bool:
    return True


def _may(verb: Verb) -> Asks:
    return lambda shown: verb in shown.may


def _case_button(step: StaffStep) -> Callable[[int], ButtonData]:
    return lambda case: CaseButton(case=case, verb=step)


LINES: Sequence[Line] = (
    Line(
        "case.take",
        _may(Verb.TAKE),
        lambda _, t: t.plain("button-take"),
        _case_button(StaffStep.TAKE),
        wanted=_always,
        style=ButtonStyle.PRIMARY,
    ),
    Line(
        "case.reopen",
        _may(Verb.REOPEN),
        lambda _, t: t.plain("button-reopen-staff"),
        _case_button(StaffStep.REOPEN),
        wanted=_always,
    ),
    Line(
        "case.not_spam",
        lambda shown: shown.spam,
        lambda _, t: t.plain("button-not-spam"),
        lambda case: Quiet(case=case, step=QuietStep.NOT_SPAM),
        wanted=_always,
    ),
    Line(
        "return.look",
        lambda shown: shown.returning is not None,
        lambda _, t: t.plain("button-return-check"),
        lambda case: CheckReturn(case=case),
        wanted=_always,
    ),
    Line(
        "agreement.open",
        lambda shown: shown.agreement in AWAITED and is_open(shown.state),
        lambda _, t: t.plain("button-ask-agreement"),
        lambda case: AskAgreement(case=case),
        wanted=_always,
    ),
    Line(
        "duplicate.look",
        has_others,
        lambda _, t: t.plain("button-duplicates"),
        lambda case: Duplicates(case=case),
        wanted=lambda shown: bool(shown.maybe_same),
    ),
    Line(
        "call.open",
        lambda shown: shown.may_phone,
        lambda _, t: t.plain("button-call"),
        lambda case: Phone(case=case),
        wanted=lambda shown: shown.call is not None or shown.crisis,
    ),
    Line(
        "case.ask_step",
        lambda shown: bool(shown.may & set(STEPS)),
        lambda _, t: t.plain("button-step"),
        lambda case: StepMenu(case=case),
        wanted=_always,
    ),
    Line(
        "case.ask_owner",
        _going_on,
        lambda shown, t: t.plain("button-assign") if shown.owner is None else t.plain("button-hand-over"),
        lambda case: AskOwner(case=case),
        wanted=_queued,
    ),
    Line(
        "case.no_answer_needed",
        lambda shown: shown.may_leave,
        lambda _, t: t.plain("button-no-answer"),
        lambda case: NoAnswer(case=case),
        wanted=_always,
    ),
    Line(
        "case.ask_outcome",
        _may(Verb.CLOSE),
        lambda _, t: t.plain("button-close"),
        _case_button(StaffStep.CLOSE),
        wanted=lambda shown: shown.turn is Turn.PERSON,
        style=ButtonStyle.SUCCESS,
    ),
    Line(
        "document.list",
        _going_on,
        lambda _, t: t.plain("button-documents-staff"),
        lambda case: DocumentsMenu(case=case),
        wanted=lambda shown: bool(shown.documents) or _our_turn(shown),
    ),
    Line(
        "canned.list",
        _going_on,
        lambda _, t: t.plain("button-answers"),
        lambda case: AnswersMenu(case=case),
        wanted=_our_turn,
    ),
    Line(
        "case.details",
        _always,
        lambda _, t: t.plain("button-details"),
        lambda case: Details(case=case),
        wanted=_always,
    ),
    Line(
        "transfer.list",
        lambda shown: _going_on(shown) or bool(shown.handing),
        lambda _, t: t.plain("button-transfers"),
        lambda case: Transfers(case=case),
        wanted=lambda shown: bool(shown.handing),
    ),
    Line(
        "place.show",
        lambda shown: shown.recreation and _going_on(shown),
        lambda _, t: t.plain("button-place-desk"),
        lambda case: PlaceDesk(case=case),
    ),
    Line(
        "need.open",
        lambda shown: shown.recreation and _going_on(shown),
        lambda _, t: t.plain("button-need-desk"),
        lambda case: NeedDesk(case=case),
    ),
    Line(
        "later.note",
        lambda shown: shown.recreation and _going_on(shown),
        lambda _, t: t.plain("button-note-answers"),
        lambda case: NoteAnswers(case=case),
    ),
    Line(
        "appointment.list",
        _going_on,
        lambda _, t: t.plain("button-appointments"),
        lambda case: AppointmentsMenu(case=case),
    ),
    Line(
        "page.list",
        _going_on,
        lambda _, t: t.plain("button-pages"),
        lambda case: PagesMenu(case=case),
    ),
    Line(
        "deadline.list",
        lambda shown: shown.deadlines,
        lambda _, t: t.plain("button-deadlines"),
        lambda case: Deadlines(case=case),
    ),
    Line(
        "note.read",
        _always,
        lambda _, t: t.plain("button-notes"),
        lambda case: NotesMenu(case=case),
    ),
    Line(
        "file.list",
        lambda shown: bool(shown.files),
        lambda shown, t: t.plain("button-files", count=shown.files),
        lambda case: FilesMenu(case=case),
    ),
    Line(
        "case.facts",
        _always,
        lambda _, t: t.plain("button-facts"),
        _case_button(StaffStep.FACTS),
    ),
    Line(
        "case.release",
        _may(Verb.RELEASE),
        lambda _, t: t.plain("button-release"),
        _case_button(StaffStep.RELEASE),
    ),
    Line(
        "case.ask_mute",
        lambda shown: is_open(shown.state) and not shown.crisis,
        lambda _, t: t.plain("button-quiet"),
        lambda case: Quiet(case=case, step=QuietStep.MENU),
    ),
    Line(
        "family.fate_changed",
        lambda shown: shown.human_only and not shown.frozen and is_open(shown.state),
        lambda _, t: t.plain("button-freeze"),
        lambda case: Freeze(case=case, step=FreezeStep.FREEZE),
    ),
)
"""The most wanted first."""

IN_TOPIC_ELSE: Sequence[Line] = (
    Line(
        "family.free_letters",
        lambda shown: shown.frozen,
        lambda _, t: t.plain("button-freeze-send"),
        lambda case: Freeze(case=case, step=FreezeStep.SEND),
    ),
    Line(
        "family.free_letters",
        lambda shown: shown.frozen,
        lambda _, t: t.plain("button-freeze-drop"),
        lambda case: Freeze(case=case, step=FreezeStep.DROP),
    ),
)
"""What a letter in the topic offers to a second human, where only one reads the topic."""


def card_buttons(shown: CardSight, t: Words) -> list[InlineKeyboardButton]:
    """What stands on the card itself; who may press it is looked at when it is pressed."""
    near, rest = _parted(shown)
    buttons = [_button(line, shown, t) for line in near]
    return [*buttons, button(t.plain("button-more"), CardMenu(case=shown.case_id))] if rest else buttons


def card_menu(shown: CardSight, acts: Collection[str], t: Words, *, whole: bool = False) -> Rendered:
    """The rest, for one reader: only what begins with one of `acts`, which they may do to this case. `whole`: with what
    stands on the card, which this one has nowhere.
    """
    near, further = _parted(shown)
    elsewhere = [line for line in IN_TOPIC_ELSE if line.offered(shown)]
    lines = [*near, *further, *elsewhere] if whole else further
    rest = [_button(line, shown, t) for line in lines if line.act in acts]
    text = t.get("whisper-menu", number=shown.number) if rest else t.get("whisper-menu-empty", number=shown.number)
    return Rendered(text, keyboard=grid(rest))


def back_to_menu(case_id: int, t: Words) -> InlineKeyboardButton:
    """From a menu that was opened behind «Ще», or from the card, to all that can be done."""
    return button(t.plain("button-menu-back"), CardMenu(case=case_id))


def _parted(shown: CardSight) -> tuple[list[Line], list[Line]]:
    """What stands on the card, and what behind «Ще»."""
    offered = [line for line in LINES if line.offered(shown)]
    if _finished(shown) or len(offered) <= ON_THE_CARD + 1:
        return offered, []
    near = [line for line in offered if line.wanted(shown)][:ON_THE_CARD]
    return near, [line for line in offered if line not in near]


def _button(line: Line, shown: CardSight, t: Words) -> InlineKeyboardButton:
    return button(line.label(shown, t), line.press(shown.case_id), line.style)
