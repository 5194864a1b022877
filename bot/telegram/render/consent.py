"""The question of consent and what follows each answer."""

from __future__ import annotations

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardMarkup

from bot.telegram.callbacks import Consent, ConsentAnswer, OwnPhone, PhonePage
from bot.telegram.keyboards import button, column
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import ConsentSight, OfficeSight


@shows("consent", of=ConsentSight)
def ask(shown: ConsentSight, t: Words) -> Rendered:
    """The question, in short."""
    text = t.get("screen-consent", retention=shown.retention)
    return Rendered(_with_kept(shown, t, text), keyboard=_answers(t, more=True))


@shows("consent-more", of=ConsentSight)
def ask_with_details(shown: ConsentSight, t: Words) -> Rendered:
    """The question after the details."""
    text = t.get("screen-consent-more", retention=shown.retention, version=shown.version)
    return Rendered(_with_kept(shown, t, text), keyboard=_answers(t, more=False))


@shows("consent-given", of=OfficeSight)
def given(shown: OfficeSight, t: Words) -> Rendered:
    """Thanks; write what you need."""
    return Rendered(t.get("screen-consent-given"))


@shows("watched", of=OfficeSight)
def watched(shown: OfficeSight, t: Words) -> Rendered:
    """How we behave when the phone may be searched."""
    return Rendered(
        t.get("screen-watched", phone=shown.office.phone, hours=shown.office.hours),
        keyboard=column(
            button(t.plain("button-clear-chat"), OwnPhone(page=PhonePage.CLEAR_CHAT)),
            button(t.plain("button-agree-safe-phone"), Consent(answer=ConsentAnswer.ASK_AGAIN)),
            button(t.plain("button-decline"), Consent(answer=ConsentAnswer.DECLINE)),
        ),
    )


def _with_kept(shown: ConsentSight, t: Words, text: Markup) -> Markup:
    call = t.get("screen-consent-call") if shown.call else Markup()
    if not shown.kept_words:
        return join([call, text], "\n\n")
    return join([call, t.get("screen-consent-kept", count=shown.kept_words, days=shown.draft_days), text], "\n\n")


def _answers(t: Words, *, more: bool) -> InlineKeyboardMarkup | None:
    return column(
        button(t.plain("button-agree"), Consent(answer=ConsentAnswer.AGREE), ButtonStyle.PRIMARY),
        button(t.plain("button-consent-more"), Consent(answer=ConsentAnswer.MORE)) if more else None,
        button(t.plain("button-decline"), Consent(answer=ConsentAnswer.DECLINE)),
        button(t.plain("button-watched"), Consent(answer=ConsentAnswer.WATCHED)),
    )
