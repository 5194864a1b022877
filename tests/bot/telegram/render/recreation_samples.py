"""Plausible sights of the recreation programme: campaigns on a desk, the screens of a guardian, lines of a topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from casework.letters import sights as s
from casework.letters.sights import recreation as r
from casework.letters.sights import review as v
from casework.letters.sights.applications import ApplicationSight, ChildLine
from casework.letters.sights.documents import ValiditySight
from rules.documents import DocumentState
from rules.recreation.applications import Standing
from rules.recreation.campaigns import CampaignState, by_hand
from rules.recreation.editing import Field, written
from rules.recreation.eligibility import Age, Way
from rules.recreation.passing import SHARED, Wish
from rules.recreation.still_needed import AskState
from rules.recreation.terms import PAPER_ONLY, Ask, Question, Signing, Step
from tests.bot.telegram.render.form_samples import lines
from tests.bot.telegram.render.given import NOON, NUMBER
from tests.bot.telegram.render.importing_samples import drafts_to_person, rows_to_staff
from tests.bot.telegram.render.later_samples import asked, owed, questions_to_person
from tests.bot.telegram.render.need_samples import need
from tests.rules.recreation.sample import CATALOGUE, TERMS
from tests.rules.recreation.widest import WIDEST

HROMADA = next(iter(CATALOGUE.hromadas))
LOOKED_AT = (Standing.SUBMITTED, Standing.CHECKING)
NEWS = v.ApplicationNewsSight(1, NUMBER, "0800123456", "9–18", "Ірина")
OPENS, CLOSES = date(2027, 2, 1), date(2027, 3, 6)
EVENTS = (
    "applied", "passing-told", "checking", "need-confirmed", "back-in-turn", "joined-order", "questions-asked",
    "questions-answered", "questions-noted",
)  # fmt: skip
"""Of these the person reads."""
STAFFS_EVENTS = ("same-child", "category-decided", "need-seen-once", "need-doubted")


def recreation_to_person(words: str, language: str, office: s.Office) -> dict[str, list[object]]:
    """All that a guardian sees."""
    application = ApplicationSight(3, Standing.SUBMITTED, tuple(children(words)), False, True, CLOSES)
    sent = r.ApplicationSentSight(
        1, NUMBER, False, lines(WIDEST["recreation"], words)[:9], application, (words, words), office
    )
    one = replace(application, children=(ChildLine(None, Standing.SUBMITTED, Way.OBLAST, None, Age.FITS, None),))
    asked = r.OwnHromadaSight(3, HROMADA, words, (words, words), SHARED, CLOSES, None, NUMBER, office)
    return {
        "recreation": [*screens(words, language, office)],
        "recreation-open": [screen(words, office, CampaignState.OPEN, takes=True)],
        "recreation-elsewhere": [r.ElsewhereSight(7, 2, office)],
        "application-sent": [
            sent,
            replace(sent, anew=True, lines=(), application=replace(one, may_change=False), proofs=()),
        ],
        **drafts_to_person(office),
        **questions_to_person(words, office),
        "application-checked": [NEWS],
        "need-confirmed": [NEWS],
        "own-hromada": [asked, replace(asked, children=()), *(replace(asked, wish=wish) for wish in Wish)],
    }


def screens(words: str, language: str, office: s.Office) -> Iterator[r.RecreationSight]:
    """Whether applications are taken, in every state, with and without one's own."""
    yield r.RecreationSight(office, may_wait=True)
    for state in CampaignState:
        yield screen(words, office, state, takes=state is CampaignState.OPEN)
    shown = screen(words, office, CampaignState.OPEN, takes=True)
    yield replace(shown, order=words[:200], answer_days=1, may_apply=False)
    yield replace(shown, own=r.OwnApplication(3, Standing.DRAFT, 7, None, None, 0, None), upto=9)
    yield replace(shown, own=r.OwnApplication(3, Standing.SUBMITTED, None, 1, NUMBER, 2, NOON))
    planned = screen(words, office, CampaignState.PLANNED, takes=False)
    yield replace(planned, waits=True)


def screen(words: str, office: s.Office, state: CampaignState, *, takes: bool) -> r.RecreationSight:
    """A campaign as a person is shown it."""
    return r.RecreationSight(
        office,
        campaign_id=2,
        state=state,
        name=words,
        basis=words,
        year=2027,
        opens=OPENS,
        closes=CLOSES,
        least_age=7,
        most_age=18,
        answer_days=5,
        takes=takes,
        may_wait=not takes,
        may_apply=True,
    )


def children(words: str) -> Iterator[ChildLine]:
    """Each way that a child may go."""
    for number, way in enumerate(Way):
        age = Age.BY_SHIFT if number == 0 else Age.FITS
        yield ChildLine(words, list(Standing)[number], way, words, age, None)


def application(words: str) -> ApplicationSight:
    """As it stands in its guardian's case, in every state."""
    those = tuple(ChildLine(words, each, Way.OBLAST, None, Age.FITS, None) for each in Standing)
    return ApplicationSight(
        3, Standing.OFFERED, those, False, True, CLOSES, need=need(words[:40], AskState.SOME), later=asked(words)
    )


