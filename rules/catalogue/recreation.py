"""The children's recreation programme in the catalogue: categories in plain words, stays as the law has them, and the
templates from which campaigns are made.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from rules.catalogue.entries import Evidence
from rules.catalogue.reading import CatalogueError, Table
from rules.languages import Words
from rules.pages import find
from rules.recreation.editing import Field, Unread, typed
from rules.recreation.flaws import flaw_in
from rules.recreation.terms import Ages, Signing, StayKind, Terms

FILE = "recreation.toml"
WHOLE_LINES = (Field.ASKS, Field.STAYS, Field.CATEGORIES, Field.PAPERS, Field.RANKING)
"""What a template says in lines, as a supervisor would type them."""
_T = TypeVar("_T")
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class ChildCategory:
    """What a category of audiences.toml means to a parent."""

    code: str
    plain: Words


@dataclass(frozen=True, slots=True)
class LawfulStay:
    """How long a stay of a kind must last at least, by law."""

    kind: StayKind
    name: Words
    least_days: int
    basis: str


@dataclass(frozen=True, slots=True)
class Template:
    """A campaign without its year; `evidence`: how sure we are of categories, weights and documents."""

    slug: str
    evidence: Evidence
    opens: tuple[int, int]
    """Month and day, as `closes`."""
    closes: tuple[int, int]
    lines: Mapping[Field, tuple[str, ...]]
    """What a supervisor would type for a field."""
    name: Words
    basis: str
    order: Words
    ages: Ages
    signing: Signing
    answer_days: int
    four_eyes: bool

    def terms(self, year: int) -> Terms:
        """The terms of a campaign that collects applications in a year."""
        terms = Terms(
            name=self.name,
            basis=self.basis,
            opens=date(year, *self.opens),
            closes=date(year, *self.closes),
            ages=self.ages,
            categories=(),
            asks=(),
            papers=(),
            stays=(),
            shifts=(),
            shifts_made=0,
            signing=self.signing,
            order=self.order,
            order_confirmed=False,
            answer_days=self.answer_days,
            four_eyes=self.four_eyes,
            lot="",
        )
        for field, lines in self.lines.items():
            terms = typed(terms, field, "\n".join(lines), terms.opens)
        return terms


@dataclass(frozen=True, slots=True)
class Recreation:
    """Each by its key, in the file's order."""

    words: tuple[str, ...]
    """Phrases by which somebody is led to the programme; `rules.pages.find` says how."""
    other_words: tuple[str, ...]
    """With any of these it is not meant."""
    children: Mapping[str, ChildCategory]
    stays: Mapping[StayKind, LawfulStay]
    unregistered: tuple[str, ...]
    """Documents, any of which shows a human where an unregistered child belongs."""
    templates: Mapping[str, Template]

    def is_meant(self, text: str) -> bool:
        """Whether somebody's own words are about the programme."""
        return bool(find(text, {"meant": self.words})) and not find(text, {"other": self.other_words})

    @property
    def law(self) -> Mapping[StayKind, int]:
        """The least days of each kind of stay."""
        return {kind: stay.least_days for kind, stay in self.stays.items()}


def read_recreation(data: Mapping[str, Any]) -> Recreation:
    """The whole file; CatalogueError names the entry and the field."""
    root = Table(FILE, "", data)
    recreation = Recreation(
        words=root.texts("words"),
        other_words=root.texts("other_words"),
        children=_keyed(root, "child", _child, lambda each: each.code),
        stays=_keyed(root, "stay", _stay, lambda each: each.kind),
        unregistered=tuple(_each(root, "unregistered", _unregistered)),
        templates=_keyed(root, "template", _template, lambda each: each.slug),
    )
    root.done()
    return recreation


def _each(root: Table, kind: str, read: Callable[[Table], _T]) -> list[_T]:
    found = []
    for table in root.tables(kind):
        found.append(read(table))
        table.done()
    return found


def _keyed(root: Table, kind: str, read: Callable[[Table], _T], key: Callable[[_T], _K]) -> Mapping[_K, _T]:
    entries: dict[_K, _T] = {}
    for entry in _each(root, kind, read):
        if key(entry) in entries:
            raise root.error(kind, f"has '{key(entry)}' twice")
        entries[key(entry)] = entry
    return MappingProxyType(entries)


def _child(table: Table) -> ChildCategory:
    return ChildCategory(table.text("code"), table.words("plain"))


def _stay(table: Table) -> LawfulStay:
    kind = table.choice("kind", StayKind)
    return LawfulStay(kind, table.words("name"), table.whole("least_days", least=1), table.text("basis"))


def _unregistered(table: Table) -> str:
    return table.slug("document")


def _template(table: Table) -> Template:
    lines = {field: table.texts(field.value) for field in WHOLE_LINES}
    return Template(
        slug=table.slug("slug"),
        evidence=table.choice("evidence", Evidence),
        opens=_month_day(table, "opens"),
        closes=_month_day(table, "closes"),
        lines=lines,
        name=table.words("name"),
        basis=table.text("basis"),
        order=table.words("order"),
        ages=Ages(table.whole("least_age"), table.whole("most_age")),
        signing=table.choice("signing", Signing),
        answer_days=table.whole("answer_days", least=1),
        four_eyes=table.flag("four_eyes"),
    )


def _month_day(table: Table, field: str) -> tuple[int, int]:
    text = table.text(field)
    try:
        day = date.fromisoformat(f"2001-{text}")
    except ValueError:
        raise table.error(field, f"is '{text}', not a month and a day like 03-06") from None
    return day.month, day.day


def check_recreation(recreation: Recreation, *, categories: Collection[str], documents: Collection[str]) -> None:
    """What holds across entries; CatalogueError for the first fault."""
    for kind in StayKind:
        if kind not in recreation.stays:
            raise CatalogueError(FILE, kind, "kind", "is missing: how long the law lets such a stay be")
    for code in recreation.children:
        if code not in categories:
            raise CatalogueError(FILE, code, "code", "is no [[category]] of audiences.toml")
    for document in recreation.unregistered:
        if document not in documents:
            raise CatalogueError(FILE, document, "document", "is no [[document]]")
    for template in recreation.templates.values():
        _check_template(template, recreation, documents)


def _check_template(template: Template, recreation: Recreation, documents: Collection[str]) -> None:
    try:
        terms = template.terms(2001)
    except Unread as fault:
        raise CatalogueError(FILE, template.slug, "", f"has a list whose line {fault.line} can't be read") from None
    flaw = flaw_in(terms, categories=recreation.children, documents=documents, law=recreation.law)
    if flaw is not None:
        raise CatalogueError(FILE, template.slug, "", f"can't stand: {flaw}")
