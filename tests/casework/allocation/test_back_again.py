"""A need that was doubted and is confirmed again: the old turn, for all that is still free."""

from __future__ import annotations

from casework.context import Actor
from casework.recreation.papers import want_papers
from casework.recreation.review import OpenApplication, confirm_need, doubt_need
from db.models import ApplicationChild, Case
from db.repositories import recreation
from rules.documents import DocumentState
from tests.casework.allocation.campaign import Sharing
from tests.casework.world import World


async def of(sharing: Sharing, family: int, which: int = 0) -> ApplicationChild:
    """A child of the family that applied so many-th."""
    return (await sharing.programme.children(sharing.families[family][1]))[which]


async def doubts(sharing: Sharing, child: ApplicationChild) -> OpenApplication:
    one = OpenApplication(child.application_id, child.id)
    await doubt_need(sharing.world.ctx(sharing.lead), one)
    await sharing.clock()
    return one


async def confirms(sharing: Sharing, one: OpenApplication, iryna: Actor) -> None:
    """Two humans do, once all that is wanted is there."""
    world = sharing.world
    child = await world.uow.session.get_one(ApplicationChild, one.child_id)
    application = next(each for _, each in sharing.families if each.id == child.application_id)
    case = await world.uow.session.get_one(Case, application.case_id)
    call = await recreation.call(world.uow.session, application.campaign_id)
    assert call is not None
    for paper in await want_papers(world.ctx(iryna), case, call, [child]):
        paper.state = DocumentState.WAIVED.value
    child.denied = [each for each in child.categories if each not in child.confirmed]
    for who in (iryna, sharing.lead):
        await confirm_need(world.ctx(who), one)
    await sharing.clock()


async def three(sharing: Sharing) -> list[Actor]:
    """Two are offered a place, the third waits."""
    families = [await sharing.applies(name) for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз", "Лідія Гай")]
    await sharing.closed()
    await sharing.shares()
    return families


async def test_back_again_it_moves_up_before_whoever_stands_behind(sharing: Sharing, iryna: Actor) -> None:
    first, _, third, fourth = await three(sharing)
    one = await doubts(sharing, await of(sharing, 2))
    assert await sharing.states(third) == ["checking"]
    await confirms(sharing, one, iryna)
    assert await sharing.states(third) == ["queued"]
    await sharing.says(first, 0)
    await sharing.clock()
    assert await sharing.states(third) == ["offered"]
    assert await sharing.states(fourth) == ["queued"], "nobody is passed over"


async def test_what_others_were_offered_meanwhile_is_theirs(sharing: Sharing, iryna: Actor) -> None:
    first, second, third, fourth = await three(sharing)
    one = await doubts(sharing, await of(sharing, 2))
    await sharing.says(first, 0)
    await sharing.clock()
    assert await sharing.states(fourth) == ["offered"]
    await confirms(sharing, one, iryna)
    assert [await sharing.states(each) for each in (second, third, fourth)] == [["offered"], ["queued"], ["offered"]]
    await sharing.says(fourth, 1)
    await sharing.says(second, 0)
    await sharing.clock()
    assert await sharing.states(third) == ["offered"]


async def test_a_category_that_holds_no_more_gives_no_turn_back(sharing: Sharing, world: World, iryna: Actor) -> None:
    _, _, third, _ = await three(sharing)
    child = await of(sharing, 2)
    one = await doubts(sharing, child)
    child.confirmed = []
    await confirms(sharing, one, iryna)
    assert await sharing.states(third) == ["need-confirmed"], "a human decides"


async def test_a_child_that_is_back_makes_an_offer_for_one_an_offer_of_fewer(
    sharing: Sharing, world: World, iryna: Actor
) -> None:
    one, two = await sharing.applies("Олена Коваль"), await sharing.applies("Ірина Шевчук", children=2)
    await sharing.closed()
    await sharing.shares()
    await sharing.says(one, 1)
    await sharing.says(two, 0)
    await sharing.clock()
    assert await sharing.states(two) == ["queued"] * 2
    back = await doubts(sharing, await of(sharing, 1))
    assert await sharing.states(two) == ["checking", "offered"]
    await confirms(sharing, back, iryna)
    assert await sharing.states(two) == ["offered"] * 2
    offer = await sharing.offer(two)
    assert offer is not None
    assert (offer.whole, offer.choices) == (False, [[1, 1]])
    await sharing.says(two, 1, 0b01, rest=True)
    assert await sharing.states(two) == ["accepted", "queued"]
