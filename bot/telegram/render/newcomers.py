"""The first words, numbers to call, help, and what we say when something went wrong."""

from __future__ import annotations

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks import Consent, ConsentAnswer, LanguageChoice, LanguageCode, MyCases, Privacy, PrivacyAction
from bot.telegram.keyboards import button, column, person_menu
from bot.telegram.render.names import hotline_lines
from bot.telegram.render.registry import shows
from bot.telegram.render.returning import come_back
from bot.telegram.rendered import Rendered
from bot.texts.wording import Words
from casework.letters.sights import (
    InfoOnlySight,
    LanguageSight,
    OfficeSight,
    ParkedSight,
    WelcomeSight,
)


@shows("welcome", of=WelcomeSight)
def welcome(shown: WelcomeSight, t: Words) -> Rendered:
    """The first words; the persistent menu comes with them."""
    return Rendered(
        t.get("letter-welcome", hours=shown.office.hours, phone=shown.office.phone),
        keyboard=person_menu(t),
    )


@shows("info-only", of=InfoOnlySight)
def info_only(shown: InfoOnlySight, t: Words) -> Rendered:
    """Numbers and hours for somebody who does not want anything written down."""
    return Rendered(
        t.get(
            "screen-info-only",
            hotlines=hotline_lines(shown.hotlines, t),
            phone=shown.office.phone,
            hours=shown.office.hours,
        ),
        keyboard=column(button(t.plain("button-consent-again"), Consent(answer=ConsentAnswer.ASK_AGAIN))),
    )


@shows("update-parked", of=ParkedSight)
def update_parked(shown: ParkedSight, t: Words) -> Rendered:
    """An apology with a number to name on the phone."""
    return Rendered(
        t.get(
            "letter-update-parked",
            incident=shown.incident,
            phone=shown.office.phone,
            hours=shown.office.hours,
        )
    )


@shows("help", of=OfficeSight)
def help_page(shown: OfficeSight, t: Words) -> Rendered:
    """What the bot can do."""
    return Rendered(
        t.get("screen-help", phone=shown.office.phone, hours=shown.office.hours),
        keyboard=column(
            button(t.plain("button-my-cases"), MyCases()),
            come_back(t),
            button(t.plain("button-privacy"), Privacy(action=PrivacyAction.SHOW)),
        ),
    )


@shows("cancelled", of=OfficeSight)
def cancelled(shown: OfficeSight, t: Words) -> Rendered:
    """Whatever was going on is put aside."""
    return Rendered(
        t.get("screen-cancelled", phone=shown.office.phone, hours=shown.office.hours),
        keyboard=column(button(t.plain("button-my-cases"), MyCases())),
    )


@shows("language", of=LanguageSight)
def language(shown: LanguageSight, t: Words) -> Rendered:
    """The choice of language; the present one is marked."""
    labels = {LanguageCode.UK: t.plain("button-language-uk"), LanguageCode.EN: t.plain("button-language-en")}
    return Rendered(
        t.get("screen-language"),
        keyboard=column(
            *(
                button(label, LanguageChoice(code=code), ButtonStyle.SUCCESS if code == shown.current else None)
                for code, label in labels.items()
            )
        ),
    )
