"""What staff note for each other: kept sealed, with author and time, on the card as a number, never to the person."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from casework.context import Actor
from casework.errors import CaseClosed, EmptyNote, NoSuchCase, Stale
from casework.letters import kinds
from casework.letters.sights import CardSight, NoteLine, NotesSight
from casework.notes.add import AddNote, EditedNote, add_note, edit_note
from casework.notes.prioritise import AskPriority, SetPriority, ask_priority, set_priority
from casework.notes.read import ReadNotes, read_notes
from casework.notes.tag import MOST, AskTags, SetTag, ask_tags, set_tag
from casework.notes.writing import Note
from casework.people.export import Export, export
from db.models import Case
from rules.importance import Importance
from tests.casework.world import CATALOGUE, ELSEWHERE, GROUP, World

WORDS = "Сусідка каже, що чоловік повернувся"


@pytest.fixture
async def case(world: World, olena: Actor) -> Case:
    """A case with a topic that nobody has taken yet."""
    case = await world.case(olena)
    await world.topic(case)
    return case


async def _notes(world: World, actor: Actor, case: Case, words: str = WORDS, number: int = 900) -> Case:
    note = Note(words, case.topic_chat_id, number)
    return await add_note(world.ctx(actor), AddNote(case.topic_thread_id or 0, note))


async def _card(world: World) -> CardSight:
    cards = [sight.shows for letter, sight in await world.deliver() if letter.kind == "card"]
    assert isinstance(cards[-1], CardSight)
    return cards[-1]


async def test_a_note_is_kept_with_author_and_time_and_sealed(world: World, iryna: Actor, case: Case) -> None:
    await _notes(world, iryna, case)
    assert (await world.events(case))[-1].facts == {}, "a note's words stand in no history"
    assert await read_notes(world.ctx(iryna), ReadNotes(case.id)) == NotesSight(
        case.number, (NoteLine(world.now, "Ірина", WORDS),)
    )
    [raw] = (await world.uow.session.scalars(text("SELECT text FROM case_notes"))).all()
    assert WORDS.encode() not in bytes(raw)
    assert (await _card(world)).notes == 1


async def test_a_note_goes_to_no_person_by_any_letter(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await world.deliver()
    await _notes(world, iryna, case)
    await edit_note(world.ctx(iryna), EditedNote(GROUP, 900, "Виправлено"))
    assert await world.waiting(to=olena) == []
    await export(world.ctx(olena), Export())
    for _, sight in await world.deliver():
        assert WORDS not in repr(sight)
        assert "Виправлено" not in repr(sight)


async def test_only_its_author_corrects_a_note(world: World, iryna: Actor, andrii: Actor, case: Case) -> None:
    await _notes(world, iryna, case)
    assert not await edit_note(world.ctx(andrii), EditedNote(GROUP, 900, "Ні"))
    assert not await edit_note(world.ctx(iryna), EditedNote(GROUP, 901, "Не нотатка"))
    async with world.refused(EmptyNote):
        await edit_note(world.ctx(iryna), EditedNote(GROUP, 900, " "))
    assert await edit_note(world.ctx(iryna), EditedNote(GROUP, 900, "Чоловік виїхав"))
    [line] = (await read_notes(world.ctx(andrii), ReadNotes(case.id))).notes
    assert line.text == "Чоловік виїхав"


async def test_notes_are_of_a_case_and_for_its_organisation(world: World, iryna: Actor, case: Case) -> None:
    async with world.refused(EmptyNote):
        await _notes(world, iryna, case, "  ")
    async with world.refused(NoSuchCase):
        await add_note(world.ctx(iryna), AddNote(1, Note(WORDS, GROUP, 900)))
    stranger = await world.staff(name="Чужа", organisation=ELSEWHERE)
    async with world.refused(NoSuchCase):
        await _notes(world, stranger, case)
    async with world.refused(NoSuchCase):
        await read_notes(world.ctx(stranger), ReadNotes(case.id))


async def test_where_nothing_is_whispered_the_notes_come_to_the_desk(world: World, iryna: Actor, case: Case) -> None:
    await _notes(world, iryna, case)
    await read_notes(world.ctx(iryna), ReadNotes(case.id, on_desk=True))
    [letter] = await world.waiting(kinds.DeskNotes, to=iryna)
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == await read_notes(world.ctx(iryna), ReadNotes(case.id))


async def test_tags_stand_on_the_card_and_in_the_history(world: World, iryna: Actor, case: Case) -> None:
    await set_tag(world.ctx(iryna), SetTag(case.id, "asks-again", on=True))
    await set_tag(world.ctx(iryna), SetTag(case.id, "asks-again", on=True))
    await set_tag(world.ctx(iryna), SetTag(case.id, "language", on=True))
    names = tuple(CATALOGUE.tags[slug].name["uk"] for slug in ("asks-again", "language"))
    assert (await _card(world)).tags == names
    assert {slug for slug, on in (await ask_tags(world.ctx(iryna), AskTags(case.id))).items() if on} == {
        "asks-again",
        "language",
    }
    await set_tag(world.ctx(iryna), SetTag(case.id, "asks-again", on=False))
    told = [(event.kind, event.facts) for event in await world.events(case) if event.kind.startswith("tag-")]
    assert told == [
        ("tag-added", {"tag": "asks-again"}),
        ("tag-added", {"tag": "language"}),
        ("tag-removed", {"tag": "asks-again"}),
    ]


async def test_tags_are_of_the_catalogue_and_few(world: World, iryna: Actor, case: Case) -> None:
    async with world.refused(Stale):
        await set_tag(world.ctx(iryna), SetTag(case.id, "no-such", on=True))
    *few, more = list(CATALOGUE.tags)[: MOST + 1]
    for slug in few:
        await set_tag(world.ctx(iryna), SetTag(case.id, slug, on=True))
    async with world.refused(Stale):
        await set_tag(world.ctx(iryna), SetTag(case.id, more, on=True))


async def test_a_case_goes_ahead_for_a_reason_that_the_card_shows(world: World, iryna: Actor, case: Case) -> None:
    assert (case.priority, case.priority_reason) == (Importance.NORMAL, None)
    await set_priority(world.ctx(iryna), SetPriority(case.id, "deadline"))
    await set_priority(world.ctx(iryna), SetPriority(case.id, "deadline"))
    assert await ask_priority(world.ctx(iryna), AskPriority(case.id)) == (Importance.HIGH, "deadline")
    assert (await _card(world)).urgent == CATALOGUE.importance_reasons["deadline"].name["uk"]
    await set_priority(world.ctx(iryna), SetPriority(case.id, None))
    assert (await _card(world)).urgent is None
    told = [event.facts for event in await world.events(case) if event.kind == "priority-set"]
    assert told == [{"priority": 1, "reason": "deadline"}, {"priority": 0, "reason": None}]


async def test_high_needs_a_known_reason_and_an_open_case(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    async with world.refused(Stale):
        await set_priority(world.ctx(iryna), SetPriority(case.id, "no-such"))
    case.closed_at = world.now
    async with world.refused(CaseClosed):
        await set_priority(world.ctx(iryna), SetPriority(case.id, "deadline"))
