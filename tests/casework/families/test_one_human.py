"""Families of the missing, captured and fallen: one named human, nothing automatic, letters that a human can stop."""

from __future__ import annotations

import pytest

from bot.telegram.render import render
from bot.texts.wording import Wording
from casework.cases.close import Close, close
from casework.cases.facts import RecordFact, record_fact
from casework.cases.opening import open_case
from casework.cases.release import Release, release
from casework.cases.reopen import Reopen, reopen
from casework.cases.take import Take, take
from casework.context import MACHINE, Actor
from casework.errors import AnotherHuman, OneHumanStays, Stale
from casework.families.fate import FateChanged, FreeLetters, fate_changed, free_letters
from casework.letters import kinds
from casework.letters.kinds import KINDS, Letter
from casework.letters.policies import Form, Nature
from casework.letters.write import FROZEN, HELD, may_be_told, show_person, tell_person
from casework.letters.write_many import tell_people
from db.models import Case
from rules.languages import LANGUAGES
from tests.bot.telegram.render.samples import persons_sights, sights
from tests.casework.letters.samples import sample
from tests.casework.world import CATALOGUE, World

SLOTS = (Form.SCREEN, Form.CARD, Form.TOPIC)
LETTERS = [cls for cls in KINDS.values() if cls.policy.form not in SLOTS]
SCREENS = [cls for cls in KINDS.values() if cls.policy.form is Form.SCREEN]
AUTOMATIC = [cls for cls in LETTERS if cls.policy.nature is Nature.AUTOMATIC]
FAMILIES = [slug for slug, service in CATALOGUE.services.items() if service.human_only]
SOUGHT = ("зник", "полон", "загин", "загибл", "безвіст", "missing", "captur", "fallen", "prisoner", "died")
"""Words about somebody who is looked for; the bot has none of its own."""


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Олена's case, which Ірина has and named as such; what was said about it is delivered."""
    made = await world.taken(olena, iryna)
    await record_fact(world.ctx(iryna), RecordFact(made.id, "service", FAMILIES[0]))
    await world.deliver()
    return made


def test_there_is_such_a_service_and_it_is_sensitive() -> None:
    assert FAMILIES, "the tests below would hold for nothing"
    for slug in FAMILIES:
        assert CATALOGUE.services[slug].sensitive


@pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.kind)
async def test_nothing_automatic_is_written_and_a_human_says_it_instead(
    world: World, olena: Actor, iryna: Actor, case: Case, kind: type[Letter]
) -> None:
    person = await world.row(olena)
    written = await tell_person(world.ctx(MACHINE), person, sample(kind), case=case, key="k")
    assert written is (kind not in AUTOMATIC)
    assert len(await world.waiting(kind, to=olena)) == int(written)
    stands_in = await world.waiting(kinds.SayItYourself, to=iryna)
    assert [letter.facts["what"] for letter in stands_in] == ([kind.kind] if kind in AUTOMATIC else [])


@pytest.mark.parametrize("kind", AUTOMATIC, ids=lambda kind: kind.kind)
async def test_what_was_on_its_way_before_is_dropped(
    world: World, olena: Actor, iryna: Actor, kind: type[Letter]
) -> None:
    await world.deliver()
    await tell_person(world.ctx(MACHINE), await world.row(olena), sample(kind), key="k")
    [letter] = await world.waiting(kind, to=olena)
    (await world.row(olena)).human_only = True
    assert await world.sight(letter) is None


async def test_many_are_told_without_them(world: World, olena: Actor, mykola: Actor, case: Case) -> None:
    those = [await world.row(actor) for actor in (olena, mykola)]
    lost = kinds.MessagesLost(1, 2, restored=False)
    assert not may_be_told(those[0], lost)
    assert await tell_people(world.ctx(MACHINE), those, lost, key="gap") == 1


async def test_who_chooses_it_themselves_sees_the_official_lines_and_leads_hear_at_once(
    world: World, olena: Actor, lead: Actor
) -> None:
    person = await world.row(olena)
    made = await open_case(world.ctx(olena), person, (), service=FAMILIES[0])
    assert person.human_only
    assert await world.screen(olena, "family-lines") == kinds.FamilyLinesScreen()
    [letter] = await world.waiting(kinds.OneHumanWanted)
    assert (letter.chat_id, letter.facts["case_id"]) == (lead.telegram_id, made.id)


async def test_who_takes_it_is_asked_to_say_their_name_themselves(world: World, olena: Actor, iryna: Actor) -> None:
    made = await open_case(world.ctx(olena), await world.row(olena), (), service=FAMILIES[0])
    await take(world.ctx(iryna), Take(made.id))
    assert await world.waiting(kinds.CaseTaken) == []
    [letter] = await world.waiting(kinds.SayItYourself, to=iryna)
    assert letter.facts["what"] == "case-taken"
    assert [each.facts for each in await world.waiting(kinds.OneHumanWanted)] == [
        each.facts for each in await world.waiting(kinds.OneHumanWanted) if await world.sight(each) is None
    ], "somebody has it: nobody is asked any more"


