"""What we hold about a person, who looked, and how to have it erased."""

from __future__ import annotations

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import Consent, ConsentAnswer, Home, OwnPhone, PhonePage, Places, Privacy, PrivacyAction
from bot.telegram.keyboards import button, column
from bot.telegram.render.file_names import file_name
from bot.telegram.render.held import held_lines, held_names
from bot.telegram.render.places import told_shortly
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import (
    ConsentWithdrawSight,
    EraseAskSight,
    ErasedSight,
    Kept,
    OfficeSight,
    PrivacySight,
    PrivacyWhySight,
    ReadingLine,
    RenameSight,
    SweepSight,
)


@shows("privacy", of=PrivacySight)
def privacy(shown: PrivacySight, t: Words) -> Rendered:
    """The page about one's own data."""
    consent = (
        t.get("screen-privacy-consent", on=t.day(shown.consent_given_at))
        if shown.consent_given_at
        else t.get("screen-privacy-no-consent")
    )
    text = t.get(
        "screen-privacy",
        consent=consent,
        name_held="yes" if shown.name_held else "no",
        cases=shown.cases,
        messages=shown.messages,
        files=shown.files,
        readings=_readings(shown, t),
        retention=shown.retention.rstrip("."),
        phone=shown.office.phone,
        hours=shown.office.hours,
    )
    parts = [
        text,
        _places(shown, t),
        join(held_lines(shown.held, t)),
        t.get("screen-privacy-complaints", count=str(shown.complaints)) if shown.complaints else Markup(),
        _how_we_write(shown, t),
    ]
    return Rendered(join(parts, "\n\n"), keyboard=column(*_privacy_buttons(shown, t)))


def _privacy_buttons(shown: PrivacySight, t: Words) -> list[InlineKeyboardButton]:
    """Reading first, then changing, then what cannot be taken back."""
    agreed = shown.consent_given_at is not None
    offered = [
        (True, button(t.plain("button-privacy-why"), Privacy(action=PrivacyAction.WHY))),
        (True, button(t.plain("button-privacy-who"), Privacy(action=PrivacyAction.WHO))),
        (agreed and not shown.watched, button(t.plain("button-rename"), Privacy(action=PrivacyAction.RENAME))),
        (shown.may_tell_places, button(t.plain("button-places"), Places())),
        (True, button(t.plain("button-export"), Privacy(action=PrivacyAction.EXPORT))),
        (
            shown.watched or shown.covered,
            button(t.plain("button-speak-freely"), OwnPhone(page=PhonePage.FREELY)),
        ),
        (not shown.watched, button(t.plain("button-watched"), Consent(answer=ConsentAnswer.WATCHED))),
        (not agreed, button(t.plain("button-consent-again"), Consent(answer=ConsentAnswer.ASK_AGAIN))),
        (agreed, button(t.plain("button-consent-withdraw"), Privacy(action=PrivacyAction.ASK_WITHDRAW))),
        (True, button(t.plain("button-erase-ask"), Privacy(action=PrivacyAction.ASK_ERASE), ButtonStyle.DANGER)),
        (True, button(t.plain("button-help"), Home())),
    ]
    return [each for here, each in offered if here]


