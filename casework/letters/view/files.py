"""Letters about files, and how a file stands in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casework.cases.relay import beside_file
from casework.letters import kinds
from casework.letters.kinds.files import FILE_PART
from casework.letters.sights import (
    ArrivedFile,
    CannotReadSight,
    FileLine,
    FileRefusedSight,
    FilesToShowSight,
    FileToSend,
    FileToShowSight,
    PersonFilesSight,
    Sight,
    StaffFileRefusedSight,
    StaffFilesSight,
)
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.letters.view.talk import is_silent, replied_to
from casework.talk.waiting import may_still_go
from db.models import File, Message
from db.repositories import cases, files, staff
from rules.files import FileKind, FileState, Flaw, may_stand_together
from rules.masking import mask

MOST_IN_ALBUM = 10


def line_of(file: File, *, named: bool = False) -> FileLine:
    """What a file is; `named`: for whoever may know its name."""
    return FileLine(FileKind(file.kind), file.name if named else None, file.size, file.duration)


def line_of_kind(kind: str) -> FileLine | None:
    """A file of which only the kind is known; None for what is no kind of file."""
    return FileLine(FileKind(kind)) if kind in set(FileKind) else None


def to_send(file: File, message_id: int, words: str) -> FileToSend:
    """The file ready to be handed to Telegram, with the words that stand below it."""
    below = "" if beside_file(words, album=False) else words
    return FileToSend(file.id, message_id, FileKind(file.kind), file.telegram_id, file.name, file.card, below)


@view(kinds.CannotRead)
async def _cannot_read(look: Look, letter: kinds.CannotRead) -> Sight:
    language = (await look.person()).language
    return look.sight(language, CannotReadSight(letter.about, look.office(language)))


@view(kinds.FileRefused)
async def _file_refused(look: Look, letter: kinds.FileRefused) -> Sight:
    language = (await look.person()).language
    shows = FileRefusedSight(FileKind(letter.file_kind), Flaw(letter.flaw), look.office(language))
    return look.sight(language, shows)


@view(kinds.PersonFiles)
async def _person_files(look: Look, letter: kinds.PersonFiles) -> Sight | None:
    session = look.uow.session
    message, file = await cases.message(session, letter.message_id), await files.of_message(session, letter.message_id)
    if message is None or file is None:
        return None
    items = [(file, message)]
    if file.album is not None:
        items = list(await files.album_of(session, letter.case_id, "person", file.album))
    shows = PersonFilesSight(
        letter.case_id,
        message.id,
        tuple(_arrived(each, its) for each, its in items),
        edited=any(its.revision for _, its in items),
        silent=is_silent(await look.case(letter.case_id), look.now),
    )
    return look.sight(STAFF_LANGUAGE, shows, reply_to=await replied_to(look, message))


def _arrived(file: File, message: Message) -> ArrivedFile:
    words = "" if beside_file(message.text, album=file.album is not None) else mask(message.text)
    return replace(arrived(file, words), line=line_of(file))


def arrived(file: File, words: str) -> ArrivedFile:
    """What came, under its own name: for whoever sent it."""
    flaw = Flaw(file.flaw) if file.flaw else None
    return ArrivedFile(line_of(file, named=True), FileState(file.state), flaw, words)


@view(kinds.StaffFile)
async def _staff_file(look: Look, letter: kinds.StaffFile) -> Sight | None:
    session = look.uow.session
    message, file = await cases.message(session, letter.message_id), await files.of_message(session, letter.message_id)
    if message is None or file is None or await cases.is_carried(session, message.id, FILE_PART):
        return None
    if not may_still_go(await look.case(letter.case_id), message):
        return None
    person, together = await look.person(), [(file, message)]
    if person.discreet:
        announced = await _is_announced(look, file, message)
        return None if announced else look.sight(person.language, await _covered(look, message))
    if file.album is not None:
        together = await _rest_of_album(look, file, message, file.album)
    to = await replied_to(look, message)
    return look.sight(person.language, await _staff_sight(look, message, together), reply_to=to)


async def _is_announced(look: Look, file: File, message: Message) -> bool:
    """Whether an earlier item of the album brought the one covered line that opens all of it."""
    if file.album is None:
        return False
    for _, its in await files.album_of(look.uow.session, message.case_id, "staff", file.album):
        if its.id < message.id and await cases.is_carried(look.uow.session, its.id, FILE_PART):
            return True
    return False


async def _covered(look: Look, message: Message) -> StaffFilesSight:
    """No word of what it is, nor whose: the person opens it when nobody else reads."""
    return replace(await _staff_sight(look, message, []), opens=(message.case_id, message.id))


async def _rest_of_album(look: Look, file: File, message: Message, album: str) -> list[tuple[File, Message]]:
    """The item itself and those behind it that have not left yet and may stand beside it."""
    together = [(file, message)]
    for other, its in await files.album_of(look.uow.session, message.case_id, "staff", album):
        fits = may_stand_together(frozenset(FileKind(each.kind) for each, _ in together) | {FileKind(other.kind)})
        left = its.id <= message.id or await cases.is_carried(look.uow.session, its.id, FILE_PART)
        if fits and not left and len(together) < MOST_IN_ALBUM:
            together.append((other, its))
    return together


async def _staff_sight(look: Look, message: Message, together: list[tuple[File, Message]]) -> StaffFilesSight:
    author = await staff.by_id(look.uow.session, message.author_id)
    case = await look.case(message.case_id)
    return StaffFilesSight(
        case.number, author.work_name, tuple(to_send(file, its.id, its.text) for file, its in together)
    )


@view(kinds.StaffFileEdited)
async def _staff_file_edited(look: Look, letter: kinds.StaffFileEdited) -> Sight | None:
    session = look.uow.session
    message, file = await cases.message(session, letter.message_id), await files.of_message(session, letter.message_id)
    pair = await cases.pair_of(session, letter.message_id, "copy", FILE_PART)
    person = await look.person()
    # Covered, it shows nothing that could be corrected; opened, it shows the words as they are then.
    if message is None or file is None or pair is None or message.revision != letter.revision or person.discreet:
        return None
    shows = await _staff_sight(look, message, [(file, message)])
    return look.sight(person.language, shows, edit=pair.telegram_message_id)


@view(kinds.StaffFileRefused)
async def _staff_file_refused(look: Look, letter: kinds.StaffFileRefused) -> Sight | None:
    pair = await cases.pair_of(look.uow.session, letter.message_id, "source", 0)
    if pair is None:
        return None
    return look.sight(STAFF_LANGUAGE, StaffFileRefusedSight(Flaw(letter.flaw)), reply_to=pair.telegram_message_id)


@view(kinds.DeskFile)
async def _desk_file(look: Look, letter: kinds.DeskFile) -> Sight | None:
    shown = await _on_desk(look, letter, [letter.file_id])
    return look.sight(shown[0], FileToShowSight(shown[1], shown[2][0])) if shown else None


@view(kinds.DeskAlbum)
async def _desk_album(look: Look, letter: kinds.DeskAlbum) -> Sight | None:
    shown = await _on_desk(look, letter, letter.file_ids)
    return look.sight(shown[0], FilesToShowSight(shown[1], shown[2])) if shown else None


async def _on_desk(
    look: Look, letter: kinds.DeskFile | kinds.DeskAlbum, file_ids: Sequence[int]
) -> tuple[str, str, tuple[FileToSend, ...]] | None:
    """The reader's language, the case's number, and what of the files is still there; None where nothing may be shown
    any more.
    """
    session = look.uow.session
    member, case = await staff.by_id(session, letter.staff_id), await look.case(letter.case_id)
    if member.removed_at is not None or member.organisation_id != case.organisation_id:
        return None
    found = []
    for file_id in file_ids:
        file = await files.by_id(session, file_id)
        message = await cases.message(session, file.message_id) if file is not None and file.message_id else None
        if file is not None and message is not None and file.state == FileState.KEPT:
            found.append(to_send(file, message.id, message.text))
    return (member.language, case.number, tuple(found)) if found else None
