"""The person chooses the language of the bot."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.open_questions import show_open
from casework.people.themselves import themselves
from rules.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """One of `rules.languages.LANGUAGES`. `asks`: False where the conversation puts its own question once more."""

    language: str
    asks: bool = True


@act("person.choose_language")
async def choose_language(ctx: Context, data: ChooseLanguage) -> str:
    """Everything sent from now on is in this language, what stands open is asked in it again; returns it.

    Stale for a language we do not speak.
    """
    if data.language not in LANGUAGES:
        raise Stale
    person = await themselves(ctx)
    person.language = data.language
    await show_person(ctx, person, kinds.LanguageScreen())
    # The buttons below the input field come with a message only: the first words bring them in the new language.
    await tell_person(ctx, person, kinds.Welcome())
    if data.asks:
        await show_open(ctx, person)
    return data.language
