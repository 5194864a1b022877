"""Everything that we hold about a person, gathered when the file leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from casework.cases.facts import FIELDS, in_words
from casework.complaints.numbers import number_of
from casework.files.attachment import has_content
from casework.letters import kinds
from casework.letters.sights import (
    ConsentLine,
    FactLine,
    FileBeside,
    LookLine,
    OwnCase,
    OwnComplaint,
    OwnDataSight,
    OwnFilesSight,
    SaidLine,
    Sight,
    TakenFile,
)
from casework.letters.view.files import line_of
from casework.letters.view.held import (
    others_told,
    own_calls,
    own_forms,
    own_meetings,
    own_reminders,
    own_transfers,
    told_by_others,
)
from casework.letters.view.look import Look, view
from casework.letters.view.own_case import timeline
from casework.letters.view.places import places_of
from casework.letters.view.screens import case_line
from db.models import Case, Complaint, File, Person
from db.repositories import cases, complaints, files, people, staff
from rules.files import FileKind, name_in_archive
from rules.phones import spaced

Held = Mapping[tuple[int | None, int | None], File]
"""Files by the message or the draft beside whose words they stand."""


@view(kinds.OwnData)
async def _own_data(look: Look, letter: kinds.OwnData) -> Sight:
    person, session = await look.person(), look.uow.session
    language = person.language
    held = {(each.message_id, each.draft_id): each for each in await files.held_of(session, person.id)}
    shows = OwnDataSight(
        made_at=look.now,
        name=person.name,
        telegram_id=person.telegram_id,
        language=language,
        watched=person.watched,
        known_since=person.created_at,
        consents=tuple(
            ConsentLine(each.version, each.given_at, each.withdrawn_at)
            for each in await people.consents(session, person.id)
        ),
        facts=_facts(look, person, language),
        cases=tuple([await _case(look, case, language, held) for case in await cases.all_of(session, person.id)]),
        complaints=tuple([await _complaint(look, each) for each in await complaints.of_person(session, person.id)]),
        drafts=tuple(
            SaidLine(each.written_at, None, each.text, _beside(held.get((None, each.id))))
            for each in await people.unsent(session, person.id)
        ),
        looks=await _looks(look, person),
        retention=tuple(each.words[language] for each in look.catalogue.retention.values()),
        office=look.office(language),
        phone=spaced(person.phone) if person.phone else None,
        places=places_of(look.catalogue, person, language),
        calls=await own_calls(look, person),
        forms=await own_forms(look, person),
        others=await others_told(look, person),
        told=await told_by_others(look, person),
        reminders=await own_reminders(look, person),
        transfers=await own_transfers(look, person),
        meetings=await own_meetings(look, person),
        files=_taken(held.values(), letter.files),
        parts=letter.parts,
    )
    return look.sight(language, shows)


@view(kinds.OwnFiles)
async def _own_files(look: Look, letter: kinds.OwnFiles) -> Sight | None:
    person = await look.person()
    taken = _taken(await files.held_of(look.uow.session, person.id), letter.files)
    shows = OwnFilesSight(look.now, taken, letter.part, letter.parts)
    return look.sight(person.language, shows) if taken else None


def _taken(held: Iterable[File], wanted: Sequence[int]) -> tuple[TakenFile, ...]:
    """Those that are still there: whatever was erased since is in no archive."""
    return tuple(TakenFile(each.id, _name(each)) for each in held if each.id in wanted and has_content(each))


def _name(file: File) -> str:
    return name_in_archive(file.id, FileKind(file.kind), file.name)


def _beside(file: File | None) -> FileBeside | None:
    if file is None:
        return None
    return FileBeside(line_of(file, named=True), _name(file) if has_content(file) else None, file.card)


def _facts(look: Look, holder: Case | Person, language: str) -> tuple[FactLine, ...]:
    """What reports count, of a case or of its person, as far as somebody told."""
    known = [
        (name, in_words(look.catalogue, holder, name, language)) for name, field in FIELDS.items() if field.of_person
    ]
    return tuple(FactLine(name, value) for name, value in known if value is not None)


async def _case(look: Look, case: Case, language: str, held: Held) -> OwnCase:
    outcome = look.catalogue.outcomes.get(case.result or "") or look.catalogue.refusals.get(case.result or "")
    return OwnCase(
        line=await case_line(look, case, language),
        closed_at=case.closed_at,
        outcome=outcome.plain[language] if outcome else None,
        crisis=case.crisis,
        facts=_facts(look, case, language),
        timeline=await timeline(look, case),
        messages=tuple(
            [
                SaidLine(
                    each.written_at,
                    await _author(look, each.author_kind, each.author_id),
                    each.text,
                    _beside(held.get((each.id, None))),
                )
                for each in await cases.messages(look.uow.session, case.id)
                if each.is_shown
            ]
        ),
    )


async def _author(look: Look, kind: str, author_id: int) -> str | None:
    return (await staff.by_id(look.uow.session, author_id)).work_name if kind == "staff" else None


async def _complaint(look: Look, complaint: Complaint) -> OwnComplaint:
    case = await look.case(complaint.case_id)
    answer = None
    if complaint.answer is not None and complaint.answered_by is not None and complaint.answered_at is not None:
        author = await staff.by_id(look.uow.session, complaint.answered_by)
        answer = SaidLine(complaint.answered_at, author.work_name, complaint.answer)
    number = number_of((await look.entry(case)).prefix, complaint)
    return OwnComplaint(number, case.number, complaint.written_at, complaint.words, answer)


async def _looks(look: Look, person: Person) -> tuple[LookLine, ...]:
    lines = []
    for reading in await people.last_readings(look.uow.session, person.id, None):
        reader = await staff.by_id(look.uow.session, reading.staff_id)
        lines.append(LookLine(reading.at, reader.work_name, (await look.case(reading.case_id)).number))
    return tuple(lines)
