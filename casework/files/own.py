"""A person looks at the files of a case of theirs again, and puts them away."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.errors import FileNotKept, FileOnTheWay
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import themselves
from db.models import File
from db.repositories import cases, files
from rules.files import FileState

PAGE = 8
"""Files on one page of a list."""


def may_be_shown(file: File) -> bool:
    """Whether we have the file, or Telegram has what staff sent of it."""
    return file.state == FileState.KEPT or (file.telegram_id is not None and file.state == FileState.WAITING)


@dataclass(frozen=True, slots=True)
class ListOwnFiles:
    """The files of a case; `page` from 0."""

    case_id: int
    page: int = 0


@act("file.list_own")
async def list_own_files(ctx: Context, data: ListOwnFiles) -> None:
    """Puts the list on the phone. NoSuchCase for a case of somebody else."""
    person = await themselves(ctx)
    case = await seen(ctx, data.case_id, "file.list_own")
    await show_person(ctx, person, kinds.MyFilesScreen(case.id, max(0, data.page)))


@dataclass(frozen=True, slots=True)
class ShowOwnFile:
    """One file of a case."""

    case_id: int
    file_id: int


@act("file.show_own")
async def show_own_file(ctx: Context, data: ShowOwnFile) -> None:
    """Sends the file to the person once more. NoSuchCase for a case of somebody else, FileOnTheWay and FileNotKept
    where we do not have it.
    """
    person = await themselves(ctx)
    case = await seen(ctx, data.case_id, "file.show_own")
    file = await files.by_id(ctx.uow.session, data.file_id)
    message = await cases.message(ctx.uow.session, file.message_id) if file and file.message_id else None
    if (
        file is None
        or message is None
        or message.case_id != case.id
        or not message.is_shown
        or file.state == FileState.REFUSED
    ):
        raise FileNotKept
    if not may_be_shown(file):
        raise FileOnTheWay
    await tell_person(ctx, person, kinds.OwnFile(case.id, file.id), case=case)


@dataclass(frozen=True, slots=True)
class PutAwayFile:
    """The message of the private chat in which it stands."""

    telegram_message_id: int


@act("file.put_away")
async def put_away_file(ctx: Context, data: PutAwayFile) -> None:
    """Takes the message away; it stays with us."""
    person = await themselves(ctx)
    await tell_person(ctx, person, kinds.PutAway([data.telegram_message_id]))
