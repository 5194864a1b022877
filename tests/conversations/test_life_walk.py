"""The whole menu of life, walked over the real dispatcher: every end is three taps away and leads somewhere."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from rules.catalogue import Area, End, EndKind, Standing, standing_of
from rules.languages import LANGUAGES
from rules.local_time import local_date
from simulator.seen import Shown
from tests.conversations.stage import CATALOGUE, STARTS, Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import label, piece

LIFE = CATALOGUE.life
LONGEST_TEXT = 500
MOST_BUTTONS = 9
LONGEST_LABEL = 40
MOST_TAPS = 3
TODAY = local_date(STARTS)


@dataclass
class Walk:
    """Somebody who presses their way through the menu."""

    person: Talker
    language: str

    async def begin(self) -> Shown:
        """The first screen, by command."""
        at = await self.person.send("/request")
        return held(await self.person.sees_new(piece("screen-request", self.language), at))

    async def press(self, button: str, shows: str) -> Shown:
        """One tap, and the screen that comes of it."""
        await self.person.press(button)
        return held(await self.person.waits(lambda each: each.text.startswith(f"{shows}\n"), shows))

    def label(self, key: str) -> str:
        """A button in the person's language."""
        return label(key, self.language)


def held(shown: Shown) -> Shown:
    """A screen as an elderly man can read it."""
    assert len(shown.text) <= LONGEST_TEXT, shown.text
    assert len(shown.buttons) <= MOST_BUTTONS, shown.text
    for button in shown.buttons:
        assert len(button["text"]) <= LONGEST_LABEL, button
        assert len(button["callback_data"].encode()) < 64, button
    assert all(len(row) == 1 for row in shown.message["reply_markup"]["inline_keyboard"]), "one button a row"
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_end_is_three_taps_away_and_leads_to_a_human(empty_stage: Stage, language: str) -> None:
    walk = Walk(await empty_stage.person("Микола", language=language), language)
    away: dict[str, int] = {}
    for area in LIFE.areas.values():
        taps = await _to(walk, area)
        for end in LIFE.ends_of(area.slug):
            _leads_somewhere(await walk.press(end.name[language], shows=end.name[language]), end, walk)
            away[end.slug] = taps + 1
            await walk.press(walk.label("button-life-back"), shows=area.name[language])
    assert away.keys() == LIFE.ends.keys()
    assert max(away.values()) <= MOST_TAPS
    assert await empty_stage.count("SELECT count(*) FROM drafts") == 0, "looking writes nothing down"


async def _to(walk: Walk, area: Area) -> int:
    """Opens an area from the beginning; how many taps it took."""
    name, more, taps = area.name[walk.language], walk.label("button-life-more"), 0
    first = await walk.begin()
    assert first.buttons[0]["text"] == walk.label("button-life-own-words")
    if not offers(first, name):
        await walk.press(more, shows=more)
        taps += 1
    assert offers(await walk.press(name, shows=name), walk.label("button-life-back"))
    return taps + 1


def _leads_somewhere(shown: Shown, end: End, walk: Walk) -> None:
    standing = standing_of(end, CATALOGUE.services, TODAY)
    human = {EndKind.INFO: "button-life-not-helped", EndKind.CONTACT: "button-life-to-human"}.get(end.kind)
    if standing is not Standing.OFFERED:
        assert piece("screen-end-human", walk.language) in shown.text
    elif human is None:
        assert piece("screen-end-write", walk.language) in shown.text
    else:
        assert offers(shown, walk.label(human))
    told = end.text or CATALOGUE.services[end.service].plain
    assert (told[walk.language] in shown.text) == (standing is Standing.OFFERED), "nothing unsure is told as a fact"
    assert offers(shown, walk.label("button-life-back"))
