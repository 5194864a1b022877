"""What is answered at once, past the outbox.

Toasts stand on a pressed button for a moment; whispers are seen only by the one who pressed or wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import (
    CaseButton,
    Fact,
    FactField,
    FactValue,
    FilesMenu,
    OutcomeChoice,
    ShowFiles,
    StaffStep,
)
from bot.telegram.keyboards import button, grid
from bot.telegram.render import desk, files, lists, returning
from bot.telegram.render.appointment_toasts import APPOINTMENT_TOASTS
from bot.telegram.render.broadcast_toasts import BROADCAST_TOASTS
from bot.telegram.render.card_buttons import back_to_menu
from bot.telegram.render.duplicate_toasts import DUPLICATE_TOASTS
from bot.telegram.render.names import unknown_or
from bot.telegram.render.talk_toasts import TALK_TOASTS
from bot.telegram.render.transfer_toasts import TRANSFER_TOASTS
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Value, Words, html
from casework.cases.places import OTHER_PLACE
from casework.files.read import Listed
from casework.letters.sights import DetailsSight, FileToShowSight, ListSight, ReturnSight

PAGE = 8
"""Choices on one page of a menu."""
NOTHING = ""
"""The value that takes a fact back."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its slug or code in the catalogue, and its name in the reader's language."""

    value: str
    label: str


def toast(reason: str, t: Words, **values: Value) -> str:
    """The short plain line on a pressed button; a refusal's `key` is a reason too. Unknown reason: KeyError."""
    return TOASTS[reason](t, values)


def hint(reason: str, t: Words, **values: Value) -> Rendered:
    """The same as a message, and what only fits into a message. Unknown reason: KeyError."""
    if reason in HINTS:
        return Rendered(HINTS[reason](t, values))
    return Rendered(html(toast(reason, t, **values)))


