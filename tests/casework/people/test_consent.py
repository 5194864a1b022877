"""The consent: kept with the version of its text, given once, withdrawn for good, never needed in danger."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from casework.context import Actor
from casework.letters import kinds
from casework.people.consent import Agree, Decline, Watch, agree, decline, watch
from casework.people.send_words import SendWords, send_words
from db.models import Consent
from rules.consent import CONSENT_VERSION
from tests.casework.world import World


async def consents(world: World, actor: Actor) -> Sequence[Consent]:
    query = select(Consent).where(Consent.person_id == actor.id).order_by(Consent.id)
    return (await world.uow.session.scalars(query)).all()


async def test_agreeing_keeps_version_day_and_name(bare: World) -> None:
    ivan = await bare.newcomer()
    await agree(bare.ctx(ivan), Agree("Іван Петренко"))
    [consent] = await consents(bare, ivan)
    assert (consent.version, consent.given_at, consent.withdrawn_at) == (CONSENT_VERSION, bare.now, None)
    assert (await bare.row(ivan)).name == "Іван Петренко"
    assert await bare.screen(ivan) == kinds.ConsentGivenScreen()


async def test_agreeing_twice_is_agreeing_once(bare: World) -> None:
    ivan = await bare.newcomer()
    await agree(bare.ctx(ivan), Agree("Іван"))
    first = bare.now
    bare.wait(days=1)
    await agree(bare.ctx(ivan), Agree("Іван"))
    assert [consent.given_at for consent in await consents(bare, ivan)] == [first]


async def test_words_that_waited_are_offered_once_agreed(bare: World) -> None:
    ivan = await bare.newcomer()
    await bare.says(ivan, "Потрібен протез")
    await agree(bare.ctx(ivan), Agree("Іван"))
    assert await bare.screen(ivan) == kinds.OfferCaseScreen()
    case = await bare.case(ivan)
    first, *_ = await bare.messages(case)
    assert first.text == "Потрібен протез"


async def test_words_that_waited_are_offered_on_a_watched_phone_too(bare: World) -> None:
    nina = await bare.newcomer()
    await bare.says(nina, "Чоловік може прочитати")
    await watch(bare.ctx(nina), Watch())
    assert await bare.screen(nina) == kinds.OfferCaseScreen()
    assert await bare.screen(nina, "watched") == kinds.WatchedScreen()
    case = await send_words(bare.ctx(nina), SendWords((await bare.drafts(nina))[-1].id))
    assert [message.text for message in await bare.messages(case)] == ["Чоловік може прочитати"]


async def test_on_a_watched_phone_the_name_goes_and_the_consent_ends(bare: World) -> None:
    nina = await bare.person("Ніна")
    bare.wait(days=2)
    await watch(bare.ctx(nina), Watch())
    person = await bare.row(nina)
    assert (person.watched, person.name) == (True, None)
    assert [consent.withdrawn_at for consent in await consents(bare, nina)] == [bare.now]
    assert await bare.screen(nina) == kinds.WatchedScreen()
    await bare.case(nina, "Мені потрібна порада")


async def test_a_phone_that_is_safe_again_is_not_watched_any_more(bare: World) -> None:
    nina = await bare.watched()
    await agree(bare.ctx(nina), Agree("Ніна"))
    assert (await bare.row(nina)).watched is False
    assert len(await consents(bare, nina)) == 1


async def test_declining_forgets_the_words_and_shows_the_numbers(bare: World) -> None:
    ivan = await bare.newcomer()
    await bare.says(ivan, "Потрібен протез")
    await decline(bare.ctx(ivan), Decline())
    assert await bare.drafts(ivan) == []
    assert await consents(bare, ivan) == []
    assert await bare.screen(ivan) == kinds.InfoOnlyScreen()


async def test_declining_leaves_an_open_case_as_it_is(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    before = await world.history(case)
    await decline(world.ctx(olena), Decline())
    assert case.state == "new"
    assert await world.history(case) == before
