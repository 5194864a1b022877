"""Options that are ticked, or written: what a press or words mean where more than one may be chosen.

What waits for «Готово» stands in `pending`: the ticks; where mostly one is chosen they stand behind `TICKING`. Own
words that name no option for certain stand there alone, until the person keeps them as they are or chooses.
"""

from __future__ import annotations

from casework.forms.filling import Filling
from rules.forms import LONGEST_OWN, UNFOUND, Choice, Place, Problem, Several, options_of, own_words

TICKING = "several?"
"""What waits begins with it where one press would have answered."""


def ticks(pending: list[str]) -> list[str]:
    """What is ticked so far."""
    return [each for each in pending if each != TICKING and own_words(each) is None]


def is_ticking(step: Several, pending: list[str]) -> bool:
    """Whether a press ticks, and answers nothing yet."""
    return not step.mostly_one or pending[:1] == [TICKING]


def unread(pending: list[str]) -> str | None:
    """Own words that name no option for certain."""
    return next((words for each in pending if (words := own_words(each)) is not None), None)


def tick_or_take(filling: Filling, place: Place, option: str) -> None:
    """Takes the one option of a choice; of several, ticks it or takes the tick away."""
    step, pending = place.step, filling.pending
    alone = next(each.alone for each in options_of(place, filling.answers) if each.slug == option)
    if isinstance(step, Choice):
        filling.take(option)
    elif isinstance(step, Several) and (alone or not is_ticking(step, pending)):
        filling.take([option])
    elif option in pending:
        filling.pend([each for each in pending if each != option])
    else:
        filling.pend([*pending, option])


def press_beside(filling: Filling, step: Several, number: int) -> None:
    """The buttons below the options: several are wanted, or own words stay as they are. `number`: counted from the last
    option. A number of no button changes nothing.
    """
    words = unread(filling.pending)
    if step.mostly_one and number == 0 and not is_ticking(step, filling.pending):
        filling.pend([TICKING])
    elif words is not None and number == 1:
        filling.take(f"{UNFOUND}{words}")


def take_ticked(filling: Filling, place: Place) -> bool:
    """Takes what is ticked, in the order of the options; whether anything is."""
    ticked = set(ticks(filling.pending))
    if ticked:
        filling.take([each.slug for each in options_of(place, filling.answers) if each.slug in ticked])
    return bool(ticked)


def read_options(filling: Filling, place: Place, text: str) -> Problem | None:
    """Takes the options that words name for certain; else the words wait, and the person says what becomes of them."""
    assert isinstance(place.step, Several), "only several options are read"
    assert place.step.reads is not None, "the same"
    found = place.step.reads(text)
    if found is not None and set(found) <= {each.slug for each in options_of(place, filling.answers)}:
        filling.take(list(found))
        return None
    if len(text) > LONGEST_OWN:
        return Problem.TOO_LONG
    filling.pend([f"{UNFOUND}{text}"])
    return Problem.NO_MONTH