TOASTS: Mapping[str, Callable[[Words, Mapping[str, Value]], str]] = {
    # refusals: `casework.errors.Refusal.key`
    "not-allowed": lambda t, _: t.plain("refusal-not-allowed"),
    "no-such-case": lambda t, _: t.plain("refusal-no-such-case"),
    "stale": lambda t, _: t.plain("refusal-stale"),
    "taken-by-other": lambda t, v: t.plain("refusal-taken-by-other", owner=v["owner"]),
    "already-yours": lambda t, _: t.plain("refusal-already-yours"),
    "seen-by-other": lambda t, v: t.plain("refusal-seen-by-other", owner=v["owner"]),
    "colleague-away": lambda t, v: t.plain(
        "refusal-colleague-away", who=v["who"], until=t.day(date.fromisoformat(str(v["until"])))
    ),
    "nobody-fits": lambda t, _: t.plain("refusal-nobody-fits"),
    "last-lead": lambda t, _: t.plain("refusal-last-lead"),
    "phone-unread": lambda t, _: t.plain("refusal-phone-unread"),
    "press-instead": lambda t, _: t.plain("refusal-press-instead"),
    "has-telegram": lambda t, _: t.plain("refusal-has-telegram"),
    "duty-flaw": lambda t, v: t.plain("refusal-duty-flaw", why=v["why"]),
    "allocation-flaw": lambda t, v: t.plain("refusal-allocation-flaw", why=v["why"]),
    "export-flaw": lambda t, v: t.plain("refusal-export-flaw", why=v["why"]),
    "no-way-back": lambda t, _: t.plain("refusal-no-way-back"),
    "never-asked": lambda t, _: t.plain("refusal-never-asked"),
    "nothing-asked": lambda t, _: t.plain("refusal-nothing-asked"),
    "offer-over": lambda t, _: t.plain("refusal-offer-over"),
    "campaign-flaw": lambda t, v: t.plain("refusal-campaign-flaw", why=v["why"], line=v["line"]),
    "day-unread": lambda t, _: t.plain("refusal-day-unread"),
    "no-return-day": lambda t, v: t.plain("refusal-no-return-day", why=v["why"]),
    "one-human-stays": lambda t, _: t.plain("refusal-one-human-stays"),
    "another-human": lambda t, _: t.plain("refusal-another-human"),
    "refused-by-you": lambda t, _: t.plain("refusal-refused-by-you"),
    "answer-first": lambda t, _: t.plain("refusal-answer-first"),
    "refer-instead": lambda t, _: t.plain("refusal-refer-instead"),
    "look-again": lambda t, _: t.plain("refusal-look-again"),
    "note-empty": lambda t, _: t.plain("refusal-note-empty"),
    "not-owner": lambda t, v: t.plain("refusal-not-owner", owner=v["owner"]),
    "take-first": lambda t, _: t.plain("refusal-take-first"),
    "danger-unanswered": lambda t, _: t.plain("refusal-danger-unanswered"),
    "case-closed": lambda t, _: t.plain("refusal-case-closed"),
    "too-late": lambda t, _: t.plain("refusal-too-late"),
    "code-not-valid": lambda t, _: t.plain("refusal-code-not-valid"),
    "group-taken": lambda t, _: t.plain("refusal-group-taken"),
    "no-topics": lambda t, _: t.plain("refusal-no-topics"),
    "area-unknown": lambda t, _: t.plain("refusal-area-unknown"),
    "find-usage": lambda t, _: t.plain("refusal-find-usage"),
    "already-rated": lambda t, _: t.plain("refusal-already-rated"),
    "reply-empty": lambda t, _: t.plain("refusal-reply-empty"),
    "no-number": lambda t, _: t.plain("refusal-no-number"),
    "file-too-large": lambda t, v: t.plain("refusal-file-too-large", most=v["megabytes"]),
    "file-exchanged": lambda t, _: t.plain("refusal-file-exchanged"),
    "not-carried": lambda t, _: t.plain("refusal-not-carried"),
    "file-on-the-way": lambda t, _: t.plain("refusal-file-on-the-way"),
    "file-not-kept": lambda t, _: t.plain("refusal-file-not-kept"),
    "blank-left": lambda t, v: t.plain("refusal-blank-left", what=v["what"]),
    "no-such-variable": lambda t, v: t.plain("refusal-no-such-variable", what=v["what"]),
    "no-title": lambda t, _: t.plain("refusal-no-title"),
    "too-long": lambda t, values: t.plain("refusal-too-long", most=values["most"]),
    "answer-too-long": lambda t, _: t.plain("refusal-answer-too-long"),
    "categories-open": lambda t, _: t.plain("refusal-categories-open"),
    "mark-settled": lambda t, v: t.plain("refusal-mark-settled", place=v["place"], minutes=v["minutes"]),
    "papers-open": lambda t, v: t.plain("refusal-papers-open", count=v["count"]),
    "second-human": lambda t, _: t.plain("refusal-second-human"),
    "talk-first": lambda t, _: t.plain("refusal-talk-first"),
    "second-needed": lambda t, _: t.plain("toast-second-needed"),
    "nothing-picked": lambda t, _: t.plain("refusal-nothing-picked"),
    "reason-needed": lambda t, _: t.plain("refusal-reason-needed"),
    "covered": lambda t, _: t.plain("refusal-covered"),
    # what was done
    "taken": lambda t, _: t.plain("toast-taken"),
    "assigned": lambda t, v: t.plain("toast-assigned", owner=v["owner"]),
    "note-on-desk": lambda t, _: t.plain("toast-note-on-desk"),
    "handed-over": lambda t, _: t.plain("toast-handed-over"),
    "back-at-work": lambda t, _: t.plain("toast-back-at-work"),
    "duty-added": lambda t, _: t.plain("toast-duty-added"),
    "duty-yours": lambda t, _: t.plain("toast-duty-yours"),
    "duty-removed": lambda t, _: t.plain("toast-duty-removed"),
    "duty-phone-forgotten": lambda t, _: t.plain("toast-duty-phone-forgotten"),
    "released": lambda t, _: t.plain("toast-released"),
    "closed": lambda t, _: t.plain("toast-closed"),
    "reopened": lambda t, _: t.plain("toast-reopened"),
    "shown": lambda t, _: t.plain("toast-shown"),
    "on-desk": lambda t, _: t.plain("toast-on-desk"),
    "questions-on-desk": lambda t, _: t.plain("toast-questions-on-desk"),
    "got-it": lambda t, _: t.plain("toast-got-it"),
    "saved": lambda t, _: t.plain("toast-saved"),
    "rows-links": lambda t, _: t.plain("toast-rows-links"),
    "rows-none": lambda t, _: t.plain("toast-rows-none"),
    "agreement-heard": lambda t, _: t.plain("toast-agreement-heard"),
    "agreement-refused": lambda t, _: t.plain("toast-agreement-refused"),
    "form-stale": lambda t, _: t.plain("toast-form-stale"),
    "seen": lambda t, _: t.plain("toast-seen"),
    "frozen": lambda t, _: t.plain("toast-frozen"),
    "freed": lambda t, _: t.plain("toast-freed"),
    "agreed": lambda t, _: t.plain("toast-agreed"),
    "return-confirmed": lambda t, _: t.plain("toast-return-confirmed"),
    "return-seen-once": lambda t, _: t.plain("toast-return-seen-once"),
    "return-refused": lambda t, _: t.plain("toast-return-refused"),
    "return-undone": lambda t, _: t.plain("toast-return-undone"),
    "runs-again": lambda t, _: t.plain("toast-runs-again"),
    "sent-again": lambda t, _: t.plain("toast-sent-again"),
    "given-up": lambda t, _: t.plain("toast-given-up"),
    "answer-sent": lambda t, _: t.plain("toast-answer-sent"),
    "documents-asked": lambda t, _: t.plain("toast-documents-asked"),
    "document-returned": lambda t, _: t.plain("toast-document-returned"),
    "answer-removed": lambda t, _: t.plain("toast-answer-removed"),
    "answer-restored": lambda t, _: t.plain("toast-answer-restored"),
    **TALK_TOASTS,
    **BROADCAST_TOASTS,
    **APPOINTMENT_TOASTS,
    **DUPLICATE_TOASTS,
    **TRANSFER_TOASTS,
}
"""Reason → the line. `taken-by-other`, `not-owner` and `assigned` need `owner`, `file-too-large` needs `megabytes`,
`blank-left` and `no-such-variable` need `what`, `colleague-away` needs `who` and `until`, `no-return-day` and
`duty-flaw` need `why`, `campaign-flaw` needs `why` and `line`, `provider-flaw` needs `flaw`, `column` and `value`,
`too-long` needs `most`.
"""

