"""What the ends of the menu of life say, and what they leave out."""

from __future__ import annotations

import pytest

from bot.telegram.render import render
from bot.telegram.render.names import DECIDES
from bot.texts.wording import Wording
from casework.letters import sights as s
from casework.letters.view.life import end_sight
from rules.catalogue import EndKind, Provider, Standing
from rules.languages import LANGUAGES
from tests.bot.telegram.render.life_samples import CATALOGUE, LIFE, TODAY
from tests.bot.telegram.render.telegram_html import read

WORDING = Wording()
ANSWERED_BY_US = ["talk", "hurt-at-home", "relative-missing", "relative-captured", "relative-fallen"]


def said(shown: s.EndSight, language: str) -> str:
    return read(render(s.Sight("end", language, shown), WORDING).text)


def decided(provider: Provider, language: str) -> str:
    return read(DECIDES[provider](WORDING.to(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_decides_is_said_of_every_service_that_is_offered(language: str) -> None:
    for end in LIFE.ends.values():
        shown = end_sight(CATALOGUE, end, language, TODAY)
        if (shown.kind, shown.standing) == (EndKind.SERVICE, Standing.OFFERED) and end.slug not in ANSWERED_BY_US:
            assert decided(CATALOGUE.services[end.service].provider, language) in said(shown, language), end.slug


@pytest.mark.parametrize("slug", ANSWERED_BY_US)
def test_nobody_in_grief_or_danger_reads_about_decisions(slug: str) -> None:
    for language in LANGUAGES:
        text = said(end_sight(CATALOGUE, LIFE.ends[slug], language, TODAY), language)
        assert not any(decided(provider, language) in text for provider in Provider)


def test_who_is_hurt_reads_whom_to_call() -> None:
    text = said(end_sight(CATALOGUE, LIFE.ends["hurt-at-home"], "uk", TODAY), "uk")
    assert "112" in text
    assert "1547" in text
