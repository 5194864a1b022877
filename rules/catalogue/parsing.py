"""From the texts of the catalogue's files to the catalogue, checked within each entry and across files."""

import csv
import io
import tomllib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from rules.catalogue.catalogue import Catalogue
from rules.catalogue.checking import check_together
from rules.catalogue.entries import (
    AgeBand,
    Audience,
    Category,
    Country,
    CountsFrom,
    DeadlineRule,
    Evidence,
    Hotline,
    Hromada,
    IntakeKind,
    Oblast,
    Outcome,
    Provider,
    Purpose,
    Retention,
    Route,
    Service,
    Unit,
)
from rules.catalogue.life import FILE as LIFE_FILE
from rules.catalogue.life import Life, read_area, read_end
from rules.catalogue.organisations import organisation
from rules.catalogue.places import OTHER_NAMES, PLACES, Places, other_names
from rules.catalogue.reading import CatalogueError, Table
from rules.danger import DangerWords, check_phrase, sounds_dangerous
from rules.languages import Words
from rules.thanks import ThanksWords, is_only_thanks

SENSITIVE_GROUP = "personal"
HROMADAS = "hromadas.csv"
WORD_LISTS = frozenset({"danger_words.toml", "thanks_words.toml"})
FILES = (
    "organisations.toml",
    "services.toml",
    "intake_kinds.toml",
    "audiences.toml",
    "outcomes.toml",
    "hotlines.toml",
    "deadlines.toml",
    "danger_words.toml",
    "thanks_words.toml",
    "purposes.toml",
    "oblasts.toml",
    "retention.toml",
    "countries.toml",
    LIFE_FILE,
    HROMADAS,
    PLACES,
    OTHER_NAMES,
)

_T = TypeVar("_T")
_Tables = Mapping[str, Mapping[str, Any]]


def parse(files: Mapping[str, str]) -> Catalogue:
    """The catalogue from the texts of all FILES by name; CatalogueError names the first fault's place."""
    for name in FILES:
        if name not in files:
            raise CatalogueError(name, "", "", "the file is missing")
    tables = {name: _toml(name, files[name]) for name in FILES if name.endswith(".toml")}
    catalogue = Catalogue(
        organisations=_entries(tables, "organisations.toml", "organisation", "slug", organisation),
        services=_services(tables),
        intake_kinds=_entries(tables, "intake_kinds.toml", "intake_kind", "slug", _intake_kind),
        audiences=_entries(tables, "audiences.toml", "audience", "slug", _audience),
        categories=_entries(tables, "audiences.toml", "category", "code", _category),
        age_bands=_entries(tables, "audiences.toml", "age_band", "slug", _age_band),
        outcomes=_entries(tables, "outcomes.toml", "outcome", "slug", _outcome),
        hotlines=_entries(tables, "hotlines.toml", "hotline", "number", _hotline),
        deadlines=tuple(_list(tables, "deadlines.toml", "deadline", "id", _deadline)),
        hromadas=_hromadas(files[HROMADAS]),
        oblasts=_entries(tables, "oblasts.toml", "oblast", "code", _oblast),
        countries=_entries(tables, "countries.toml", "country", "code", _country),
        places=Places(files[PLACES], other_names(files[OTHER_NAMES])),
        retention=_entries(tables, "retention.toml", "retention", "slug", _retention),
        danger=_danger(tables["danger_words.toml"]),
        life=Life(
            _entries(tables, LIFE_FILE, "area", "slug", read_area),
            _entries(tables, LIFE_FILE, "end", "slug", read_end),
        ),
        thanks=_thanks(tables["thanks_words.toml"]),
        purposes=_entries(tables, "purposes.toml", "purpose", "slug", _purpose),
    )
    _check_keys(tables)
    check_together(catalogue)
    return catalogue


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(name, "", "", f"is not TOML: {error}") from None


def _list(tables: _Tables, file: str, kind: str, key: str, build: Callable[[Table], _T]) -> list[_T]:
    rows = tables[file].get(kind)
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise CatalogueError(file, "", kind, f"is missing: at least one [[{kind}]]")
    built = []
    for number, row in enumerate(rows, start=1):
        name = row.get(key)
        table = Table(file, name if isinstance(name, str) and name else f"{kind} {number}", row)
        built.append(build(table))
        table.done()
    return built


def _entries(tables: _Tables, file: str, kind: str, key: str, build: Callable[[Table], _T]) -> Mapping[str, _T]:
    entries: dict[str, _T] = {}
    for entry in _list(tables, file, kind, key, build):
        name = getattr(entry, key)
        if name in entries:
            raise CatalogueError(file, name, key, "stands twice")
        entries[name] = entry
    return MappingProxyType(entries)


def _services(tables: _Tables) -> Mapping[str, Service]:
    file = "services.toml"
    groups = dict(_list(tables, file, "group", "slug", lambda table: (table.slug("slug"), table.words("name"))))
    return _entries(tables, file, "service", "slug", lambda table: _service(table, groups))


def _service(table: Table, groups: Mapping[str, Words]) -> Service:
    group = table.text("group")
    if group not in groups:
        raise table.error("group", f"is '{group}', which is no [[group]]")
    sensitive = table.flag("sensitive")
    if sensitive != (group == SENSITIVE_GROUP):
        raise table.error("sensitive", f"is true for services of the group '{SENSITIVE_GROUP}', and for no others")
    valid_from, valid_to = table.span("valid_from", "valid_to")
    return Service(
        slug=table.slug("slug"),
        official_code=table.optional_text("official_code"),
        name=table.words("name"),
        official_name=table.optional_text("official_name"),
        group_slug=group,
        group=groups[group],
        sensitive=sensitive,
        plain=table.words("plain"),
        asked=table.words("asked"),
        audiences=table.texts("audiences"),
        intake=table.text("intake"),
        provider=table.choice("provider", Provider),
        valid_from=valid_from,
        valid_to=valid_to,
        evidence=table.choice("evidence", Evidence),
        human_only=table.flag("human_only"),
    )


