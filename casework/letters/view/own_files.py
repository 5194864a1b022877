"""A person's own files, and what is taken away from their chat."""

from __future__ import annotations

from casework.files.own import PAGE, may_be_shown
from casework.letters import kinds
from casework.letters.sights import FilesTidiedSight, MyFileLine, MyFilesSight, OwnFileSight, Sight, SweepSight
from casework.letters.view.files import line_of, to_send
from casework.letters.view.look import Look, view
from db.models import Case, File, Message
from db.repositories import cases, files, staff
from rules.files import InChat


async def _own_case(look: Look, case_id: int) -> Case | None:
    case = await look.case(case_id)
    return case if case.person_id == (await look.person()).id else None


@view(kinds.MyFilesScreen)
async def _my_files(look: Look, letter: kinds.MyFilesScreen) -> Sight | None:
    person, case = await look.person(), await _own_case(look, letter.case_id)
    if case is None:
        return None
    found = [each for each in await files.with_messages(look.uow.session, case.id) if may_be_shown(each[0])]
    found.reverse()
    pages = max(1, -(-len(found) // PAGE))
    page = min(letter.page, pages - 1)
    lines = [await _line(look, *each, named=not person.discreet) for each in found[page * PAGE : (page + 1) * PAGE]]
    return look.sight(person.language, MyFilesSight(case.id, case.number, tuple(lines), page, pages))


async def _line(look: Look, file: File, message: Message, *, named: bool) -> MyFileLine:
    return MyFileLine(file.id, line_of(file, named=named), message.written_at, await _by(look, message))


async def _by(look: Look, message: Message) -> str | None:
    if message.author_kind != "staff":
        return None
    return (await staff.by_id(look.uow.session, message.author_id)).work_name


@view(kinds.OwnFile)
async def _own_file(look: Look, letter: kinds.OwnFile) -> Sight | None:
    case, session = await _own_case(look, letter.case_id), look.uow.session
    file = await files.by_id(session, letter.file_id)
    message = await cases.message(session, file.message_id) if file is not None and file.message_id else None
    if case is None or file is None or message is None or message.case_id != case.id or not may_be_shown(file):
        return None
    shows = OwnFileSight(case.number, await _by(look, message), to_send(file, message.id, message.text))
    return look.sight((await look.person()).language, shows)


@view(kinds.PutAway)
async def _put_away(look: Look, letter: kinds.PutAway) -> Sight:
    return look.sight((await look.person()).language, SweepSight(tuple(letter.ids)))


@view(kinds.TidyFiles)
async def _tidy(look: Look, letter: kinds.TidyFiles) -> Sight | None:
    person = await look.person()
    sources = await files.sources_to_tidy(look.uow.session, letter.message_ids, person.telegram_id or 0)
    return look.sight(person.language, SweepSight(tuple(sources.values()))) if sources else None


@view(kinds.FilesTidied)
async def _tidied(look: Look, letter: kinds.FilesTidied) -> Sight | None:
    person, case = await look.person(), await _own_case(look, letter.case_id)
    tried = await files.count_tidied(look.uow.session, letter.case_id)
    gone, stay = tried.get(InChat.GONE.value, 0), tried.get(InChat.STAYS.value, 0)
    if case is None or person.discreet or not gone + stay:
        return None
    return look.sight(person.language, FilesTidiedSight(case.id, gone, stay))