def reviews(words: str) -> dict[str, list[object]]:
    """Checking applications on the desk."""
    lines = tuple(v.ReviewLine(3, NUMBER, each, NOON, 2, each is Standing.CHECKING) for each in LOOKED_AT)
    named = tuple(
        v.CategoryChecked(code, CATALOGUE.categories[code].name["uk"], holds)
        for code, holds in (("C13", True), ("C06", False), ("C17", None))
    )
    child = v.ChildChecked(5, 1, Standing.CHECKING, 11, words[:40], named, words[:40])
    bare = v.ChildChecked(6, 2, Standing.NEED_CONFIRMED, None, None, (), None)
    papers = tuple(v.PaperChecked(words[:40], number % 3, each) for number, each in enumerate(DocumentState))
    papers += tuple(
        v.PaperChecked(words[:40], 1, DocumentState.ACCEPTED, each)
        for each in (
            ValiditySight(CLOSES, None, None, None),
            ValiditySight(CLOSES, NUMBER, CLOSES, CLOSES),
        )
    )
    one = v.ReviewOneSight(
        3,
        1,
        NUMBER,
        Standing.CHECKING,
        NOON,
        words[:40],
        (child, bare),
        papers,
        CLOSES,
        owed(None),
        2,
        True,
        True,
        True,
    )
    of_child = v.ReviewChildSight(3, 1, NUMBER, child, 2, True, True, True, False)
    return {
        "review": [
            v.ReviewSight(0, 1, True, lines, ((2, words[:40]), (4, words[:40]))),
            v.ReviewSight(2, 0, False, (), ((2, words[:40]), (4, words[:40]))),
        ],
        "review-one": [one, replace(one, papers=(), owed=(), notes=0, owner=None, four_eyes=False, may_check=False)],
        "review-child": [of_child, v.ReviewChildSight(3, 1, NUMBER, bare, 0, False, False, False, True)],
    }


def recreation_to_staff(words: str, language: str) -> dict[str, list[object]]:
    """All that the desk and the topic show."""
    known = tuple(
        r.CampaignLine(number, words, state, OPENS, CLOSES) for number, state in enumerate(CampaignState, start=1)
    )
    templates = (r.TemplateLine("oblast-170", words, False),)
    return {
        "campaigns": [r.CampaignsSight(known, templates), r.CampaignsSight((), templates)],
        "campaign": [*campaigns(words, language)],
        "campaign-field": [
            r.CampaignFieldSight(2, field, written(TERMS, field), (words,) * (len(TERMS.categories) if named else 0))
            for field in Field
            for named in (False, field is Field.CATEGORIES)
        ],
        **reviews(words),
        **rows_to_staff(words),
        "same-child": [r.SameChildSight(NUMBER)],
        "passing-told": [r.PassingToldSight(words, wish) for wish in Wish],
    }


def campaigns(words: str, language: str) -> Iterator[r.CampaignSight]:
    """One in every state."""
    shown = campaign(words, language)
    for state in CampaignState:
        yield replace(shown, state=state, moves=by_hand(state))
    for signing in Signing:
        yield replace(
            shown, signing=signing, shifts=(), age_on=OPENS, four_eyes=False, order_confirmed=True, categories=()
        )


def campaign(words: str, language: str) -> r.CampaignSight:
    """The shipped template, as the desk shows it."""

    def named(document: str) -> str:
        return CATALOGUE.documents[document].name[language]

    kinds = CATALOGUE.recreation.stays
    return r.CampaignSight(
        campaign_id=2,
        number=3,
        name=words[:120],
        basis=TERMS.basis,
        state=CampaignState.PLANNED,
        state_at=NOON,
        opens=OPENS,
        closes=CLOSES,
        least_age=7,
        most_age=18,
        age_on=None,
        categories=tuple(
            r.CategoryLine(CATALOGUE.categories[each.code].name[language], each.weight) for each in TERMS.categories
        ),
        asks=tuple(Ask(each, list(Step)[number % 4], number or None) for number, each in enumerate(Question)),
        papers=tuple(
            r.PaperLine(
                None if each.document == PAPER_ONLY else named(each.document),
                each.step,
                each.per,
                each.by,
                each.required,
            )
            for each in TERMS.papers
        ),
        stays=tuple(r.StayLine(kinds[each.kind].name[language], each.least_days) for each in TERMS.stays),
        shifts=tuple(
            r.ShiftLine(
                each.number,
                each.camp,
                each.kind,
                kinds[each.kind].name[language],
                each.first,
                each.last,
                each.places,
                each.transport,
            )
            for each in TERMS.shifts
        ),
        signing=Signing.NONE,
        order=TERMS.order[language],
        order_confirmed=False,
        answer_days=5,
        four_eyes=True,
        lot="",
        filed=2,
        children=5,
        moves=(),
        versions=(r.CampaignVersionLine(3, NOON, words[:60]), r.CampaignVersionLine(2, NOON, words[:60])),
    )
