"""The question of a form that is answered with files: they wait beside the form, and go into the case with it."""

from __future__ import annotations

from collections.abc import Sequence

from casework.act import act
from casework.cases.words import put_messages, words_of
from casework.context import Context
from casework.files.attachment import Attachment, attach
from casework.forms.filling import Filling, Pressed, Went, pressed
from casework.letters import kinds
from casework.letters.write import show_case, show_person
from db.models import Case, Draft, FormDraft, Person
from db.repositories import files, forms
from rules.files import PAPERS, FileState
from rules.forms import SUMMARY, Files, Problem


async def take_file(filling: Filling, step: Files, attached: Attachment | None, words: Draft) -> Problem | None:
    """Keeps one file as part of the answer, with the words below it; `words`: the message that brought it.

    What is wrong with it shows in the list. NO_FILE where the message carries none, TOO_MANY_FILES beyond the last.
    """
    if attached is None or attached.kind not in PAPERS:
        return Problem.NO_FILE
    ctx, draft = filling.ctx, filling.draft
    if len(await good_files(filling, draft.at)) >= step.most:
        return Problem.TOO_MANY_FILES
    words.form_id, words.form_key = draft.id, draft.at
    ctx.uow.session.add(words)
    await ctx.uow.session.flush()
    await attach(ctx, attached, draft_id=words.id)
    filling.pend([])
    return None


async def good_files(filling: Filling, key: str) -> list[Draft]:
    """What was sent to this question and is kept, or on its way; oldest first."""
    found = await files.of_form(filling.ctx.uow.session, filling.draft.id)
    return [words for file, words in found if words.form_key == key and file.state != FileState.REFUSED]


async def files_done(filling: Filling) -> Problem | None:
    """The person has sent all: what could not be kept is forgotten, the rest is the answer."""
    key = filling.draft.at
    good = await good_files(filling, key)
    if not good:
        return Problem.NO_FILE
    await drop_files(filling, key, but_for=good)
    filling.take([str(each.id) for each in good])
    return None


async def drop_files(filling: Filling, key: str | None = None, *, but_for: Sequence[Draft] = ()) -> None:
    """Forgets the files of a question, of all questions without `key`."""
    session = filling.ctx.uow.session
    for _, words in await files.of_form(session, filling.draft.id):
        if words not in but_for and key in (None, words.form_key):
            await session.delete(words)
    await session.flush()


@act("form.take_back_file")
async def take_back_file(ctx: Context, data: Pressed) -> Went:
    """Forgets the file that was sent last."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    place = filling.place
    if place is not None and isinstance(place.step, Files):
        sent = [words for _, words in await files.of_form(ctx.uow.session, filling.draft.id)]
        here = [words for words in sent if words.form_key == place.key]
        if here:
            await ctx.uow.session.delete(here[-1])
            await ctx.uow.session.flush()
        # An answer that was given before holds no more than what is left.
        if place.key in filling.answers:
            filling.forget(place.key)
        filling.pend([])
    await filling.show()
    return Went.ON


async def send_files(filling: Filling, case: Case) -> None:
    """All files of questions that were really asked become messages of the case; the others are forgotten."""
    ctx, session = filling.ctx, filling.ctx.uow.session
    answers = filling.form.asked(filling.answers)
    steps = {place.key for place in filling.form.walk(filling.answers) if isinstance(place.step, Files)}
    wanted = {number for key in steps for number in answers.get(key) or ()}
    those = [words for _, words in await files.of_form(session, filling.draft.id) if str(words.id) in wanted]
    if not those:
        return
    said = words_of(those)
    await put_messages(ctx, case, filling.person, said)
    case.unread += len(said)
    for each in those:
        await session.delete(each)
    await session.flush()
    await show_case(ctx, case)


async def show_again(ctx: Context, person: Person, words: Draft) -> None:
    """A file beside a form came, or turned out to be none: the list is shown anew where it stands."""
    form = await forms.by_id(ctx.uow.session, words.form_id or 0)
    if form is not None and form.at in (words.form_key, SUMMARY):
        await show_person(ctx, person, _screen(form), slot=f"form:{form.form}")


def _screen(form: FormDraft) -> kinds.Letter:
    return kinds.FormSummaryScreen(form.id) if form.at == SUMMARY else kinds.FormScreen(form.id)


def brought(filling: Filling, chat_id: int, telegram_message_id: int, text: str) -> Draft:
    """The words of a message that is no answer by itself, not yet kept."""
    return Draft(
        person_id=filling.person.id,
        chat_id=chat_id,
        telegram_message_id=telegram_message_id,
        text=text,
        written_at=filling.ctx.now,
    )
