"""The person chooses the language of the bot."""

from __future__ import annotations

import pytest

from casework.context import Actor
from casework.errors import Stale
from casework.letters import kinds
from casework.people.choose_language import ChooseLanguage, choose_language
from rules.languages import LANGUAGES
from tests.casework.world import World


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_now_on_everything_is_in_it(world: World, olena: Actor, language: str) -> None:
    assert await choose_language(world.ctx(olena), ChooseLanguage(language)) == language
    person = await world.row(olena)
    assert person.language == language
    assert await world.screen(olena) == kinds.LanguageScreen()
    assert {sight.language for letter, sight in await world.deliver() if letter.person_id} == {language}


@pytest.mark.parametrize("language", ["", "ru", "UK", "uk; drop"])
async def test_a_language_we_do_not_speak_is_stale(world: World, olena: Actor, language: str) -> None:
    async with world.refused(Stale):
        await choose_language(world.ctx(olena), ChooseLanguage(language))
