"""A person writes while a form asks: mostly an answer, sometimes something else."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.files.attachment import Attachment, attach, tell_flaw
from casework.forms.files import brought, take_file
from casework.forms.filling import Filling, Went, opened
from casework.letters import kinds
from casework.letters.write import tell_person
from rules.danger import sounds_dangerous
from rules.files import DECORATION
from rules.forms import Choice, Files, Place, Problem, Said, Several, Unsure, options_of, parse, worth_keeping
from rules.local_time import local_date


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """What was said, where it stands, and the words below a picture or file, if it was one."""

    form_id: int
    said: Said
    chat_id: int
    telegram_message_id: int
    caption: str = ""
    attached: Attachment | None = None


@act("form.answer")
async def answer(ctx: Context, data: AnswerForm) -> Went:
    """Keeps the answer and asks on, or helps with this very question. OVER: there is no such form, nothing was done.

    Words that are no answer but tell something wait as words do, to be passed on or not. Dangerous ones bring the
    hotlines first.
    """
    try:
        filling = await opened(ctx, data.form_id)
    except Stale:
        return Went.OVER
    if sounds_dangerous(data.said.text or data.caption, ctx.catalogue.danger):
        await tell_person(ctx, filling.person, kinds.Hotlines(heard=True))
    place = filling.place
    if place is not None and isinstance(place.step, Files) and data.attached is not None:
        words = brought(filling, data.chat_id, data.telegram_message_id, data.caption)
        problem = await take_file(filling, place.step, data.attached, words)
    else:
        problem = _understand(filling, data)
    if problem is not None:
        await _keep_beside(filling, data, problem)
    await filling.show(problem)
    return Went.ON


def _understand(filling: Filling, data: AnswerForm) -> Problem | None:
    place = filling.place
    if place is None:
        return Problem.NOT_WORDS if data.said.text is None else Problem.NO_OPTION
    if isinstance(place.step, Choice | Several):
        return _choose(filling, data, place)
    find = filling.ctx.catalogue.find_hromadas
    understood = parse(
        place.step, data.said, local_date(filling.ctx.now), lambda typed: tuple(each.code for each in find(typed))
    )
    if isinstance(understood, Problem):
        return understood
    if isinstance(understood, Unsure):
        filling.pend([*understood.places, understood.said])
        return None
    filling.take(understood)
    return None


def _choose(filling: Filling, data: AnswerForm, place: Place) -> Problem | None:
    named = data.said.options.get(place.step.slug)
    if named not in {option.slug for option in options_of(place, filling.answers)} or named is None:
        return Problem.NOT_WORDS if data.said.text is None else Problem.NO_OPTION
    tick_or_take(filling, place, named)
    return None


def tick_or_take(filling: Filling, place: Place, option: str) -> None:
    """Takes the one option of a choice; of several, ticks it or takes the tick away."""
    if isinstance(place.step, Choice):
        filling.take(option)
    elif option in filling.pending:
        filling.pend([each for each in filling.pending if each != option])
    else:
        filling.pend([*filling.pending, option])


async def _keep_beside(filling: Filling, data: AnswerForm, problem: Problem) -> None:
    """What is no answer but tells something waits, to be passed on or not: words, and what came instead of words."""
    step = filling.place.step if filling.place else Choice(slug="", options=())
    text, attached = data.said.text, data.attached
    telling = text is not None and worth_keeping(step, text, problem)
    if not telling and (attached is None or attached.kind in DECORATION):
        return
    words = brought(filling, data.chat_id, data.telegram_message_id, text or data.caption)
    session = filling.ctx.uow.session
    session.add(words)
    await session.flush()
    if attached is not None:
        await tell_flaw(filling.ctx, filling.person, await attach(filling.ctx, attached, draft_id=words.id))
    filling.pend(filling.pending)
