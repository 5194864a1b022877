"""Short ways to speak of families, shifts and what they say. Nobody in it exists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from rules.allocation.answers import Accepted, Line
from rules.allocation.asked import Application, Child, Counted, OrderRule, Shift, Wish
from rules.allocation.lots import seed_of
from rules.allocation.order import PartyId, Rank, in_order
from rules.allocation.reasons import Decision, Step
from rules.allocation.step import step

OPENS = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
PAPERS_BY = datetime(2026, 3, 20, 21, 59, 59, 999_999, tzinfo=UTC)
BORN = date(2015, 5, 5)
RULE = OrderRule({"fallen": 30, "orphan": 30, "displaced": 10}, PAPERS_BY, Counted.MINUTE)
VALUE = "42.1337"


def shift(code: str, seats: int, **fields: object) -> Shift:
    """One in June by the name of a letter, later ones by later letters."""
    first_day = date(2026, 6, 1) + timedelta(days=ord(code[0]) - ord("A"))
    given: dict[str, object] = {"stay": "health", "first_day": first_day, "last_day": first_day + timedelta(days=20)}
    return Shift(code=code, seats=seats, **(given | fields))  # type: ignore[arg-type]  # a test's own shorthand


def family(
    number: int,
    children: int = 1,
    wishes: str = "A",
    *,
    together: bool = True,
    category: str | None = None,
    keys: Sequence[str] = (),
    born: Sequence[date] = (),
) -> Application:
    """What a family sent `number` minutes after the opening; its children are numbered from number*10."""
    return Application(
        number=name(number),
        submitted_at=OPENS + timedelta(minutes=number),
        complete_at=OPENS + timedelta(minutes=number),
        children=tuple(
            Child(
                number=number * 10 + which,
                key=keys[which] if which < len(keys) else f"{number}-{which}",
                born=born[which] if which < len(born) else BORN,
                wishes=tuple(Wish(shift=code) for code in wishes),
                categories=frozenset() if category is None else frozenset({category}),
            )
            for which in range(children)
        ),
        together=together,
    )


def name(number: int) -> str:
    """The number of a family's application."""
    return f"LUH-2026-{number:06d}"


def party(number: int, part: int = 0) -> PartyId:
    """A part of a family's application."""
    return name(number), part


def ranked(*families: Application, rule: OrderRule = RULE) -> tuple[Rank, ...]:
    """Families in their order."""
    return in_order(rule, families, seed_of([each.number for each in families], VALUE)).ranks


class Play:
    """A campaign that is played line by line; after each line come the offers that follow."""

    def __init__(self, shifts: Iterable[Shift], *families: Application) -> None:
        self.shifts, self.order = list(shifts), ranked(*families)
        self.log: list[Line] = []
        self.last = self._follow()

    def say(self, *lines: Line) -> Step:
        """What follows when families have said this, and shifts are as they are now."""
        self.log += lines
        self.last = self._follow()
        return self.last

    def accept(self, number: int, code: str, *children: int, rest_waits: bool = False) -> Step:
        """A family says yes, for all its children or for those of these places in the application."""
        whose = next(rank.party for rank in self.order if rank.party.id == party(number))
        numbers = [child.number for child in whose.children]
        taken = [numbers[which] for which in children] or numbers
        return self.say(Accepted(party(number), code, frozenset(taken), rest_waits))

    def offers(self) -> dict[int, dict[str, int]]:
        """The offers that stand, by family."""
        return {
            int(decision.rank.party.id[0][-6:]): dict(decision.offer.choices)
            for decision in self.last.decisions
            if decision.offer is not None
        }

    def of(self, number: int, part: int = 0) -> Decision:
        """What holds for a party."""
        return next(each for each in self.last.decisions if each.rank.party.id == party(number, part))

    def _follow(self) -> Step:
        done = step(self.order, self.shifts, self.log)
        self.log += [made.offer for made in done.offers]
        return done
