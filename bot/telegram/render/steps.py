"""The steps of a case: what the person is told, and the menus that only the one who pressed «Стан» sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import CaseButton, CaseDo, CaseStep, StaffStep, StepDo, StepHow, StepMenu, StepVerb
from bot.telegram.callbacks.transfers import Transfers
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.awaited import got_it
from bot.telegram.render.card_buttons import back_to_menu
from bot.telegram.render.name import Name
from bot.telegram.render.names import STATES
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import RefusedSight, StepSight
from rules.cases import State, Verb, leads_to
from rules.catalogue import Provider

STEP_NAMES: Mapping[Verb, Name] = {
    Verb.ASSESS: lambda t: t.plain("button-step-assess"),
    Verb.PLAN: lambda t: t.plain("button-step-plan"),
    Verb.START: lambda t: t.plain("button-step-start"),
    Verb.WAIT_PERSON: lambda t: t.plain("button-step-wait-person"),
    Verb.WAIT_PROVIDER: lambda t: t.plain("button-step-wait-provider"),
    Verb.RESOLVE: lambda t: t.plain("button-step-resolve"),
    Verb.CLOSE: lambda t: t.plain("button-close"),
    Verb.REFUSE: lambda t: t.plain("button-step-refuse"),
}
PROVIDERS: Mapping[Provider, Name] = {
    Provider.HROMADA: lambda t: t.plain("provider-hromada"),
    Provider.NGO: lambda t: t.plain("provider-ngo"),
    Provider.STATE: lambda t: t.plain("provider-state"),
}
"""Whose answer a case may wait for."""
TOLD: Mapping[State, Callable[[Words, StepSight], Markup]] = {
    State.ASSESSING: lambda t, _: t.get("letter-case-step-assessing"),
    State.PLANNED: lambda t, _: t.get("letter-case-step-planned"),
    State.IN_PROGRESS: lambda t, _: t.get("letter-case-step-in-progress"),
    State.WAITING_PERSON: lambda t, _: t.get("letter-case-step-waiting-person"),
    State.WAITING_PROVIDER: lambda t, shown: t.get(
        "letter-case-step-waiting-provider", who=shown.provider.value if shown.provider else "other"
    ),
    State.RESOLVED: lambda t, shown: (
        t.get("letter-case-step-resolved", outcome=shown.outcome.rstrip("."))
        if shown.outcome
        else t.get("letter-case-step-resolved-bare")
    ),
}
"""What the person is told of a state."""


@shows("case-step", of=StepSight)
def case_step(shown: StepSight, t: Words) -> Rendered:
    """How the case stands now, and what comes next."""
    text = t.get("letter-case-step", number=shown.number, now=TOLD[shown.state](t, shown))
    return Rendered(text, keyboard=column(got_it(shown.sign_in, t)) if shown.sign_in is not None else None)


@shows("case-refused", of=RefusedSight)
def case_refused(shown: RefusedSight, t: Words) -> Rendered:
    """Why, by which act, what else there is, and who looks at it again; not why, on a phone that others read."""
    return Rendered(
        join([_refusal(shown, t), _appeal(shown, t)], "\n\n"),
        keyboard=column(
            got_it(shown.case_id, t),
            button(t.plain("button-ask-review"), CaseDo(case=shown.case_id, verb=CaseStep.REOPEN)),
        ),
    )


def _refusal(shown: RefusedSight, t: Words) -> Markup:
    phone = {"phone": shown.office.phone, "hours": shown.office.hours}
    if shown.reason is None:
        return t.get("letter-case-refused-bare", number=shown.number, **phone)
    head = t.get(
        "letter-case-refused",
        named="yes" if shown.name else "no",
        name=shown.name or "",
        number=shown.number,
        about="yes" if shown.service else "no",
        service=shown.service or "",
    )
    why = t.get("letter-case-refused-why", reason=shown.reason.rstrip("."), basis=shown.basis or "")
    return join([head, why, t.get("letter-case-refused-instead", instead=(shown.instead or "").rstrip("."))], "\n\n")


def _appeal(shown: RefusedSight, t: Words) -> Markup:
    appeal = t.get(
        "letter-case-refused-appeal",
        by=t.day(shown.appeal_by),
        another="yes" if shown.another else "no",
        complaint=shown.complaint.rstrip("."),
    )
    if shown.reason is None:
        return appeal
    return join([appeal, t.get("letter-case-refused-paper")], "\n\n")


def which_step(case_id: int, state: State, verbs: Sequence[Verb], t: Words) -> Rendered:
    """What comes next? Only what the table allows."""
    return Rendered(
        t.get("whisper-steps", state=STATES[state](t)),
        keyboard=grid([*(_step(case_id, verb, t) for verb in verbs), back_to_menu(case_id, t)]),
    )


def _step(case_id: int, verb: Verb, t: Words) -> InlineKeyboardButton:
    label = STEP_NAMES[verb](t)
    if verb is Verb.CLOSE:
        return button(label, CaseButton(case=case_id, verb=StaffStep.CLOSE))
    style = ButtonStyle.DANGER if verb is Verb.REFUSE else None
    return button(label, StepDo(case=case_id, step=StepVerb[verb.name]), style)


def which_given(data: StepDo, options: Mapping[str, str], t: Words, *, refer: bool = False) -> Rendered:
    """Which outcome, office or reason of law? `options`: their names by slug; `refer`: a refusal that is none."""
    if refer:
        text = t.get("whisper-step-refer")
    elif data.step is StepVerb.REFUSE:
        text = t.get("whisper-step-reasons")
    elif data.step is StepVerb.WAIT_PROVIDER:
        text = t.get("whisper-step-provider")
    else:
        text = t.get("whisper-step-outcome")
    buttons = [button(name, StepDo(case=data.case, step=data.step, given=slug)) for slug, name in options.items()]
    if data.step is StepVerb.WAIT_PROVIDER:
        # Whoever helps with this gets the case itself, with the person's consent.
        buttons.insert(0, button(t.plain("button-refer-transfer"), Transfers(case=data.case)))
    return Rendered(text, keyboard=grid([*buttons, _back(data, t)], width=1))


def providers(t: Words) -> dict[str, str]:
    """Whose answer may be waited for."""
    return {each.value: name(t) for each, name in PROVIDERS.items()}


def look(data: StepDo, letter: Rendered | None, t: Words, *, may_skip: bool, note: str | None) -> Rendered:
    """What goes to the person, what stays here, and the last press. `letter` None: the person has no Telegram."""
    state = STATES[leads_to(data.step.verb)](t)
    if letter is None:
        parts = [t.get("whisper-step-no-letter", state=state)]
    else:
        parts = [t.get("whisper-step-letter", state=state), t.get("whisper-letter", letter=Markup(letter.text))]
    if letter is not None and not may_skip:
        parts.append(t.get("whisper-step-must"))
    buttons = []
    if letter is not None:
        buttons.append(_press(data, StepHow.SEND, t.plain("button-step-send"), ButtonStyle.PRIMARY))
    if may_skip:
        buttons.append(_press(data, StepHow.SKIP, t.plain("button-step-skip")))
    return _last_look(data, parts, buttons, note, t)


def look_at_refusal(data: StepDo, letter: Rendered, reason: str, t: Words, *, note: str | None) -> Rendered:
    """The letter of a refusal: it goes out when a human confirms it."""
    parts = [t.get("whisper-step-refusal", reason=reason), t.get("whisper-letter", letter=Markup(letter.text))]
    confirm = _press(data, StepHow.SEND, t.plain("button-step-refuse-confirm"), ButtonStyle.DANGER)
    return _last_look(data, parts, [confirm], note, t)


def ask_note(data: StepDo, t: Words) -> Rendered:
    """The next words in this topic are the note of the step."""
    back = _press(data, StepHow.LOOK, t.plain("button-step-no-note"))
    return Rendered(t.get("whisper-step-ask-note"), keyboard=column(back))


def done(state: State, t: Words, *, letter: bool, note: bool) -> Rendered:
    """What was done, in the place of the menu."""
    parts = [t.get("whisper-step-done", state=STATES[state](t))]
    parts.append(t.get("whisper-step-letter-goes") if letter else t.get("whisper-step-without-letter"))
    if note:
        parts.append(t.get("whisper-note-kept"))
    return Rendered(join(parts, " "))


def _last_look(
    data: StepDo, parts: list[Markup], buttons: list[InlineKeyboardButton], note: str | None, t: Words
) -> Rendered:
    if note is not None:
        parts.append(t.get("whisper-step-note", note=note))
    label = t.plain("button-step-other-note") if note is not None else t.plain("button-step-note")
    buttons += [_press(data, StepHow.NOTE, label), _back(data, t)]
    return Rendered(join(parts, "\n\n"), keyboard=grid(buttons, width=1))


def _press(data: StepDo, how: StepHow, label: str, style: ButtonStyle | None = None) -> InlineKeyboardButton:
    return button(label, StepDo(case=data.case, step=data.step, given=data.given, how=how), style)


def _back(data: StepDo, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-step-back"), StepMenu(case=data.case))
