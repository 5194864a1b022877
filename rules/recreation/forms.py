"""The application as a form: what is asked depends on the campaign.

At the step of the need only what the need takes: who asks, where they live, and of each child name, birthday,
registered place, category and wishes. No copies, and nothing about health.
"""

from collections.abc import Collection, Iterator

from rules.forms import (
    Answers,
    Certificate,
    Choice,
    Day,
    Form,
    Group,
    Option,
    Phone,
    Several,
    Step,
    TaxNumber,
    Text,
    Where,
)
from rules.recreation.eligibility import born_between
from rules.recreation.periods import EITHER, MONTHS, periods_in
from rules.recreation.terms import Question, StayKind, Terms
from rules.recreation.terms import Step as At

RECREATION = "recreation"
CHILDREN = "children"
MOST_CHILDREN = 5
"""One summary holds them all; whoever has more says so to a human."""
YES, NO = "yes", "no"


def need_form(terms: Terms, version: int) -> Form:
    """What is asked with the need; `version`: the number of the campaign's version."""
    asked = terms.asked_at(At.NEED)
    return Form(RECREATION, version, tuple(_steps(terms, asked)))


def widest_form(terms: Terms) -> Form:
    """Whatever a campaign may ask: for what has to hold for every question, like that it has words."""
    return Form(RECREATION, 1, tuple(_steps(terms, frozenset(Question))))


def several_children(answers: Answers) -> bool:
    """Whether more than one child was named."""
    return answers.get(f"{CHILDREN}/0/more") == YES


def _steps(terms: Terms, asked: Collection[Question]) -> Iterator[Step]:
    yield Text(slug="name", least=3, most=100)
    yield Phone(slug="phone")
    if Question.LIVES in asked:
        yield Where(slug="lives", optional=True)
    if Question.TAX in asked:
        yield TaxNumber(slug="tax", optional=True)
    if Question.CERTIFICATE in asked:
        yield Certificate(slug="certificate", optional=True)
    yield Group(slug=CHILDREN, most=MOST_CHILDREN, at_summary=True, steps=tuple(_of_a_child(terms, asked)))
    if Question.TOGETHER in asked:
        yield Choice(slug="together", options=(Option(YES), Option(NO)), when=several_children)


def _of_a_child(terms: Terms, asked: Collection[Question]) -> Iterator[Step]:
    yield Text(slug="child", least=3, most=100)
    yield Day(slug="born", between=born_between(terms))
    yield Where(slug="registered", optional=True)
    if Question.CATEGORIES in asked and terms.categories:
        options = tuple(Option(each.code) for each in terms.categories)
        yield Several(slug="categories", options=options, optional=True, catalogued=True)
    if Question.STAY in asked and len(terms.stays) > 1:
        kinds = tuple(Option(each.kind.value) for each in terms.stays)
        yield Choice(slug="stay", options=(*kinds, Option(EITHER)))
    if Question.PERIOD in asked:
        months = tuple(Option(each) for each in MONTHS)
        options = (*months, Option(EITHER, alone=True))
        yield Several(slug="period", options=options, mostly_one=True, reads=periods_in)


def only_stay(terms: Terms) -> StayKind | None:
    """The kind of stay where the campaign has one alone, so that nobody is asked."""
    return terms.stays[0].kind if len(terms.stays) == 1 else None


def rounds(answers: Answers) -> int:
    """How many children were named."""
    last = MOST_CHILDREN - 1
    return next((index for index in range(last) if answers.get(f"{CHILDREN}/{index}/more") != YES), last) + 1
