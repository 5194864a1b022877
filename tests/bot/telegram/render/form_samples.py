"""Forms as they may be shown: every question of every form, every problem, every agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from casework.letters import sights as s
from rules.agreements import Agreement
from rules.files import FileKind, FileState, Flaw
from rules.forms import Choice, Form, Problem, Several, Step, every_step
from rules.forms.for_whom import FOR_WHOM
from tests.bot.telegram.render.given import NUMBER
from tests.bot.telegram.render.places import place_line
from tests.rules.recreation.sample import CATALOGUE
from tests.rules.recreation.widest import WIDEST

BEGUN = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
BORN = date(1951, 3, 12)


def forms_sights(words: str, language: str, office: s.Office) -> dict[str, list[object]]:
    """All that a person sees of forms."""
    asks: list[object] = [s.FormAskSight(7, 2, form, BEGUN, count) for form in WIDEST for count in (1, 2, 7)]
    return {
        "form": [*questions(words, language), *helps(words), *places(words, place_line(words))],
        "form-summary": [
            s.FormSummarySight(7, 2, form.slug, lines(form, words), "", waiting, more=more(form))
            for form in WIDEST.values()
            for waiting in (None, words)
        ],
        "form-resume": asks,
        "form-waits": asks,
        "form-cancel-ask": [*asks, s.FormAskSight(7, 2, "recreation", BEGUN, 9, NUMBER)],
        "whom-sent": [*sent(office)],
        "agreed-by-code": [s.AgreedSight(NUMBER, office)],
        "agreement-known": [s.AgreedSight(NUMBER, office)],
        "agreement-refused": [s.AgreedSight(NUMBER, office)],
        "agreement-unheard": [*unheard(office)],
    }


def more(form: Form) -> tuple[str, ...]:
    """What its summary offers another round of."""
    return tuple(group for group, _ in form.another({}))


def question(form: Form, step: Step, words: str, *, problem: str = "", waiting: str | None = None) -> s.FormSight:
    """One question as it is asked in the middle of a form."""
    options = step.options if isinstance(step, Choice | Several) else ()
    return s.FormSight(
        form_id=7,
        revision=2,
        form=form.slug,
        step=step.slug,
        number=3,
        round=None,
        known=lines(form, words)[:3],
        options=tuple(s.OptionLine(number, option.slug) for number, option in enumerate(options)),
        several=False,
        places=False,
        optional=step.optional,
        first=False,
        problem=problem,
        words=waiting,
    )


def questions(words: str, language: str) -> Iterator[s.FormSight]:
    """Every question there is."""
    for form in WIDEST.values():
        for step in every_step(form):
            asked = question(form, step, words)
            if isinstance(step, Several):
                yield from catalogued(asked, step, language) if step.catalogued else ticked(asked, words)
            else:
                yield asked


def ticked(asked: s.FormSight, words: str) -> Iterator[s.FormSight]:
    """Where one press answers: as it is asked, with ticks, and with words of which nobody knows what they name."""
    yield replace(asked, may_tick=True)
    yield replace(
        asked, options=tuple(replace(each, ticked=each.number in (1, 2)) for each in asked.options), several=True
    )
    yield replace(asked, may_tick=True, problem=Problem.NO_MONTH.value, unread=words)


def catalogued(asked: s.FormSight, step: Several, language: str) -> Iterator[s.FormSight]:
    """Options that the catalogue names and explains; one of them is ticked."""
    known, plain = CATALOGUE.categories, CATALOGUE.recreation.children
    options = tuple(
        s.OptionLine(number, option.slug, name=known[option.slug].name[language], ticked=number == 1)
        for number, option in enumerate(step.options)
    )
    explained = tuple((known[each.slug].name[language], plain[each.slug].plain[language]) for each in step.options)
    yield replace(asked, options=options, explained=explained, several=True)


def helps(words: str) -> Iterator[s.FormSight]:
    """Everything that can be wrong with an answer, once; and words that wait beside the form."""
    steps = list(every_step(FOR_WHOM))
    for number, problem in enumerate(Problem):
        yield question(FOR_WHOM, steps[number % len(steps)], words, problem=problem.value)
    yield question(FOR_WHOM, steps[0], words, problem=Problem.NO_OPTION.value, waiting=words)
    asked = question(FOR_WHOM, steps[0], words, waiting=words)
    photo = s.FileLine(FileKind.PHOTO, None, 340_000)
    yield replace(asked, word_files=(photo, photo))
    sent = [s.ArrivedFile(photo, FileState.KEPT, None, words), s.ArrivedFile(photo, FileState.WAITING, None, "")]
    refused = [s.ArrivedFile(photo, FileState.REFUSED, flaw, "") for flaw in (Flaw.EMPTY, Flaw.LOCKED)]
    yield replace(asked, words=None, options=(), takes_files=True, files=(*sent, *refused))


def places(words: str, place: s.PlaceLine) -> Iterator[s.FormSight]:
    """The question for a place: choices, one to confirm, countries."""
    asked = replace(question(FOR_WHOM, list(every_step(FOR_WHOM))[1], words), places=True, abroad=True)
    yield replace(asked, options=(s.OptionLine(0, place=place), s.OptionLine(1, name=place.code)))
    yield replace(asked, confirm=place, sought=words)
    yield replace(asked, options=(s.OptionLine(0, name="Польща"),), places=False, abroad=False)


def lines(form: Form, words: str) -> tuple[s.AnswerLine, ...]:
    """An answer to each question, of every shape."""
    found = []
    for number, step in enumerate(every_step(form)):
        if step.slug == "where":
            photo = s.FileLine(FileKind.PHOTO)
            found.append(s.AnswerLine(step.slug, number, files=(photo, photo)))
        elif isinstance(step, Choice):
            found.append(s.AnswerLine(step.slug, number, options=(step.options[0].slug,)))
        elif step.slug == "period":
            found.append(s.AnswerLine(step.slug, number, text=words, unread=True))
        elif step.slug == "categories":
            names = tuple(CATALOGUE.categories[code].name.uk for code in ("C13", "C06"))
            found.append(s.AnswerLine(step.slug, number, names=names))
        elif step.slug == "born":
            found.append(s.AnswerLine(step.slug, number, day=BORN, age=75))
        elif step.slug == "name":
            found.append(s.AnswerLine(step.slug, number, text=words))
        else:
            found.append(s.AnswerLine(step.slug, number))
    return tuple(found)


def sent(office: s.Office) -> Iterator[s.WhomSentSight]:
    """Each way in which the agreement may stand."""
    until = BEGUN + timedelta(days=3)
    for agreement in Agreement:
        yield s.WhomSentSight(1, NUMBER, agreement.value, None, None, True, office)
    yield s.WhomSentSight(1, NUMBER, Agreement.BY_CODE.value, "4821 7730 1956", until, True, office)
    yield s.WhomSentSight(1, NUMBER, Agreement.REPORT.value, None, None, False, office)


def unheard(office: s.Office) -> Iterator[s.AgreementUnheardSight]:
    """What the helper is told where we phoned and did not hear the human."""
    again = s.AgreementUnheardSight(NUMBER, BEGUN, BEGUN + timedelta(hours=4), False, None, None, office)
    last = replace(again, by=None, code="4821 7730 1956", code_until=BEGUN + timedelta(days=3))
    yield from (again, last, replace(last, wrong=True), replace(last, code=None, code_until=None))


def asked_for_agreement(words: str, later: tuple[s.TimeOption, ...]) -> Iterator[s.AgreementCallSight]:
    """What whoever phones the human sees."""
    call = s.AgreementCallSight(1, NUMBER, words, "+380 50 123 45 67", "relative", BEGUN, BEGUN, 0, 0)
    yield from (call, replace(call, attempts=2, tries=2, later=later))
    yield replace(call, name=None, phone=None, relation="neighbour", start=None, end=None)


def cards_for_whom() -> Iterator[dict[str, object]]:
    """What the card shows of another human."""
    relations = ("child", "relative", "neighbour", "relative", "neighbour", "report")
    for relation, agreement in zip(relations, Agreement, strict=True):
        yield {"relation": relation, "agreement": agreement.value, "watched": False, "unreachable": False}


def details_for_whom(words: str) -> Iterator[s.OnBehalfSight]:
    """What the details show of them."""
    phone = "+380501234567"
    yield s.OnBehalfSight("relative", "confirmed", BORN, words, BORN, None, phone, words, writer_shown=True)
    yield s.OnBehalfSight("report", "report", None, None, None, 75, None, None, writer_shown=False)
