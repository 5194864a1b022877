"""Carrying words between the two chats of a case: which parts there are, and the letters that bring them."""

from __future__ import annotations

from datetime import datetime, timedelta

from casework.context import Context
from casework.letters import kinds
from casework.letters.kinds.files import FILE_PART
from casework.letters.write import moved_key, show_record, tell_person, tell_topic
from db.models import Case, File, Message, Person
from db.repositories import cases, files
from rules.files import WITHOUT_CAPTION, FileKind
from rules.masking import mask
from rules.splitting import split, units

PART_UNITS = 3500
"""UTF-16 units of a part: Telegram's 4096 less room for a heading."""
CAPTION_UNITS = 850
"""What fits below a file: Telegram's 1024 less room for who sends it."""
ALBUM_UNITS = 300
"""What fits beside each of ten files in one message."""
SPAM = "spam"
"""The result of a case that was no request."""
ALBUM_ARRIVES = timedelta(seconds=2)
"""Telegram tells of an album item by item, at once: so long its first item waits for the others."""


def for_staff(text: str) -> tuple[str, ...]:
    """A person's words as the topic shows them: masked, in parts; at least one."""
    return split(mask(text), PART_UNITS) or ("",)


def for_person(text: str) -> tuple[str, ...]:
    """A staff member's words as the person gets them, in parts; at least one."""
    return split(text, PART_UNITS) or ("",)


def beside_file(text: str, *, album: bool) -> tuple[str, ...]:
    """The parts of the words of a file that are too long to stand with it, as whole messages; none where they fit."""
    return for_person(text) if units(text) > (ALBUM_UNITS if album else CAPTION_UNITS) else ()


def _beside_for_staff(text: str, file: File) -> tuple[str, ...]:
    return for_staff(text) if beside_file(text, album=file.album is not None) else ()


async def show_files(ctx: Context, case: Case, file: File) -> None:
    """Shows in the topic what the person sent: kind and size, never the file; an album as one message."""
    assert file.message_id is not None, "a file in a case belongs to a message"
    first = file.message_id
    if file.album is not None:
        first = (await files.album_of(ctx.uow.session, case.id, "person", file.album))[0][1].id
    await show_record(ctx, case, f"files:{first}", kinds.PersonFiles(case.id, first))


async def carry_file_to_topic(ctx: Context, case: Case, file: File, text: str) -> None:
    """The same for a message that has just come; words too long to stand beside it come as words."""
    await show_files(ctx, case, file)
    for part in range(len(_beside_for_staff(text, file))):
        letter = kinds.PersonMessage(case.id, file.message_id or 0, part)
        await tell_topic(ctx, case, letter, key=moved_key(case, f"{file.message_id}:{part}"))


async def carry_file_to_person(
    ctx: Context, case: Case, person: Person, file: File, text: str, *, not_before: datetime | None = None
) -> None:
    """Writes the letters that bring a staff file to the person; an album waits a moment to be whole."""
    message_id = file.message_id or 0
    letter = kinds.StaffFile(case.id, message_id)
    wait = not_before
    if file.album is not None:
        wait = max(not_before or ctx.now, ctx.now + ALBUM_ARRIVES)
    await tell_person(ctx, person, letter, case=case, key=str(message_id), not_before=wait)
    for part in range(len(beside_file(text, album=False))):
        words = kinds.StaffReply(case.id, message_id, part)
        await tell_person(ctx, person, words, case=case, key=f"{message_id}:{part}", not_before=wait)


async def carry_to_topic(ctx: Context, case: Case, message_id: int, text: str) -> None:
    """Writes the letters that bring a person's message into the topic."""
    for part in range(len(for_staff(text))):
        letter = kinds.PersonMessage(case.id, message_id, part)
        await tell_topic(ctx, case, letter, key=moved_key(case, f"{message_id}:{part}"))


async def carry_to_person(
    ctx: Context, case: Case, person: Person, message_id: int, text: str, *, not_before: datetime | None = None
) -> None:
    """Writes the letters that bring a staff message to the person."""
    for part in range(len(for_person(text))):
        letter = kinds.StaffReply(case.id, message_id, part)
        await tell_person(ctx, person, letter, case=case, key=f"{message_id}:{part}", not_before=not_before)


async def carry_edit_to_topic(ctx: Context, case: Case, message: Message, before: str) -> None:
    """Brings the topic up to date after a person changed their message from `before`."""
    file = await files.of_message(ctx.uow.session, message.id)
    stood, stands = len(for_staff(before)), len(for_staff(message.text))
    if file is not None:
        stood, stands = len(_beside_for_staff(before, file)), len(_beside_for_staff(message.text, file))
        await show_files(ctx, case, file)
    for part in range(max(stood, stands)):
        key = moved_key(case, f"{message.id}:{part}:{message.revision}")
        # Both where the part is new: it may have stood once and been emptied, or been taken back before it left. What
        # is not true of it drops.
        if part >= stood:
            await tell_topic(ctx, case, kinds.PersonMessage(case.id, message.id, part), key=key)
        edit = kinds.PersonMessageEdited(case.id, message.id, part, message.revision)
        await tell_topic(ctx, case, edit, key=key)


async def carry_edit_to_person(ctx: Context, case: Case, person: Person, message: Message, before: str) -> None:
    """Brings the person's chat up to date after a staff member changed their message from `before`.

    Where the message waits, so does what is new about it.
    """
    wait = message.waits_until if message.waits_for is not None else None
    file = await files.of_message(ctx.uow.session, message.id)
    stood, stands = len(for_person(before)), len(for_person(message.text))
    if file is not None:
        stood, stands = len(beside_file(before, album=False)), len(beside_file(message.text, album=False))
        if await _stands_nowhere(ctx, message, FILE_PART):
            anew = kinds.StaffFile(case.id, message.id)
            await tell_person(ctx, person, anew, case=case, key=f"{message.id}:{message.revision}", not_before=wait)
        if FileKind(file.kind) not in WITHOUT_CAPTION:
            below = kinds.StaffFileEdited(case.id, message.id, message.revision)
            await tell_person(ctx, person, below, case=case, key=f"{message.id}:{message.revision}", not_before=wait)
    for part in range(max(stood, stands)):
        key = f"{message.id}:{part}:{message.revision}"
        if part >= stood or await _stands_nowhere(ctx, message, part):
            await tell_person(
                ctx, person, kinds.StaffReply(case.id, message.id, part), case=case, key=key, not_before=wait
            )
        edit = kinds.StaffReplyEdited(case.id, message.id, part, message.revision)
        await tell_person(ctx, person, edit, case=case, key=key, not_before=wait)


async def _stands_nowhere(ctx: Context, message: Message, part: int) -> bool:
    """Whether what was sent stands in another account's chat only: the person reads it anew in theirs."""
    return message.delivered_at is not None and not await cases.is_carried(ctx.uow.session, message.id, part)
