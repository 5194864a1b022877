"""Questions of later steps: each is asked once a child has got so far, and not before.

Whoever only collects need asks for no more than the need takes (Law 2297-VI, art. 6 part 3: data are to be no more than
their purpose takes). Nothing here is about health: there is no such question, and the medical form is paper.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zlib import crc32

from rules.forms import Answers, Certificate, Form, Known, TaxNumber, Text, Where
from rules.forms import Step as Asked
from rules.local_time import end_of_day
from rules.recreation.applications import Standing
from rules.recreation.campaigns import OVER, CampaignState
from rules.recreation.forms import CHILDREN
from rules.recreation.terms import AFTER_NEED, Ask, Question, Shift, Step, Terms

LATER = "recreation-later"
DAYS_TO_ANSWER = 14
"""So many days a family has, unless its shift begins sooner."""
SETTLED = timedelta(minutes=15)
"""What staff mark may be taken back, and brothers and sisters are marked one after another: they make one letter."""
STEPS: Mapping[Standing, frozenset[Step]] = {
    Standing.NEED_CONFIRMED: frozenset({Step.CONFIRMATION}),
    Standing.QUEUED: frozenset({Step.CONFIRMATION}),
    Standing.OFFERED: frozenset({Step.CONFIRMATION, Step.OFFER}),
    Standing.ACCEPTED: frozenset({Step.CONFIRMATION, Step.OFFER, Step.DEPARTURE}),
}
"""Of which steps a child is asked who stands so; in every other state nothing is asked."""


@dataclass(frozen=True, slots=True)
class Child:
    """A child as far as it concerns questions: `id` stands for it in answers, `asked`: what its family was asked."""

    id: int
    position: int
    standing: Standing
    asked: Sequence[str]
    answers: Answers


@dataclass(frozen=True, slots=True)
class Owed:
    """A question without an answer; `child`: the place of a child in its application, 0 where it is the family's."""

    question: Question
    child: int = 0


def asks_later(terms: Terms) -> tuple[Ask, ...]:
    """What a campaign asks behind the need."""
    return tuple(each for each in terms.asks if each.step is not Step.NEED and _is_asked_there(each))


def _is_asked_there(ask: Ask) -> bool:
    return ask.question in _FAMILYS or ask.question in AFTER_NEED


def goes_on(state: CampaignState, terms: Terms, today: date) -> bool:
    """Whether anybody is asked anything on a day (Kyiv): not before it opens, not while it stands still, and once it is
    over only as long as somebody has still to leave.
    """
    if not asks_later(terms) or state in (CampaignState.PLANNED, CampaignState.PAUSED):
        return False
    return state not in OVER or any(shift.first >= today for shift in terms.shifts)


def states_of(ask: Ask, *, over: bool = False) -> tuple[Standing, ...]:
    """In which states of a child a question is asked; once the campaign is `over`, of those alone who have a place."""
    those = tuple(state for state, steps in STEPS.items() if ask.step in steps)
    return tuple(state for state in those if state is Standing.ACCEPTED) if over else those


def shifts_of(ask: Ask, terms: Terms, today: date, *, over: bool = False) -> tuple[int, ...] | None:
    """Numbers of the shifts whose children are asked on a day (Kyiv), once the campaign is `over` of those alone that
    are still to come; None: all children are, with a shift or not.
    """
    if ask.days is None and not over:
        return None
    return tuple(
        each.number
        for each in terms.shifts
        if (ask.days is None or today >= each.first - timedelta(days=ask.days)) and (not over or each.first >= today)
    )


def asked_from(ask: Ask, shift: Shift) -> datetime | None:
    """The first moment at which children of a shift are asked, in UTC; None where it needs no day."""
    if ask.days is None:
        return None
    return end_of_day(shift.first - timedelta(days=ask.days + 1)) + timedelta(microseconds=1)


def due(
    terms: Terms, standing: Standing, shift: int | None, today: date, *, over: bool = False
) -> tuple[Question, ...]:
    """What is to be asked on a day (Kyiv) for a child who stands so; `shift`: the number of that in which it has a
    place.
    """
    found = []
    for each in asks_later(terms):
        those = shifts_of(each, terms, today, over=over)
        if standing in states_of(each, over=over) and (those is None or shift in those):
            found.append(each.question)
    return tuple(found)


def answer_by(terms: Terms, today: date, shifts: Iterable[int]) -> date:
    """The last day for answers: some days, but before the first of these shifts begins; never earlier than today."""
    first = [each.first - timedelta(days=1) for each in terms.shifts if each.number in set(shifts)]
    return max(today, min([today + timedelta(days=DAYS_TO_ANSWER), *first]))


def asked_of(terms: Terms, child: Child) -> tuple[Question, ...]:
    """What a child was asked and is asked still, in the order of the campaign."""
    return tuple(
        each.question
        for each in asks_later(terms)
        if each.question in child.asked and child.standing in states_of(each)
    )


def owed(terms: Terms, family: Answers, children: Sequence[Child]) -> tuple[Owed, ...]:
    """What was asked and has no answer; `family`: the answers that are no child's own, those to the need too. What was
    left out knowingly («Не маю») has one.
    """
    found = [Owed(each) for each in _of_family(terms, children) if each not in family]
    for child in children:
        mine = [each for each in asked_of(terms, child) if each in AFTER_NEED]
        found += [Owed(each, child.position) for each in mine if each not in child.answers]
    return tuple(found)


def later_form(terms: Terms, children: Sequence[Child]) -> Form:
    """All that was asked, answered or not. Its version changes with its questions."""
    steps = tuple(_steps(_of_family(terms, children), [(each, asked_of(terms, each)) for each in children]))
    keys = [place.key for place in Form(LATER, 1, steps).walk({})]
    return Form(LATER, crc32(" ".join(keys).encode()) % 2**31, steps)


def widest_later_form() -> Form:
    """Whatever a campaign may ask later: for what has to hold for every question, like that it has words."""
    one = Child(1, 1, Standing.ACCEPTED, (), {})
    return Form(LATER, 1, tuple(_steps(tuple(_FAMILYS), [(one, tuple(Question))])))


def key_of(child: int, question: str) -> str:
    """Under which a child's answer stands in the form; `child`: its id."""
    return f"{CHILDREN}/{child}/{question}"


def _of_family(terms: Terms, children: Sequence[Child]) -> tuple[Question, ...]:
    """Asked once, of whichever child."""
    asked = {question for child in children for question in asked_of(terms, child)}
    return tuple(each.question for each in asks_later(terms) if each.question in asked and each.question in _FAMILYS)


def _steps(family: Sequence[Question], children: Sequence[tuple[Child, Sequence[Question]]]) -> Iterator[Asked]:
    yield from (_FAMILYS[each] for each in family)
    for child, asked in children:
        mine = tuple(_CHILDS[each] for each in asked if each in _CHILDS)
        if mine:
            number = child.position if len(children) > 1 else None
            yield Known(slug=CHILDREN, steps=mine, key=str(child.id), number=number)


_FAMILYS: Mapping[Question, Asked] = {
    Question.LIVES: Where(slug=Question.LIVES.value, optional=True),
    Question.TAX: TaxNumber(slug=Question.TAX.value, optional=True),
    Question.CERTIFICATE: Certificate(slug=Question.CERTIFICATE.value, optional=True),
}
_CHILDS: Mapping[Question, Asked] = {
    Question.SIZE: Text(slug=Question.SIZE.value, most=60, optional=True),
    Question.MEETS: Text(slug=Question.MEETS.value, least=3, most=200),
}
