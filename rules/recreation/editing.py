"""What a supervisor types to change a campaign, and how what stands there is written so that it can be typed again.

A line per entry: codes of the catalogue first, and whatever stands behind « · » is only for the reader.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from rules.allocation.asked import Counted, Criterion
from rules.forms.dates import read_date
from rules.forms.problems import Problem
from rules.languages import Words
from rules.recreation.columns import Column
from rules.recreation.flaws import Flaw
from rules.recreation.terms import (
    Ages,
    Ask,
    By,
    CategoryTerm,
    Paper,
    Per,
    Question,
    Ranking,
    Shift,
    Stay,
    StayKind,
    Step,
    Terms,
)

ASIDE = " · "
NOTHING = "–"
REQUIRED, WELCOME = "required", "welcome"

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_SPAN = re.compile(rf"({_DAY})\s*[-–—]\s*({_DAY})")
_AGES = re.compile(rf"(\d{{1,2}})\s*[-–—]\s*(\d{{1,2}})(?:\s+({_DAY}))?")
_WHOLE = re.compile(r"\d{1,4}")
_CODE = re.compile(r"[A-Z]\d{2}")
_T = TypeVar("_T")


class Field(StrEnum):
    """What can be typed anew."""

    NAME = "name"
    BASIS = "basis"
    DATES = "dates"
    AGES = "ages"
    CATEGORIES = "categories"
    ASKS = "asks"
    PAPERS = "papers"
    STAYS = "stays"
    SHIFTS = "shifts"
    ORDER = "order"
    RANKING = "ranking"
    ANSWER = "answer"
    LOT = "lot"
    COLUMNS = "columns"


class Unread(Exception):
    """A line that can't be understood; `line`: its number, from 1."""

    flaw = Flaw.UNREAD

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def typed(terms: Terms, field: Field, words: str, today: date) -> Terms:
    """The terms with one field as it was typed; `today`: the day in Kyiv. Unread names the line. What was read may
    still not stand: see `rules.recreation.flaws`.
    """
    lines = [line.split(ASIDE)[0].strip() for line in words.strip().splitlines() if line.strip()]
    if lines == [NOTHING]:
        lines = []
    return _READERS[field](terms, lines, today)


def written(terms: Terms, field: Field) -> str:
    """What stands there now, as it is typed."""
    return "\n".join(_WRITERS[field](terms)) or NOTHING


def _words(lines: list[str]) -> Words:
    if not 1 <= len(lines) <= 2:
        raise Unread(len(lines))
    return Words(uk=lines[0], en=lines[-1])


def _one(lines: list[str]) -> str:
    if len(lines) > 1:
        raise Unread(2)
    return lines[0] if lines else ""


def _each(lines: list[str], read: Callable[[str], _T]) -> tuple[_T, ...]:
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            found.append(read(line))
        except (ValueError, IndexError):
            raise Unread(number) from None
    return tuple(found)


def _day(text: str, today: date) -> date:
    found = read_date(text, today, past=False)
    if isinstance(found, Problem):
        raise ValueError(found)
    return found


def _dates(terms: Terms, lines: list[str], today: date) -> Terms:
    opens, closes = _span_in(lines, today)
    return replace(terms, opens=opens, closes=closes)


def _span_in(lines: list[str], today: date) -> tuple[date, date]:
    try:
        return _span(_one(lines), today)
    except ValueError:
        raise Unread(1) from None


def _span(text: str, today: date) -> tuple[date, date]:
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return _day(found[1], today), _day(found[2], today)


def _ages(terms: Terms, lines: list[str], today: date) -> Terms:
    found = _AGES.fullmatch(_one(lines))
    if found is None:
        raise Unread(1)
    try:
        on = _day(found[3], today) if found[3] else None
    except ValueError:
        raise Unread(1) from None
    return replace(terms, ages=Ages(int(found[1]), int(found[2]), on))


def _category(line: str) -> CategoryTerm:
    code, weight, *proofs = line.split()
    if not _CODE.fullmatch(code) or not _WHOLE.fullmatch(weight):
        raise ValueError(line)
    return CategoryTerm(code, int(weight), tuple(proofs))


def _ask(line: str) -> Ask:
    question, step, *days = line.split()
    if len(days) > 1 or (days and (step != Step.DEPARTURE or not _WHOLE.fullmatch(days[0]))):
        raise ValueError(line)
    return Ask(Question(question), Step(step), int(days[0]) if days else None)


def _paper(line: str) -> Paper:
    document, step, per, by, needed = line.split()
    if needed not in (REQUIRED, WELCOME):
        raise ValueError(line)
    return Paper(document, Step(step), Per(per), By(by), needed == REQUIRED)


def _stay(line: str) -> Stay:
    kind, days = line.split()
    if not _WHOLE.fullmatch(days):
        raise ValueError(line)
    return Stay(StayKind(kind), int(days))


def _shifts(terms: Terms, lines: list[str], today: date) -> Terms:
    known = {each.number for each in terms.shifts}
    made, shifts = terms.shifts_made, []
    for number, line in enumerate(lines, start=1):
        try:
            shift = _shift(line, made + 1, today)
        except ValueError:
            raise Unread(number) from None
        if shift.number <= made and shift.number not in known:
            raise Unread(number)
        made = max(made, shift.number)
        shifts.append(shift)
    return replace(terms, shifts=tuple(shifts), shifts_made=made)


