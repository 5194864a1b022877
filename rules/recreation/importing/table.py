"""A table of the former form: families, and lines of which no draft can be made. Every line is one or the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rules.forms import Answer, Form, Group, Problem, own_words
from rules.forms.steps import Step
from rules.providers import name_key
from rules.recreation.forms import CHILDREN, MOST_CHILDREN, YES
from rules.recreation.importing.columns import NAMED, OF_A_CHILD, REQUIRED, Column, Head, Heads, heads_of
from rules.recreation.importing.flaws import Flaw, Wrong
from rules.recreation.importing.values import Known, left_open, refuses, required
from rules.tables import BadCell, Line, Unfit, lines_of, plain
from rules.tables.cells import unrounded

QUESTIONS: Mapping[Column, str] = {
    Column.GUARDIAN: "name", Column.PHONE: "phone", Column.LIVES: "lives", Column.CHILD: "child", Column.BORN: "born",
    Column.REGISTERED: "registered", Column.CATEGORIES: "categories", Column.STAY: "stay", Column.PERIOD: "period",
}  # fmt: skip
"""Which question of the form a column answers."""
LONGEST = 2000
"""Signs of a cell: people write wishes at length."""


@dataclass(frozen=True, slots=True)
class Family:
    """One guardian with one number, and the children that were named; `answers` as the form keeps them."""

    lines: tuple[int, ...]
    guardian: str
    phone: str
    answers: Mapping[str, Answer]

    @property
    def key(self) -> str:
        """By which two lines, of one file or of two, are one family."""
        return f"{self.phone} {name_key(self.guardian)}"

    @property
    def children(self) -> tuple[tuple[str, str], ...]:
        """Name and birthday of each child, as they make a child the same one."""
        return tuple(sorted(_same(each) for each in children_of(self.answers)))


@dataclass(frozen=True, slots=True)
class Listed:
    """What a file holds: `lines` of them, each in one of `families` or in `flaws`."""

    families: tuple[Family, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    lines: int = 0
    left: Mapping[Column, int] = field(default_factory=dict)
    """How often a cell said something that the family has to say once more."""
    unfit: Unfit | None = None
    columns: tuple[Column, ...] = ()
    """Those that are missing."""
    unknown: tuple[str, ...] = ()
    """Columns that are left out, as they are called."""

    @property
    def bad_lines(self) -> int:
        """Lines of which no draft can be made."""
        return len({flaw.line for flaw in self.flaws})


@dataclass(slots=True)
class _Told:
    """What one line says, while it is read."""

    line: int
    answers: dict[str, Answer] = field(default_factory=dict)
    children: list[dict[str, Answer]] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    left: Counter[Column] = field(default_factory=Counter)


def read_rows(content: bytes, known: Known) -> Listed:
    """The families of a file: a workbook, or text as `rules.tables` reads it."""
    lines = lines_of(content, books=True)
    if isinstance(lines, Unfit):
        return Listed(unfit=lines)
    heads = heads_of(lines[0][1])
    if heads.missing:
        return Listed(unfit=Unfit.NO_COLUMNS, columns=heads.missing, unknown=heads.unknown[:NAMED])
    steps = _steps(known.form)
    told = [_line(line, heads, steps, known) for line in lines[1:]]
    families, flaws, left = _families(told)
    return Listed(families, flaws, len(told), left, unknown=heads.unknown[:NAMED])


def children_of(answers: Mapping[str, Answer]) -> list[dict[str, Answer]]:
    """What is answered of each child, by the question."""
    found: list[dict[str, Answer]] = []
    for index in range(MOST_CHILDREN):
        begin = f"{CHILDREN}/{index}/"
        those = {key.removeprefix(begin): answer for key, answer in answers.items() if key.startswith(begin)}
        those.pop("more", None)
        found += [those] if those else []
    return found


def with_children(answers: Mapping[str, Answer], children: Sequence[Mapping[str, Answer]]) -> dict[str, Answer]:
    """The same answers with these children and no others."""
    told = {key: answer for key, answer in answers.items() if not key.startswith(f"{CHILDREN}/")}
    for index, each in enumerate(children):
        told |= {f"{CHILDREN}/{index}/{slug}": answer for slug, answer in each.items()}
        if index + 1 < len(children):
            told[f"{CHILDREN}/{index}/more"] = YES
    return told


def more_children(
    there: Sequence[Mapping[str, Answer]], come: Sequence[Mapping[str, Answer]]
) -> list[Mapping[str, Answer]]:
    """Those who come and were not there, each once."""
    known, found = {_same(each) for each in there}, []
    for each in come:
        if _same(each) not in known:
            known.add(_same(each))
            found.append(each)
    return found


def _same(child: Mapping[str, Answer]) -> tuple[str, str]:
    return name_key(str(child.get("child", ""))), str(child.get("born", ""))


def _steps(form: Form) -> dict[str, Step]:
    """The questions of the form by their slug; of a child those of the first round."""
    found: dict[str, Step] = {}
    for step in form.steps:
        those = step.steps if isinstance(step, Group) else (step,)
        found |= {each.slug: each for each in those}
    return found


def _line(line: Line, heads: Heads, steps: Mapping[str, Step], known: Known) -> _Told:
    number, row = line
    told = _Told(number)
    if any(cell.strip() for cell in row[heads.width :]):
        told.flaws.append(Flaw(number, Wrong.TOO_MANY_CELLS))
        return told
    cells = _cells(told, row, heads)
    if refuses(cells.get((Column.CONSENT, 0), "")):
        # Nothing else of such a line is looked at.
        told.flaws[:] = [Flaw(number, Wrong.NO_CONSENT, Column.CONSENT)]
        return told
    for column in (Column.GUARDIAN, Column.PHONE, Column.LIVES):
        _answer(told, told.answers, column, cells.get((column, 0), ""), steps, known)
    for child in range(1, heads.children + 1):
        _child(told, child, cells, steps, known)
    if not told.children and not told.flaws:
        told.flaws.append(Flaw(number, Wrong.NO_CHILD, Column.CHILD))
    return told


def _cells(told: _Told, row: Sequence[str], heads: Heads) -> dict[tuple[Column, int], str]:
    """What stands in a line by column and child. Parts of one name are put together."""
    found: dict[tuple[Column, int], str] = {}
    for head in heads.known:
        text = _plain(told, row[head.place] if head.place < len(row) else "", head)
        key = head.column, head.child
        found[key] = f"{found.get(key, '')} {text}".strip()
    return found


def _plain(told: _Told, cell: str, head: Head) -> str:
    if head.column is Column.AT:
        return ""
    phone = head.column is Column.PHONE
    try:
        text = plain(cell, signed=phone or head.column is Column.WISHES, longest=LONGEST)
        return unrounded(text) if phone else text
    except BadCell as bad:
        if head.column in (*REQUIRED, Column.CONSENT):
            told.flaws.append(Flaw(told.line, Wrong(bad.fault.value), head.column, head.child))
        else:
            told.left[head.column] += 1
        return ""


def _child(
    told: _Told, child: int, cells: Mapping[tuple[Column, int], str], steps: Mapping[str, Step], known: Known
) -> None:
    own = {column: cells.get((column, child), "") for column in Column if column in OF_A_CHILD}
    if not any(own.values()):
        return
    answers: dict[str, Answer] = {}
    for column in (Column.CHILD, Column.BORN, Column.REGISTERED, Column.CATEGORIES, Column.STAY, Column.PERIOD):
        text = own[column] or cells.get((column, 0), "")
        if not text and column in (Column.STAY, Column.PERIOD):
            # The old form asked for wishes in words: a month or a kind of stay may stand there, or nothing of it.
            wishes = own[Column.WISHES] or cells.get((Column.WISHES, 0), "")
            _answer(told, answers, column, wishes, steps, known, child, counts=False)
        else:
            _answer(told, answers, column, text, steps, known, child)
    told.children.append(answers)


def _answer(
    told: _Told, answers: dict[str, Answer], column: Column, text: str, steps: Mapping[str, Step], known: Known,
    child: int = 0, *, counts: bool = True,
) -> None:  # fmt: skip
    """Keeps what a cell answers, or what is wrong with it, or counts that the family has to be asked."""
    step = steps.get(QUESTIONS[column])
    if step is None:
        return
    if column not in REQUIRED:
        found = left_open(column, step, text, known) if text else None
        if own_words(found) is not None and not counts:
            # Remarks on anything at all are no wish of a time, and may tell of health.
            return
        if found is not None:
            answers[step.slug] = found
        elif text and counts:
            told.left[column] += 1
        return
    if any(flaw.column is column and flaw.child == child for flaw in told.flaws):
        return
    said = required(step, text, known) if text else None
    if said is None:
        told.flaws.append(Flaw(told.line, Wrong.MISSING, column, child))
    elif isinstance(said, Problem):
        told.flaws.append(Flaw(told.line, Wrong(said.value), column, child))
    else:
        answers[step.slug] = said


def _families(told: Sequence[_Told]) -> tuple[tuple[Family, ...], tuple[Flaw, ...], Mapping[Column, int]]:
    found: dict[str, Family] = {}
    first: dict[str, int] = {}
    flaws: list[Flaw] = []
    left: Counter[Column] = Counter()
    for each in told:
        if each.flaws:
            flaws += each.flaws
            continue
        one = Family((each.line,), str(each.answers["name"]), str(each.answers["phone"]), each.answers)
        there = found.get(one.key)
        children = children_of(there.answers) if there is not None else []
        more = more_children(children, each.children)
        if not more:
            flaws.append(Flaw(each.line, Wrong.TWICE, other=first[one.key]))
        elif len(children) + len(more) > MOST_CHILDREN:
            flaws.append(Flaw(each.line, Wrong.TOO_MANY_CHILDREN, Column.CHILD))
        else:
            lines = (*there.lines, each.line) if there is not None else one.lines
            # What the family said first stands; a later line adds what was not said.
            answers = with_children({**each.answers, **(there.answers if there else {})}, [*children, *more])
            found[one.key] = Family(lines, one.guardian, one.phone, answers)
            first.setdefault(one.key, each.line)
            left += each.left
    return tuple(found.values()), tuple(flaws), dict(left)