HINTS: Mapping[str, Callable[[Words, Mapping[str, Value]], Markup]] = {
    "not-staff": lambda t, _: t.get("whisper-not-staff"),
    "anonymous-admin": lambda t, _: t.get("whisper-anonymous-admin"),
    "bind-usage": lambda t, _: t.get("whisper-bind-usage"),
    "stayed-inside": lambda t, _: t.get("whisper-stayed-inside"),
    "former-usage": lambda t, _: t.get("whisper-former-usage"),
    "note-kept": lambda t, _: t.get("whisper-note-kept"),
    "team-unknown": lambda t, _: t.get("whisper-team-unknown"),
    "code-on-desk": lambda t, _: t.get("whisper-code-on-desk"),
    "former-named": lambda t, _: t.get("whisper-former-named"),
}
"""Reason → the text."""

FACT_NAMES: Mapping[Fact, Callable[[Words], str]] = {
    Fact.SERVICE: lambda t: t.plain("fact-service"),
    Fact.AUDIENCE: lambda t: t.plain("fact-audience"),
    Fact.CATEGORY: lambda t: t.plain("fact-category"),
    Fact.AGE_BAND: lambda t: t.plain("fact-age"),
    Fact.HOUSEHOLD_SIZE: lambda t: t.plain("fact-household"),
    Fact.REGISTERED_HROMADA: lambda t: t.plain("fact-hromada"),
    Fact.ACTUAL_OBLAST: lambda t: t.plain("fact-oblast"),
}


def details(sight: DetailsSight, t: Words) -> Rendered:
    """What is held about the person of a case; says that the reading was written down."""
    return desk.details(sight, t)


def return_check(sight: ReturnSight, t: Words) -> Rendered:
    """Who may be coming back from another account; says that the reading was written down."""
    return returning.check(sight, t)


