"""The questions of a registration on the desk, and its preview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh
from bot.telegram.callbacks.registering import (
    RegisterAnswer,
    RegisterChange,
    RegisterDo,
    RegisterNew,
    RegisterStep,
    RegisterTurn,
)
from bot.telegram.keyboards import button, column
from bot.telegram.render.names import LANGUAGE_NAMES, STATES, Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, quotation
from casework.letters.sights import NothingSight
from casework.letters.sights.registering import RegistrationSight
from casework.letters.view.registering import DAYS
from casework.registering.answer import DONE, ERASE, NO, YES
from rules.languages import LANGUAGES
from rules.registering import NOBODY_KNOWN, NOT_IN_DANGER, SKIPPED, Channel, Ground, Step

Buttons = list[InlineKeyboardButton | None]

CHANNELS: Mapping[str, Name] = {
    Channel.CALL: lambda t: t.plain("channel-call"),
    Channel.VISIT: lambda t: t.plain("channel-visit"),
    Channel.POST: lambda t: t.plain("channel-post"),
}
GROUNDS: Mapping[str, Name] = {
    Ground.ORAL: lambda t: t.plain("ground-oral"),
    Ground.PAPER: lambda t: t.plain("ground-paper"),
    Ground.NOT_NEEDED: lambda t: t.plain("ground-not-needed"),
}
CHOICES: Mapping[Step, Mapping[str, Name]] = {
    Step.CHANNEL: CHANNELS,
    Step.PHONE: {SKIPPED: lambda t: t.plain("button-registration-no-phone")},
    Step.NAME: {SKIPPED: lambda t: t.plain("button-registration-no-name")},
    Step.FORMAL: {
        YES: lambda t: t.plain("button-registration-formal"),
        NO: lambda t: t.plain("button-registration-not-formal"),
    },
    Step.LANGUAGE: {each: LANGUAGE_NAMES[each] for each in LANGUAGES},
    Step.GROUND: GROUNDS,
}
"""Questions with always the same buttons."""
QUESTIONS: Mapping[Step, Callable[[Words], Markup]] = {
    Step.CHANNEL: lambda t: t.get("screen-registration-channel"),
    Step.DANGER: lambda t: t.get("screen-registration-danger"),
    Step.PHONE: lambda t: t.get("screen-registration-phone"),
    Step.NAME: lambda t: t.get("screen-registration-name"),
    Step.SERVICE: lambda t: t.get("screen-registration-service"),
    Step.FORMAL: lambda t: t.get("screen-registration-formal"),
    Step.PLACE: lambda t: t.get("screen-registration-place"),
    Step.LANGUAGE: lambda t: t.get("screen-registration-language"),
    Step.DAY: lambda t: t.get("screen-registration-day"),
    Step.GROUND: lambda t: t.get("screen-registration-ground"),
}
FIELDS: Mapping[Step, Name] = {
    Step.CHANNEL: lambda t: t.plain("registration-field-channel"),
    Step.DANGER: lambda t: t.plain("registration-field-danger"),
    Step.PHONE: lambda t: t.plain("registration-field-phone"),
    Step.NAME: lambda t: t.plain("registration-field-name"),
    Step.SERVICE: lambda t: t.plain("registration-field-service"),
    Step.FORMAL: lambda t: t.plain("registration-field-formal"),
    Step.PLACE: lambda t: t.plain("registration-field-place"),
    Step.LANGUAGE: lambda t: t.plain("registration-field-language"),
    Step.WORDS: lambda t: t.plain("registration-field-words"),
    Step.DAY: lambda t: t.plain("registration-field-day"),
    Step.GROUND: lambda t: t.plain("registration-field-ground"),
}
"""What can be changed on the preview, in its order."""


@shows("registration", of=RegistrationSight)
def registration(shown: RegistrationSight, t: Words) -> Rendered:
    """The open question with its buttons, or all answers."""
    if shown.step is Step.PREVIEW:
        return _preview(shown, t)
    if shown.step is Step.KNOWN:
        text = _known(shown, t)
    elif shown.step is Step.WORDS:
        text = t.get("screen-registration-words", count=len(shown.words), files=shown.files)
    else:
        text = QUESTIONS[shown.step](t)
    return Rendered(text, keyboard=column(*_buttons(shown, t), _cancel(shown, t)), protect=True)


@shows("registration-cancelled", of=NothingSight)
def cancelled(shown: NothingSight, t: Words) -> Rendered:
    """Nothing is kept."""
    again = button(t.plain("button-register"), RegisterNew())
    return Rendered(
        t.get("screen-registration-cancelled"), keyboard=column(again, button(t.plain("button-back"), DeskRefresh()))
    )


def _known(shown: RegistrationSight, t: Words) -> Markup:
    """Numbers and states alone: who it is, the card of the case shows by rights."""
    lines = [
        t.get("screen-registration-known-line", number=each.number, state=STATES[each.state](t)) for each in shown.known
    ]
    return join([t.get("screen-registration-known", phone=shown.phone or ""), join(lines)], "\n\n")


def _buttons(shown: RegistrationSight, t: Words) -> Buttons:
    if shown.step in CHOICES:
        return [_answer(shown, label(t), value) for value, label in CHOICES[shown.step].items()]
    return OTHERS[shown.step](shown, t)


def _answer(shown: RegistrationSight, label: str, value: str, style: ButtonStyle | None = None) -> InlineKeyboardButton:
    return button(label, RegisterAnswer(registration=shown.registration_id, step=shown.step, value=value), style)


def _danger(shown: RegistrationSight, t: Words) -> Buttons:
    return [
        _answer(shown, t.plain("button-registration-danger"), YES, ButtonStyle.DANGER),
        _answer(shown, t.plain("button-registration-no-danger"), NO),
    ]


def _people(shown: RegistrationSight, t: Words) -> Buttons:
    people = {each.person_id: each.number for each in reversed(shown.known)}
    same = [
        _answer(shown, t.plain("button-registration-same", number=number), str(person_id))
        for person_id, number in people.items()
    ]
    return [*same, _answer(shown, t.plain("button-registration-nobody"), NOBODY_KNOWN)]


def _services(shown: RegistrationSight, t: Words) -> Buttons:
    if not shown.menu:
        return [
            button(each.name, RegisterTurn(registration=shown.registration_id, menu=each.slug))
            for each in shown.choices
        ]
    back = button(t.plain("button-back"), RegisterTurn(registration=shown.registration_id))
    return [*(_answer(shown, each.name, each.slug) for each in shown.choices), *_pages(shown, t), back]


def _places(shown: RegistrationSight, t: Words) -> Buttons:
    places = [_answer(shown, each.name, each.slug) for each in shown.choices]
    return [*places, *_pages(shown, t), _answer(shown, t.plain("button-registration-no-place"), SKIPPED)]


def _words(shown: RegistrationSight, t: Words) -> Buttons:
    given = bool(shown.words or shown.files)
    ready = _answer(shown, t.plain("button-registration-ready"), DONE, ButtonStyle.PRIMARY)
    return [
        ready if given or shown.danger else None,
        _answer(shown, t.plain("button-registration-erase"), ERASE) if given else None,
    ]


def _days(shown: RegistrationSight, t: Words) -> Buttons:
    def came(label: str, ordinal: int) -> InlineKeyboardButton:
        value = RegisterAnswer(registration=shown.registration_id, step=Step.DAY, value=str(ordinal))
        return button(label, value)

    if shown.menu == DAYS:
        return [*(came(t.day(each), each.toordinal()) for each in shown.days), *_pages(shown, t)]
    yesterday = shown.today - timedelta(days=1)
    return [
        came(t.plain("button-registration-today", day=t.day(shown.today)), shown.today.toordinal()),
        came(t.plain("button-registration-yesterday", day=t.day(yesterday)), yesterday.toordinal()),
        button(t.plain("button-registration-earlier"), RegisterTurn(registration=shown.registration_id, menu=DAYS)),
    ]


def _pages(shown: RegistrationSight, t: Words) -> Buttons:
    def page(label: str, number: int) -> InlineKeyboardButton:
        return button(label, RegisterTurn(registration=shown.registration_id, menu=shown.menu, page=number))

    return [
        page(t.plain("button-previous-page"), shown.page - 1) if shown.page else None,
        page(t.plain("button-next-page"), shown.page + 1) if shown.more else None,
    ]


def _cancel(shown: RegistrationSight, t: Words) -> InlineKeyboardButton:
    leave = RegisterDo(registration=shown.registration_id, step=RegisterStep.CANCEL)
    return button(t.plain("button-registration-cancel"), leave)


def _preview(shown: RegistrationSight, t: Words) -> Rendered:
    """All answers; each can be changed."""
    asked = [step for step in FIELDS if not (shown.danger and step in NOT_IN_DANGER)]
    lines = [
        t.get("screen-registration-line", field=FIELDS[step](t), value=_value(shown, step, t))
        for step in asked
        if step is not Step.WORDS
    ]
    words = [quotation(each) for each in shown.words]
    files = [t.get("screen-registration-files", count=shown.files)] if shown.files else []
    register = RegisterDo(registration=shown.registration_id, step=RegisterStep.REGISTER)
    changes = [
        button(
            t.plain("button-registration-change", field=FIELDS[step](t)),
            RegisterChange(registration=shown.registration_id, step=step),
        )
        for step in asked
    ]
    return Rendered(
        join([t.get("screen-registration"), join(lines), *words, *files], "\n\n"),
        keyboard=column(
            button(t.plain("button-registration-register"), register, ButtonStyle.SUCCESS), *changes, _cancel(shown, t)
        ),
        protect=True,
    )


def _value(shown: RegistrationSight, step: Step, t: Words) -> str:
    unknown = t.plain("value-unknown")
    match step:
        case Step.CHANNEL:
            return CHANNELS[shown.channel or ""](t)
        case Step.DANGER:
            return t.plain("registration-danger-yes") if shown.danger else t.plain("registration-danger-no")
        case Step.PHONE:
            same = t.plain("registration-same", number=shown.same_as) if shown.same_as else ""
            return f"{shown.phone or unknown}{same}"
        case Step.NAME:
            return shown.name or (t.plain("registration-name-known") if shown.same_as else unknown)
        case Step.SERVICE:
            return shown.service or unknown
        case Step.FORMAL:
            return t.plain("registration-danger-yes") if shown.formal else t.plain("registration-danger-no")
        case Step.PLACE:
            return shown.hromada or unknown
        case Step.LANGUAGE:
            return LANGUAGE_NAMES[shown.language or LANGUAGES[0]](t)
        case Step.DAY:
            return t.day(shown.received_on or shown.today)
        case _:
            return GROUNDS[shown.ground or Ground.NOT_NEEDED](t)


OTHERS: Mapping[Step, Callable[[RegistrationSight, Words], Buttons]] = {
    Step.DANGER: _danger,
    Step.KNOWN: _people,
    Step.SERVICE: _services,
    Step.PLACE: _places,
    Step.WORDS: _words,
    Step.DAY: _days,
}
"""Questions whose buttons depend on what is known."""
