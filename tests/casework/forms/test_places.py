"""A place in a form: found by any name, taken only by a press."""

from __future__ import annotations

import pytest

from casework.forms.cancel import go_on
from casework.forms.choose import choose, choose_abroad
from casework.forms.filling import Went
from casework.forms.move import back
from casework.forms.placing import find_places
from casework.letters import kinds
from casework.letters.sights import FormSight, FormSummarySight
from rules.forms import SUMMARY, Problem
from tests.casework.forms.trying import Trying
from tests.casework.world import CATALOGUE
from tests.rules.forms.trial import FILLED, TRIAL


async def shown(trying: Trying) -> kinds.Letter | None:
    return await trying.world.screen(trying.actor, f"form:{TRIAL.slug}")


async def test_a_place_is_always_confirmed_and_one_that_is_not_there_stays_in_words(trying: Trying) -> None:
    await trying.begins()
    before = {key: FILLED[key] for key in ("name", "tax", "since", "phone", "paper", "needs")}
    await trying.stands(before, "home")
    ctx = trying.world.ctx(trying.actor)
    await trying.says("Айдар")
    assert "home" not in await trying.answers()
    offered = find_places(CATALOGUE, "Айдар")
    await choose(ctx, await trying.button(0))
    assert (await trying.answers())["home"] == offered[0]

    await back(ctx, await trying.button())
    await trying.says("Айдар")
    await choose(ctx, await trying.button(len(offered) + 1))
    assert await trying.at() == "home", "a number of no button"
    await choose(ctx, await trying.button(len(offered)))
    assert (await trying.answers())["home"] == "said:Айдар"


async def at_home(trying: Trying) -> None:
    await trying.begins()
    await trying.stands({key: FILLED[key] for key in ("name", "tax", "since", "phone", "paper", "needs")}, "home")


async def question(trying: Trying) -> FormSight:
    [*_, letter] = [each for each in await trying.world.waiting(to=trying.actor) if each.kind == "form"]
    sight = await trying.world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, FormSight)
    return sight.shows


async def test_of_every_choice_hromada_and_raion_are_told(trying: Trying) -> None:
    await at_home(trying)
    await trying.says("Краснодон")
    first = (await question(trying)).options[0].place
    assert first is not None
    assert (first.name, first.hromada, first.raion) == ("Сорокине", "Сорокинська", "Довжанський")


@pytest.mark.parametrize(("number", "kept"), [(0, None), (1, "said:Лисичанкс")])
async def test_a_name_that_is_only_like_one_is_asked_about_once_more(
    trying: Trying, number: int, kept: str | None
) -> None:
    await at_home(trying)
    ctx = trying.world.ctx(trying.actor)
    await trying.says("Лисичанкс")
    found = find_places(CATALOGUE, "Лисичанкс")[0]
    await choose(ctx, await trying.button(0))
    assert "home" not in await trying.answers()
    asked = await question(trying)
    assert asked.confirm is not None
    assert (asked.confirm.name, asked.confirm.hromada, asked.confirm.raion, asked.sought) == (
        "Лисичанськ", "Лисичанська", "Сіверськодонецький", "Лисичанкс",
    )  # fmt: skip
    await choose(ctx, await trying.button(2))
    assert "home" not in await trying.answers(), "a number of no button"
    await choose(ctx, await trying.button(number))
    assert (await trying.answers())["home"] == (kept or found)


async def test_what_nobody_finds_goes_to_a_human_in_the_persons_own_words(trying: Trying) -> None:
    await at_home(trying)
    await trying.says("Атлантида")
    assert await shown(trying) == kinds.FormScreen(trying.form_id, Problem.NO_PLACE.value)
    assert ((await question(trying)).options, (await question(trying)).places) == ((), True)
    await choose(trying.world.ctx(trying.actor), await trying.button(0))
    assert (await trying.answers())["home"] == "said:Атлантида"


async def test_abroad_is_a_place_too(trying: Trying) -> None:
    await at_home(trying)
    ctx = trying.world.ctx(trying.actor)
    assert (await question(trying)).abroad
    await choose_abroad(ctx, await trying.button())
    asked = await question(trying)
    countries = list(CATALOGUE.countries)
    assert ([each.name for each in asked.options][:1], asked.abroad, asked.places) == (["Австрія"], False, False)
    await choose(ctx, await trying.button(len(countries)))
    assert "home" not in await trying.answers()
    await choose(ctx, await trying.button(countries.index("PL")))
    assert (await trying.answers())["home"] == "abroad:PL"
    await trying.stands(FILLED | {"home": "abroad:PL"}, SUMMARY)
    await go_on(ctx, await trying.button())
    letter = (await trying.world.waiting(to=trying.actor))[-1]
    sight = await trying.world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, FormSummarySight)
    assert [each.told.country for each in sight.shows.answers if each.told] == ["Польща"]


async def test_another_step_knows_no_countries(trying: Trying) -> None:
    await trying.begins()
    before = await trying.draft()
    assert await choose_abroad(trying.world.ctx(trying.actor), await trying.button()) is Went.ON
    assert (before.pending, await trying.at()) == (None, "name")
