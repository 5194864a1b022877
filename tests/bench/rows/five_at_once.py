"""Five messages at once from a new person: none dropped, one topic, in order, and the person can go on."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from tests.bench.load import Relays, line
from tests.bench.results import Result
from tests.bench.scene import House, Scene, open_scene
from tests.conversations.words import AGREE, OPEN_CASE

PEOPLE = 10
AT_ONCE = 5


@dataclass(frozen=True)
class Outcome:
    """What came of it."""

    dropped: int
    repeated: int
    topics: int
    in_order: bool

    def kept(self, people: int) -> bool:
        """Whether so many people found everything as it should be."""
        return self.dropped == self.repeated == 0 and self.topics == people and self.in_order


async def measure(house: House) -> list[Result]:
    """Many new people at the same moment; what is missing of their words."""
    async with open_scene(house) as scene:
        await scene.begin()
        await scene.staffed()
        outcome = await written_at_once(scene, PEOPLE)
    return [
        Result(
            "five at once: dropped",
            outcome.dropped,
            "messages",
            bar="0, one topic each, in order, all can go on",
            holds=outcome.kept(PEOPLE),
            settings={"people": PEOPLE, "at once": AT_ONCE, **asdict(outcome)},
        )
    ]


async def written_at_once(scene: Scene, count: int) -> Outcome:
    """So many new people write five messages, agree, open a case, and write once more."""
    people, relays = scene.newcomers(count), Relays(scene)
    topics = len(scene.simulator.world.chats[scene.group].topics)
    for place, person in enumerate(people):
        for number in range(AT_ONCE):
            scene.write(person, line(place * (AT_ONCE + 1) + number))
    await scene.settled()
    for label in (AGREE, OPEN_CASE):
        for person in people:
            await scene.press(person, label)
        await scene.settled()
    for place, person in enumerate(people):
        scene.write(person, line(place * (AT_ONCE + 1) + AT_ONCE))
    await scene.settled()
    numbers = relays.numbers()
    return Outcome(
        dropped=count * (AT_ONCE + 1) - len(set(numbers)),
        repeated=len(numbers) - len(set(numbers)),
        topics=len(scene.simulator.world.chats[scene.group].topics) - topics,
        in_order=relays.in_order(),
    )