def _intake_kind(table: Table) -> IntakeKind:
    kind = IntakeKind(
        slug=table.slug("slug"),
        name=table.words("name"),
        law=table.optional_text("law"),
        decides=table.words("decides") if table.has("decides") else None,
        check=table.optional_text("check"),
    )
    if kind.decides is not None and kind.law is not None:
        raise table.error("law", "is our own deadline, but somebody else decides")
    if (kind.decides is None) != (kind.check is None):
        raise table.error("check", "stands together with decides: who decides, and by when we look")
    return kind


def _audience(table: Table) -> Audience:
    return Audience(table.slug("slug"), table.words("name"))


def _category(table: Table) -> Category:
    return Category(table.text("code"), table.words("name"), table.choice("evidence", Evidence))


def _age_band(table: Table) -> AgeBand:
    return AgeBand(table.slug("slug"), table.words("name"), table.whole("from_age"), table.optional_whole("to_age"))


def _outcome(table: Table) -> Outcome:
    return Outcome(table.slug("slug"), table.words("name"), table.words("plain"), table.flag("refusal"))


def _hotline(table: Table) -> Hotline:
    return Hotline(
        number=table.text("number"),
        name=table.words("name"),
        when=table.words("when"),
        danger=table.flag("danger"),
        verified_on=table.day("verified_on"),
        source=table.text("source"),
        evidence=table.choice("evidence", Evidence),
        families=table.flag("families"),
    )


def _deadline(table: Table) -> DeadlineRule:
    unit = table.choice("unit", Unit)
    valid_from, valid_to = table.span("valid_from", "valid_to")
    return DeadlineRule(
        id=table.text("id"),
        what=table.words("what"),
        # No days at all: by the end of the same day. Of anything else at least one must pass.
        amount=table.whole("amount", least=0 if unit is Unit.CALENDAR_DAYS else 1),
        unit=unit,
        counts_from=table.choice("counts_from", CountsFrom, CountsFrom.EVENT),
        basis=table.optional_text("basis"),
        valid_from=valid_from,
        valid_to=valid_to,
        evidence=table.choice("evidence", Evidence),
    )


def _oblast(table: Table) -> Oblast:
    return Oblast(table.text("code"), table.words("name"))


def _country(table: Table) -> Country:
    return Country(table.text("code"), table.words("name"))


def _retention(table: Table) -> Retention:
    return Retention(
        slug=table.slug("slug"),
        days=table.whole("days", least=1),
        what=table.words("what"),
        words=table.words("words"),
        basis=table.optional_text("basis"),
        evidence=table.choice("evidence", Evidence),
    )


def _purpose(table: Table) -> Purpose:
    return Purpose(
        slug=table.slug("slug"),
        what=table.words("what"),
        ground=table.words("ground"),
        basis=table.words("basis"),
        evidence=table.choice("evidence", Evidence),
    )


def _thanks(data: Mapping[str, Any]) -> ThanksWords:
    table = Table("thanks_words.toml", "", data)
    words = ThanksWords(table.texts("thanks"), table.texts("beside"), table.text("signs"))
    table.done()
    if not words.thanks:
        raise table.error("thanks", "is missing")
    # As with danger: the first look is the slow one.
    is_only_thanks("", words)
    return words


def _danger(data: Mapping[str, Any]) -> DangerWords:
    table = Table("danger_words.toml", "", data)
    read = {}
    for field in ("phrases", "innocent"):
        read[field] = table.texts(field)
        for phrase in read[field]:
            if problem := check_phrase(phrase):
                raise CatalogueError(table.file, phrase, field, problem)
    table.done()
    if not read["phrases"]:
        raise table.error("phrases", "is missing")
    words = DangerWords(**read)
    # Compiling some hundred phrases takes a moment: now, not while the first person waits.
    sounds_dangerous("", words)
    return words


def _hromadas(text: str) -> Mapping[str, Hromada]:
    columns = ["code", "name", "raion_code", "raion", "recreation_route", "aliases"]
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), restkey="too much")
    if reader.fieldnames != columns:
        raise CatalogueError(HROMADAS, "", "", f"its first line is not {','.join(columns)}")
    hromadas: dict[str, Hromada] = {}
    for number, row in enumerate(reader, start=2):
        table = Table(HROMADAS, row["code"] or f"line {number}", row)
        if "too much" in row or None in row.values():
            raise table.error("", "has not as many values as columns")
        hromada = Hromada(
            code=table.katottg("code"),
            name=table.text("name"),
            raion=table.text("raion"),
            raion_code=table.katottg("raion_code"),
            aliases=tuple(filter(None, (alias.strip() for alias in (row["aliases"] or "").split("|")))),
            recreation_route=table.choice("recreation_route", Route),
        )
        if hromada.code in hromadas:
            raise table.error("code", "stands twice")
        hromadas[hromada.code] = hromada
    if not hromadas:
        raise CatalogueError(HROMADAS, "", "", "has no hromada")
    return MappingProxyType(hromadas)


def _check_keys(tables: _Tables) -> None:
    known = {
        "services.toml": {"group", "service"},
        "audiences.toml": {"audience", "category", "age_band"},
        "countries.toml": {"country"},
        LIFE_FILE: {"area", "end"},
    }
    for file, data in tables.items():
        if file in WORD_LISTS:
            continue
        for key in data.keys() - known.get(file, {file.removesuffix(".toml").removesuffix("s")}):
            raise CatalogueError(file, "", key, "is not known here; is it misspelt?")
