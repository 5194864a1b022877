"""What may show a paper goes from the person's chat once we have it: whoever holds the phone shall not find it."""

from __future__ import annotations

from collections.abc import Sequence

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person
from db.models import Case, File, Person
from db.repositories import files
from rules.files import TIDIED, FileKind, FileState


async def tidy(ctx: Context, person: Person, case: Case, those: Sequence[File]) -> None:
    """Writes the letter that takes away what of these files of the case is saved for good; an album waits to be whole.

    It leaves after the commit that keeps the content, and only files of a case are meant: what still waits for the
    person's word is deleted with us if they leave it, so the chat keeps it.
    """
    saved: set[int] = set()
    for file in those:
        for each in await _together(ctx, case, file):
            if each.message_id is not None:
                saved.add(each.message_id)
    if saved:
        await tell_person(ctx, person, kinds.TidyFiles(case.id, sorted(saved)))


async def _together(ctx: Context, case: Case, file: File) -> Sequence[File]:
    if not _may_go(file):
        return ()
    if file.album is None:
        return (file,)
    album = [each for each, _ in await files.album_of(ctx.uow.session, case.id, "person", file.album)]
    if any(each.state == FileState.WAITING for each in album):
        return ()
    return [each for each in album if _may_go(each)]


def _may_go(file: File) -> bool:
    return file.state == FileState.KEPT and FileKind(file.kind) in TIDIED and file.in_chat is None
