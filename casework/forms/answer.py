"""A person writes while a form asks: mostly an answer, sometimes something else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from casework.act import act
from casework.context import Context
from casework.danger.hear import hear
from casework.errors import Stale
from casework.files.attachment import Attachment, attach, tell_flaw
from casework.forms.files import brought, take_file
from casework.forms.filling import Filling, Went, opened
from casework.forms.placing import find_places
from casework.forms.several import read_options, tick_or_take
from db.models import Draft
from rules.forms import Choice, Files, Place, Problem, Said, Several, Step, Unsure, options_of, parse, worth_keeping
from rules.local_time import local_date


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """What was said, where it stands, and the picture or file that came, with the words below it."""

    form_id: int
    said: Said
    chat_id: int
    telegram_message_id: int
    caption: str = ""
    attached: Attachment | None = None


@act("form.answer")
async def answer(ctx: Context, data: AnswerForm) -> Went:
    """Keeps the answer and asks on, or helps with this very question. OVER: there is no such form, nothing was done.

    Words that are no answer but tell something wait as words do, and so does every file, to be passed on or not.
    Dangerous words bring the hotlines first. What staff type is written down for somebody: nothing of it waits.
    """
    try:
        filling = await opened(ctx, data.form_id)
    except Stale:
        return Went.OVER
    if filling.member is None:
        await hear(ctx, filling.person, data.said.text or data.caption)
    place = filling.place
    if place is not None and isinstance(place.step, Files) and data.attached is not None:
        problem = await _take_file(filling, data, place.step)
    else:
        problem = await _understand(filling, data)
    await filling.show(problem)
    return Went.ON


async def _understand(filling: Filling, data: AnswerForm) -> Problem | None:
    place = filling.place
    if place is None:
        return await _no_answer(filling, data, Choice(slug="", options=()), Problem.NO_OPTION)
    if isinstance(place.step, Choice | Several):
        return await _choose(filling, data, place)
    find = partial(find_places, filling.ctx.catalogue)
    understood = parse(place.step, data.said, local_date(filling.ctx.now), find)
    if isinstance(understood, Problem):
        return await _no_answer(filling, data, place.step, understood)
    if isinstance(understood, Unsure):
        filling.pend([*understood.places, understood.said])
        return None if understood.places else await _no_answer(filling, data, place.step, Problem.NO_PLACE)
    filling.take(understood)
    return None


async def _choose(filling: Filling, data: AnswerForm, place: Place) -> Problem | None:
    named = data.said.options.get(place.step.slug)
    if named is not None and named in {option.slug for option in options_of(place, filling.answers)}:
        tick_or_take(filling, place, named)
        return None
    wrong: Problem | None = Problem.NOT_WORDS if data.said.text is None else Problem.NO_OPTION
    if isinstance(place.step, Several) and place.step.reads is not None and data.said.text is not None:
        wrong = read_options(filling, place, data.said.text.strip())
        # These words wait within the form itself.
        if wrong is not Problem.TOO_LONG:
            return wrong
    return None if wrong is None else await _no_answer(filling, data, place.step, wrong)


async def _take_file(filling: Filling, data: AnswerForm, step: Files) -> Problem | None:
    problem = await take_file(filling, step, data.attached, _brought(filling, data))
    return None if problem is None else await _no_answer(filling, data, step, problem)


async def _no_answer(filling: Filling, data: AnswerForm, step: Step, problem: Problem) -> Problem:
    text = data.said.text
    if filling.member is not None:
        return problem
    if data.caption or data.attached or (text is not None and worth_keeping(step, text, problem)):
        await _keep(filling, data)
    return problem


async def _keep(filling: Filling, data: AnswerForm) -> None:
    """It waits beside the form, with its file. Every button shown so far is stale: there is more to decide about."""
    ctx, words = filling.ctx, _brought(filling, data)
    ctx.uow.session.add(words)
    await ctx.uow.session.flush()
    if data.attached is not None:
        await tell_flaw(ctx, filling.person, await attach(ctx, data.attached, draft_id=words.id))
    filling.pend(filling.pending)


def _brought(filling: Filling, data: AnswerForm) -> Draft:
    return brought(filling, data.chat_id, data.telegram_message_id, data.said.text or data.caption)