async def test_the_one_human_stays_until_a_lead_hands_over(world: World, iryna: Actor, lead: Actor, case: Case) -> None:
    async with world.refused(OneHumanStays):
        await release(world.ctx(iryna), Release(case.id))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    await reopen(world.ctx(lead), Reopen(case.id))
    assert (case.owner_id, case.state) == (iryna.id, "taken"), "the same human goes on"
    await release(world.ctx(lead), Release(case.id))
    assert case.owner_id is None


async def test_it_ends_without_closing_lines(world: World, iryna: Actor, case: Case) -> None:
    await close(world.ctx(iryna), Close(case.id, "helped"))
    [letter] = await world.waiting(kinds.CaseClosed)
    sight = await world.sight(letter)
    assert sight is not None
    rendered = render(sight, Wording())
    assert rendered.keyboard is None
    assert case.number in rendered.text
    assert "Поскаржитися" not in rendered.text


SAYING = [cls for cls in LETTERS if cls not in AUTOMATIC and cls.policy.form is not Form.TIDY]
"""Whoever acts themselves is told something by these; to take messages away from a chat says nothing."""


@pytest.mark.parametrize("kind", SAYING, ids=lambda kind: kind.kind)
async def test_while_letters_are_stopped_none_leaves(
    world: World, olena: Actor, iryna: Actor, case: Case, kind: type[Letter]
) -> None:
    await fate_changed(world.ctx(iryna), FateChanged(case.id))
    await tell_person(world.ctx(iryna), await world.row(olena), sample(kind), key="k")
    [letter] = await world.waiting(kind, to=olena)
    assert letter.not_before == FROZEN


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.kind)
async def test_while_letters_are_stopped_nobody_but_the_person_puts_a_screen(
    world: World, olena: Actor, iryna: Actor, case: Case, kind: type[Letter]
) -> None:
    await fate_changed(world.ctx(iryna), FateChanged(case.id))
    before = await world.screen(olena)
    await show_person(world.ctx(iryna), await world.row(olena), sample(kind))
    assert await world.screen(olena) == before
    await show_person(world.ctx(olena), await world.row(olena), sample(kind))
    assert await world.screen(olena) == sample(kind)


@pytest.mark.parametrize(("send", "watched"), [(True, False), (False, False), (True, True)])
async def test_what_waited_when_the_fate_changed_waits_for_a_second_human(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, case: Case, *, send: bool, watched: bool
) -> None:
    await world.topic(case)
    (await world.row(olena)).watched = watched
    await world.answers(iryna, case, "Документи готові")
    await fate_changed(world.ctx(iryna), FateChanged(case.id))
    await world.answers(iryna, case, "Телефоную вам")
    await world.meets_again(olena)
    waiting = await world.waiting(kinds.StaffReply)
    assert [letter.not_before for letter in waiting] == [FROZEN, FROZEN], "not even when they write"
    async with world.refused(AnotherHuman):
        await free_letters(world.ctx(iryna), FreeLetters(case.id, send=send))
    async with world.refused(Stale):
        await fate_changed(world.ctx(andrii), FateChanged(case.id))
    await free_letters(world.ctx(andrii), FreeLetters(case.id, send=send))
    waiting = await world.waiting(kinds.StaffReply)
    assert [letter.not_before for letter in waiting] == ([HELD if watched else None] * 2 if send else [])
    async with world.refused(Stale):
        await free_letters(world.ctx(andrii), FreeLetters(case.id, send=send))


async def test_of_anybody_else_no_fate_is_known(world: World, olena: Actor, iryna: Actor) -> None:
    made = await world.case(olena)
    async with world.refused(Stale):
        await fate_changed(world.ctx(iryna), FateChanged(made.id))


async def test_the_topic_says_that_letters_are_stopped_and_not_why(world: World, iryna: Actor, case: Case) -> None:
    await fate_changed(world.ctx(iryna), FateChanged(case.id))
    for kind in (kinds.LettersFrozen, kinds.Card, kinds.TopicHead):
        [letter] = await world.waiting(kind)
        sight = await world.sight(letter)
        assert sight is not None
        rendered = render(sight, Wording())
        said = f"{rendered.text} {rendered.title} {rendered.keyboard}".lower()
        assert not [word for word in SOUGHT if word in said]
        assert FAMILIES[0] not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bot_has_no_word_about_anybody_who_is_looked_for(language: str) -> None:
    theirs, wording = persons_sights("Олена", language), Wording()
    # What stands here by its own name: whom to phone, and what of a child a parent can choose.
    named = [line.name[language] for line in CATALOGUE.family_lines()]
    for code, child in CATALOGUE.recreation.children.items():
        named += [CATALOGUE.categories[code].name[language], child.plain[language]]
    for sight in sights("Олена", language):
        # What a person chose themselves may be called what it is; a place that is missing in a list is no human.
        if sight.kind not in theirs or sight.kind in {"request", "area", "end", "tell", "place-choices"}:
            continue
        text = render(sight, wording).text
        for each in named:
            text = text.replace(each, "")
        assert not [word for word in SOUGHT if word in text.lower()], sight.kind