def _shift(line: str, fresh: int, today: date) -> Shift:
    """`5; Артек; health; 04.09.2027–24.09.2027; 30; автобус з Полтави`; without a number it is a new one."""
    parts = [part.strip() for part in line.split(";")]
    number = fresh
    if len(parts) == 6:
        number = int(parts.pop(0))
    camp, kind, span, places, transport = parts
    if not camp or not _WHOLE.fullmatch(places) or not 1 <= number <= fresh:
        raise ValueError(line)
    first, last = _span(span, today)
    return Shift(number, camp, StayKind(kind), first, last, int(places), transport)


def _answer(terms: Terms, lines: list[str], today: date) -> Terms:
    text = _one(lines)
    if not _WHOLE.fullmatch(text) or not 1 <= int(text) <= 60:
        raise Unread(1)
    return replace(terms, answer_days=int(text))


def _ranking(terms: Terms, lines: list[str], today: date) -> Terms:
    """`weight time; minute; 20.03.2027`; without a day the papers have to be there with the last day of the call."""
    criteria, counted, *until = (part.strip() for part in _one(lines).split(";"))
    read = tuple(Criterion(each) for each in criteria.split())
    if len(until) > 1 or len(set(read)) < len(read) or not set(read) <= {Criterion.WEIGHT, Criterion.TIME}:
        raise ValueError(lines)
    return replace(
        terms,
        ranking=Ranking(read, Counted(counted), _day(until[0], today) if until else None),
        order_confirmed=False,
    )


def _ranked(terms: Terms, lines: list[str], today: date) -> Terms:
    try:
        return _ranking(terms, lines, today)
    except ValueError:
        raise Unread(1) from None


def _columns(terms: Terms, lines: list[str], today: date) -> Terms:
    read = _each(lines, Column)
    if not read or len(set(read)) < len(read):
        raise Unread(len(lines))
    return replace(terms, columns=read)


_READERS: Mapping[Field, Callable[[Terms, list[str], date], Terms]] = {
    Field.NAME: lambda terms, lines, today: replace(terms, name=_words(lines)),
    Field.BASIS: lambda terms, lines, today: replace(terms, basis=_one(lines)),
    Field.DATES: _dates,
    Field.AGES: _ages,
    Field.CATEGORIES: lambda terms, lines, today: replace(terms, categories=_each(lines, _category)),
    Field.ASKS: lambda terms, lines, today: replace(terms, asks=_each(lines, _ask)),
    Field.PAPERS: lambda terms, lines, today: replace(terms, papers=_each(lines, _paper)),
    Field.STAYS: lambda terms, lines, today: replace(terms, stays=_each(lines, _stay)),
    Field.SHIFTS: _shifts,
    # Another order is another promise: somebody has to hold it against the department's document anew.
    Field.ORDER: lambda terms, lines, today: replace(terms, order=_words(lines), order_confirmed=False),
    Field.RANKING: _ranked,
    Field.ANSWER: _answer,
    Field.LOT: lambda terms, lines, today: replace(terms, lot=_one(lines)),
    Field.COLUMNS: _columns,
}


def _date(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _both(words: Words) -> list[str]:
    return [words.uk, words.en]


def _write_ages(terms: Terms) -> list[str]:
    ages = f"{terms.ages.least}–{terms.ages.most}"
    return [ages if terms.ages.on is None else f"{ages} {_date(terms.ages.on)}"]


def _write_ask(ask: Ask) -> str:
    return " ".join([ask.question, ask.step, *([] if ask.days is None else [str(ask.days)])])


def _write_paper(paper: Paper) -> str:
    needed = REQUIRED if paper.required else WELCOME
    return " ".join([paper.document, paper.step, paper.per, paper.by, needed])


def _write_shift(shift: Shift) -> str:
    span = f"{_date(shift.first)}–{_date(shift.last)}"
    return "; ".join([str(shift.number), shift.camp, shift.kind, span, str(shift.places), shift.transport])


def _write_ranking(terms: Terms) -> list[str]:
    ranking = terms.ranking
    parts = [" ".join(ranking.criteria), ranking.counted.value]
    return ["; ".join(parts if ranking.papers_until is None else [*parts, _date(ranking.papers_until)])]


_WRITERS: Mapping[Field, Callable[[Terms], Iterable[str]]] = {
    Field.NAME: lambda terms: _both(terms.name),
    Field.BASIS: lambda terms: [terms.basis],
    Field.DATES: lambda terms: [f"{_date(terms.opens)}–{_date(terms.closes)}"],
    Field.AGES: _write_ages,
    Field.CATEGORIES: lambda terms: [
        " ".join([each.code, str(each.weight), *each.proofs]) for each in terms.categories
    ],
    Field.ASKS: lambda terms: [_write_ask(each) for each in terms.asks],
    Field.PAPERS: lambda terms: [_write_paper(each) for each in terms.papers],
    Field.STAYS: lambda terms: [f"{each.kind} {each.least_days}" for each in terms.stays],
    Field.SHIFTS: lambda terms: [_write_shift(each) for each in terms.shifts],
    Field.ORDER: lambda terms: _both(terms.order),
    Field.RANKING: _write_ranking,
    Field.ANSWER: lambda terms: [str(terms.answer_days)],
    Field.LOT: lambda terms: [terms.lot] if terms.lot else [],
    Field.COLUMNS: lambda terms: [each.value for each in terms.columns],
}