def file(sight: FileToShowSight, t: Words) -> Rendered:
    """A person's file; says that the reading was written down."""
    return files.desk_file(sight, t)


def case_list(sight: ListSight, t: Words) -> Rendered:
    """A page of cases, for the one who asked."""
    return lists.case_list(sight, t)


def file_list(case_id: int, found: Sequence[Listed], page: int, t: Words) -> Rendered:
    """Which file? A page of what the person sent, the newest first."""
    buttons = [
        button(files.listed(each, t), ShowFiles(case=case_id, message=each.message_id))
        for each in found[page * PAGE : (page + 1) * PAGE]
    ]
    if page:
        buttons.append(button(t.plain("button-previous-page"), FilesMenu(case=case_id, page=page - 1)))
    if (page + 1) * PAGE < len(found):
        buttons.append(button(t.plain("button-next-page"), FilesMenu(case=case_id, page=page + 1)))
    buttons.append(back_to_menu(case_id, t))
    return Rendered(t.get("whisper-files"), keyboard=grid(buttons, width=1))


def outcomes(case_id: int, options: Sequence[Option], t: Words) -> Rendered:
    """Close with which outcome?"""
    return Rendered(
        t.get("whisper-outcomes"),
        keyboard=grid(
            [button(each.label, OutcomeChoice(case=case_id, outcome=each.value)) for each in options], width=1
        ),
    )


def fact_fields(case_id: int, values: Mapping[Fact, str | None], t: Words) -> Rendered:
    """Which fact shall be recorded? `values`: what is recorded already, by its name in the reader's language."""
    buttons = []
    for field, name in FACT_NAMES.items():
        value = values.get(field)
        label = (
            t.plain("button-fact", field=name(t), value=unknown_or(value, t))
            if value
            else t.plain("button-fact-empty", field=name(t))
        )
        buttons.append(button(label, FactField(case=case_id, field=field)))
    buttons.append(back_to_menu(case_id, t))
    return Rendered(t.get("whisper-fact-fields"), keyboard=grid(buttons, width=1))


def fact_groups(case_id: int, field: Fact, groups: Sequence[Option], t: Words) -> Rendered:
    """First the raion (an option's value is its code), then one of its hromadas; or another place; or not known."""
    buttons = [button(each.label, FactField(case=case_id, field=field, group=each.value)) for each in groups]
    buttons.append(button(t.plain("button-other-place"), FactValue(case=case_id, field=field, value=OTHER_PLACE)))
    buttons += _ways_out(case_id, field, t)
    return Rendered(t.get("whisper-fact-groups", field=FACT_NAMES[field](t)), keyboard=grid(buttons))


def fact_values(
    case_id: int,
    field: Fact,
    options: Sequence[Option],
    page: int,
    t: Words,
    *,
    group: str = "",
    current: str | None = None,
) -> Rendered:
    """Which value? A page of `options`, counted from 0; `current` is the value recorded now, `group` the raion."""
    buttons = []
    for each in options[page * PAGE : (page + 1) * PAGE]:
        label = t.plain("button-fact-chosen", value=each.label) if each.value == current else each.label
        style = ButtonStyle.SUCCESS if each.value == current else None
        buttons.append(button(label, FactValue(case=case_id, field=field, value=each.value), style))
    if page:
        back = FactField(case=case_id, field=field, group=group, page=page - 1)
        buttons.append(button(t.plain("button-previous-page"), back))
    if (page + 1) * PAGE < len(options):
        onwards = FactField(case=case_id, field=field, group=group, page=page + 1)
        buttons.append(button(t.plain("button-next-page"), onwards))
    buttons += _ways_out(case_id, field, t)
    return Rendered(t.get("whisper-fact-values", field=FACT_NAMES[field](t)), keyboard=grid(buttons, width=1))


def _ways_out(case_id: int, field: Fact, t: Words) -> list[InlineKeyboardButton]:
    clear = button(t.plain("button-fact-clear"), FactValue(case=case_id, field=field, value=NOTHING))
    back = button(t.plain("button-fact-fields"), CaseButton(case=case_id, verb=StaffStep.FACTS))
    # A case always has a service, be it «своїми словами».
    return [back] if field is Fact.SERVICE else [clear, back]
