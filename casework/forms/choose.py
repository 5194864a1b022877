"""A person presses one of the answers."""

from __future__ import annotations

from casework.act import act
from casework.context import Context
from casework.forms.files import files_done
from casework.forms.filling import Pressed, Went, pressed
from casework.forms.placing import choose_place, show_countries
from casework.forms.several import press_beside, take_ticked, tick_or_take
from rules.forms import Choice, Files, Problem, Several, Where, options_of


@act("form.choose")
async def choose(ctx: Context, data: Pressed) -> Went:
    """Takes the option, or the place, of this number; of several options ticks it or takes the tick away."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    place = filling.place
    if place is not None and isinstance(place.step, Choice | Several):
        options = options_of(place, filling.answers)
        if data.number < len(options):
            tick_or_take(filling, place, options[data.number].slug)
        elif isinstance(place.step, Several):
            press_beside(filling, place.step, data.number - len(options))
    elif place is not None and isinstance(place.step, Where):
        choose_place(filling, data.number)
    await filling.show()
    return Went.ON


@act("form.choose_done")
async def choose_done(ctx: Context, data: Pressed) -> Went:
    """The person has ticked all that is true, or sent all files."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    place = filling.place
    if place is not None and isinstance(place.step, Files):
        await filling.show(await files_done(filling))
    elif place is not None and isinstance(place.step, Several) and take_ticked(filling, place):
        await filling.show()
    else:
        await filling.show(Problem.NOTHING_CHOSEN)
    return Went.ON


@act("form.choose_abroad")
async def choose_abroad(ctx: Context, data: Pressed) -> Went:
    """Shows the countries, where a place abroad is an answer."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    place = filling.place
    if place is not None and isinstance(place.step, Where) and place.step.abroad:
        show_countries(filling)
    await filling.show()
    return Went.ON