def _back(t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-back"), Privacy(action=PrivacyAction.SHOW))


@shows("privacy-why", of=PrivacyWhySight)
def why(shown: PrivacyWhySight, t: Words) -> Rendered:
    """Each purpose with what allows it."""
    lines = [
        t.get("screen-privacy-why-line", what=each.what, ground=each.ground, basis=each.basis)
        if each.basis
        else t.get("screen-privacy-why-line-plain", what=each.what, ground=each.ground)
        for each in shown.purposes
    ]
    return Rendered(join([t.get("screen-privacy-why"), *lines], "\n\n"), keyboard=column(_back(t)))


@shows("privacy-who", of=OfficeSight)
def who(shown: OfficeSight, t: Words) -> Rendered:
    """Who sees what, Telegram included."""
    text = t.get("screen-privacy-who", phone=shown.office.phone, hours=shown.office.hours)
    return Rendered(text, keyboard=column(_back(t)))


@shows("rename", of=RenameSight)
def rename(shown: RenameSight, t: Words) -> Rendered:
    """How shall we call you?"""
    ask = t.get("screen-rename", held="yes" if shown.name else "no", called=shown.called or "", name=shown.name or "")
    text = join([t.get("screen-rename-refused"), ask], "\n\n") if shown.refused else ask
    return Rendered(text, keyboard=column(_back(t)))


@shows("renamed", of=RenameSight)
def renamed(shown: RenameSight, t: Words) -> Rendered:
    """As we say it from now on."""
    text = t.get("screen-renamed", name=shown.name or "", called=shown.called or "")
    return Rendered(text, keyboard=column(_back(t)))


@shows("consent-withdraw-ask", of=ConsentWithdrawSight)
def withdraw_ask(shown: ConsentWithdrawSight, t: Words) -> Rendered:
    """What follows?"""
    return Rendered(
        t.get("screen-consent-withdraw-ask", cases=shown.cases, phone=shown.office.phone, hours=shown.office.hours),
        keyboard=column(
            button(t.plain("button-keep"), Privacy(action=PrivacyAction.SHOW)),
            button(t.plain("button-consent-withdraw-now"), Privacy(action=PrivacyAction.WITHDRAW), ButtonStyle.DANGER),
        ),
    )


@shows("consent-withdrawn", of=ConsentWithdrawSight)
def withdrawn(shown: ConsentWithdrawSight, t: Words) -> Rendered:
    """What followed, and what is left."""
    return Rendered(
        t.get("screen-consent-withdrawn", cases=shown.cases),
        keyboard=column(
            button(t.plain("button-erase-ask"), Privacy(action=PrivacyAction.ASK_ERASE), ButtonStyle.DANGER), _back(t)
        ),
    )


@shows("export-ask", of=OfficeSight)
def export_ask(shown: OfficeSight, t: Words) -> Rendered:
    """The file would lie in the chat."""
    return Rendered(
        t.get("screen-export-ask"),
        keyboard=column(
            _back(t), button(t.plain("button-export-now"), Privacy(action=PrivacyAction.EXPORT_NOW), ButtonStyle.DANGER)
        ),
    )


@shows("chat-sweep", "put-away", "tidy-files", "take-back", "desk-sweep", "hide-files", "place-left", of=SweepSight)
def chat_sweep(shown: SweepSight, t: Words) -> Rendered:
    """Says nothing: messages go."""
    return Rendered("", deletes=shown.ids)


@shows("erase-ask", of=EraseAskSight)
def erase_ask(shown: EraseAskSight, t: Words) -> Rendered:
    """Really erase? What goes, what stays, and why."""
    what = t.get("screen-erase-ask", messages=shown.messages, files=shown.files, open=shown.open_cases)
    gone = held_names(shown.held, t)
    held = t.get("screen-erase-ask-held", what=", ".join(gone)) if gone else Markup()
    complaints = t.get("screen-erase-ask-complaints", count=str(shown.complaints)) if shown.complaints else Markup()
    return Rendered(
        join([what, held, complaints, _kept(shown.kept, t), t.get("screen-erase-ask-chat")], "\n\n"),
        keyboard=column(
            button(t.plain("button-keep"), Privacy(action=PrivacyAction.SHOW)),
            button(t.plain("button-erase"), Privacy(action=PrivacyAction.ERASE), ButtonStyle.DANGER),
        ),
    )


@shows("erased", of=ErasedSight)
def erased(shown: ErasedSight, t: Words) -> Rendered:
    """What was erased."""
    parts = [t.get("screen-erased", cases=shown.cases), _kept(shown.kept, t), t.get("screen-erased-again")]
    return Rendered(join(parts, "\n\n"), keyboard=column(button(t.plain("button-help"), Home())))


def _kept(kept: Kept, t: Words) -> Markup:
    """What stays, why, and until when; a line each."""
    lines = [t.get("erase-kept")]
    if kept.cases_until:
        lines.append(t.get("erase-kept-cases", until=t.day(kept.cases_until)))
    if kept.complaints_until:
        lines.append(t.get("erase-kept-complaints", until=t.day(kept.complaints_until)))
    if kept.readings_until:
        lines.append(t.get("erase-kept-readings", until=t.day(kept.readings_until)))
    if kept.consent_until:
        lines.append(t.get("erase-kept-consent", until=t.day(kept.consent_until)))
    return join(lines) if len(lines) > 1 else Markup()


def _places(shown: PrivacySight, t: Words) -> Markup:
    actual, registered = shown.places.actual, shown.places.registered
    if actual is None and registered is None:
        return Markup()
    return t.get("screen-privacy-places", actual=told_shortly(actual, t), registered=told_shortly(registered, t))


def _how_we_write(shown: PrivacySight, t: Words) -> Markup:
    if shown.watched:
        return t.get("screen-privacy-watched")
    return t.get("screen-privacy-covered") if shown.covered else Markup()


def _readings(shown: PrivacySight, t: Words) -> Markup:
    if not shown.readings:
        return t.get("screen-privacy-no-readings")
    return join(_reading(each, t) for each in shown.readings)


def _reading(line: ReadingLine, t: Words) -> Markup:
    at = t.stamp(line.at)
    if line.file is None and not line.checked and not line.searched:
        return t.get("screen-privacy-reading", at=at, reader=line.reader, number=line.number)
    why = t.plain("reading-search") if line.searched else t.plain("reading-return")
    what = file_name(line.file, t) if line.file is not None else why
    return t.get("screen-privacy-reading-file", at=at, reader=line.reader, number=line.number, what=what)
