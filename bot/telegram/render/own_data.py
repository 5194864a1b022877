"""What we hold about a person, who looked, and how to have it erased."""

from __future__ import annotations

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks import Consent, ConsentAnswer, Home, OwnPhone, PhonePage, Privacy, PrivacyAction
from bot.telegram.keyboards import button, column
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import EraseAskSight, ErasedSight, PrivacySight


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
        readings=_readings(shown, t),
        retention=shown.retention.rstrip("."),
        phone=shown.office.phone,
        hours=shown.office.hours,
    )
    return Rendered(
        join([text, _how_we_write(shown, t)], "\n\n"),
        keyboard=column(
            button(t.plain("button-erase-ask"), Privacy(action=PrivacyAction.ASK_ERASE), ButtonStyle.DANGER),
            button(t.plain("button-speak-freely"), OwnPhone(page=PhonePage.FREELY))
            if shown.watched or shown.covered
            else None,
            None if shown.watched else button(t.plain("button-watched"), Consent(answer=ConsentAnswer.WATCHED)),
            button(t.plain("button-consent-again"), Consent(answer=ConsentAnswer.ASK_AGAIN))
            if shown.consent_given_at is None
            else None,
            button(t.plain("button-help"), Home()),
        ),
    )


@shows("erase-ask", of=EraseAskSight)
def erase_ask(shown: EraseAskSight, t: Words) -> Rendered:
    """Really erase?"""
    return Rendered(
        t.get(
            "screen-erase-ask",
            messages=shown.messages,
            open=shown.open_cases,
            retention=shown.retention.rstrip("."),
        ),
        keyboard=column(
            button(t.plain("button-keep"), Privacy(action=PrivacyAction.SHOW)),
            button(t.plain("button-erase"), Privacy(action=PrivacyAction.ERASE), ButtonStyle.DANGER),
        ),
    )


@shows("erased", of=ErasedSight)
def erased(shown: ErasedSight, t: Words) -> Rendered:
    """What was erased."""
    return Rendered(t.get("screen-erased", cases=shown.cases, retention=shown.retention.rstrip(".")))


def _how_we_write(shown: PrivacySight, t: Words) -> Markup:
    if shown.watched:
        return t.get("screen-privacy-watched")
    return t.get("screen-privacy-covered") if shown.covered else Markup()


def _readings(shown: PrivacySight, t: Words) -> Markup:
    if not shown.readings:
        return t.get("screen-privacy-no-readings")
    return join(
        t.get("screen-privacy-reading", at=t.stamp(each.at), reader=each.reader, number=each.number)
        for each in shown.readings
    )
