"""The end of a case and what follows it: not solved, ratings, thanks."""

from __future__ import annotations

from aiogram.types import InlineKeyboardMarkup

from bot.telegram.callbacks import CaseDo, CaseStep, MyCase, MyCases, NewCase, Rate, RateWords
from bot.telegram.keyboards import button, column
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Words, join
from casework.letters.sights import ClosedSight, NumberSight, OfficeSight
from rules.ratings import Mark


@shows("case-closed", of=ClosedSight)
def closed(shown: ClosedSight, t: Words) -> Rendered:
    """What was done, and how to say that it is not solved yet; where it may ask, how it was.

    In danger, and to whom one human speaks, only the end.
    """
    if shown.bare:
        return Rendered(t.get("letter-case-closed-bare", number=shown.number))
    parts = [
        t.get(
            "letter-case-closed",
            named="yes" if shown.name else "no",
            name=shown.name or "",
            number=shown.number,
            outcome=shown.outcome.rstrip("."),
            reopen_by=t.day(shown.reopen_by),
        )
    ]
    if shown.asks:
        parts.append(t.get("letter-case-closed-rating"))
        parts.append(t.get("letter-case-closed-complaint", complaint=shown.complaint.rstrip(".")))
        parts.append(t.get("letter-case-closed-goodbye"))
    return Rendered(join(parts, "\n\n"), keyboard=_after_closing(shown, t))


def _after_closing(shown: ClosedSight, t: Words) -> InlineKeyboardMarkup:
    reopen = button(t.plain("button-reopen"), CaseDo(case=shown.case_id, verb=CaseStep.REOPEN))
    if not shown.asks:
        return InlineKeyboardMarkup(inline_keyboard=[[reopen]])
    marks = [
        button(t.plain("button-rate-bad"), Rate(case=shown.case_id, mark=Mark.BAD)),
        button(t.plain("button-rate-so-so"), Rate(case=shown.case_id, mark=Mark.SO_SO)),
        button(t.plain("button-rate-good"), Rate(case=shown.case_id, mark=Mark.GOOD)),
    ]
    complain = button(t.plain("button-complain"), CaseDo(case=shown.case_id, verb=CaseStep.COMPLAIN))
    return InlineKeyboardMarkup(inline_keyboard=[[reopen], marks, [complain]])


@shows("not-solved-yet", of=NumberSight)
def not_solved_yet(shown: NumberSight, t: Words) -> Rendered:
    """It is open again; what is missing?"""
    return Rendered(
        t.get("letter-not-solved-yet", number=shown.number, phone=shown.office.phone, hours=shown.office.hours),
        keyboard=column(button(t.plain("button-skip"), MyCase(case=shown.case_id))),
    )


@shows("rated", of=NumberSight)
def rated(shown: NumberSight, t: Words) -> Rendered:
    """Counted; a sentence may follow."""
    return Rendered(
        t.get("screen-rated"),
        keyboard=column(
            button(t.plain("button-rate-words"), RateWords(case=shown.case_id)),
            button(t.plain("button-rate-no-words"), MyCase(case=shown.case_id)),
        ),
    )


@shows("rating-words", of=NumberSight)
def rating_words(shown: NumberSight, t: Words) -> Rendered:
    """Write a sentence."""
    no_words = button(t.plain("button-rate-no-words"), MyCase(case=shown.case_id))
    return Rendered(t.get("screen-rating-words"), keyboard=column(no_words))


@shows("rating-words-kept", of=NumberSight)
def rating_words_kept(shown: NumberSight, t: Words) -> Rendered:
    """The sentence was written down."""
    return Rendered(t.get("screen-rating-words-kept"), keyboard=column(button(t.plain("button-my-cases"), MyCases())))


@shows("thanks", of=OfficeSight)
def thanks(shown: OfficeSight, t: Words) -> Rendered:
    """You are welcome."""
    return Rendered(
        t.get("screen-thanks"),
        keyboard=column(
            button(t.plain("button-new-question"), NewCase()), button(t.plain("button-my-cases"), MyCases())
        ),
    )
