"""A solved case closes by itself: said before, with a way to say that it is not solved."""

from __future__ import annotations

from bot.telegram.callbacks import CaseDo, CaseStep, MyCase
from bot.telegram.keyboards import button, column
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Words, join
from casework.letters.sights import NumberSight
from casework.letters.sights.closing import ClosesItselfSight


@shows("closes-itself", of=ClosesItselfSight)
def closes_itself(shown: ClosesItselfSight, t: Words) -> Rendered:
    """What was done, on which day the case closes, and the button that keeps it open."""
    parts = [t.get("letter-closes-itself", number=shown.number)]
    if shown.outcome:
        parts.append(t.get("letter-closes-itself-outcome", outcome=shown.outcome.rstrip(".")))
    parts.append(t.get("letter-closes-itself-when", day=t.day(shown.closes)))
    parts.append(t.get("letter-closes-itself-if-not", phone=shown.office.phone, hours=shown.office.hours))
    not_yet = button(t.plain("button-not-yet"), CaseDo(case=shown.case_id, verb=CaseStep.REOPEN))
    return Rendered(join(parts, "\n\n"), keyboard=column(not_yet))


@shows("stays-open", of=NumberSight)
def stays_open(shown: NumberSight, t: Words) -> Rendered:
    """We go on; what is missing?"""
    return Rendered(
        t.get("letter-stays-open", number=shown.number),
        keyboard=column(button(t.plain("button-skip"), MyCase(case=shown.case_id))),
    )
