"""From the texts of the catalogue's files to the catalogue, checked within each entry and across files."""

import csv
import io
import tomllib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from rules.catalogue.catalogue import CRISIS, OWN_WORDS, Catalogue
from rules.catalogue.entries import (
    AgeBand,
    Audience,
    Category,
    CountsFrom,
    DeadlineRule,
    Evidence,
    Hotline,
    Hromada,
    IntakeKind,
    Oblast,
    Outcome,
    Retention,
    Route,
    Service,
    Unit,
)
from rules.catalogue.organisations import organisation
from rules.catalogue.reading import CatalogueError, Table
from rules.danger import DangerWords, check_phrase, sounds_dangerous
from rules.languages import Words

SENSITIVE_GROUP = "personal"
NEEDED_RETENTION = ("case", "reading", "draft")
NEEDED_DEADLINES = ("BOT_FIRST_REPLY", "SS_DECIDE_CRISIS")
HROMADAS = "hromadas.csv"
FILES = (
    "organisations.toml",
    "services.toml",
    "intake_kinds.toml",
    "audiences.toml",
    "outcomes.toml",
    "hotlines.toml",
    "deadlines.toml",
    "danger_words.toml",
    "oblasts.toml",
    "retention.toml",
    HROMADAS,
)

_T = TypeVar("_T")
_Tables = Mapping[str, Mapping[str, Any]]


def parse(files: Mapping[str, str]) -> Catalogue:
    """The catalogue from the texts of all FILES by name; CatalogueError names the first fault's place."""
    for name in FILES:
        if name not in files:
            raise CatalogueError(name, "", "", "the file is missing")
    tables = {name: _toml(name, files[name]) for name in FILES if name != HROMADAS}
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
        retention=_entries(tables, "retention.toml", "retention", "slug", _retention),
        danger=_danger(tables["danger_words.toml"]),
    )
    _check_keys(tables)
    _check_together(catalogue)
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
    return Service(
        slug=table.slug("slug"),
        official_code=table.optional_text("official_code"),
        name=table.words("name"),
        official_name=table.optional_text("official_name"),
        group_slug=group,
        group=groups[group],
        sensitive=sensitive,
        evidence=table.choice("evidence", Evidence),
        human_only=table.flag("human_only"),
    )


def _intake_kind(table: Table) -> IntakeKind:
    return IntakeKind(table.slug("slug"), table.words("name"), table.optional_text("law"))


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
        evidence=table.choice("evidence", Evidence),
        families=table.flag("families"),
    )


def _deadline(table: Table) -> DeadlineRule:
    unit = table.choice("unit", Unit)
    rule = DeadlineRule(
        id=table.text("id"),
        what=table.words("what"),
        # No days at all: by the end of the same day. Of anything else at least one must pass.
        amount=table.whole("amount", least=0 if unit is Unit.CALENDAR_DAYS else 1),
        unit=unit,
        counts_from=table.choice("counts_from", CountsFrom, CountsFrom.EVENT),
        basis=table.optional_text("basis"),
        valid_from=table.day("valid_from"),
        valid_to=table.day("valid_to"),
        evidence=table.choice("evidence", Evidence),
    )
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        raise table.error("valid_to", "lies before valid_from")
    return rule


def _oblast(table: Table) -> Oblast:
    return Oblast(table.text("code"), table.words("name"))


def _retention(table: Table) -> Retention:
    return Retention(
        slug=table.slug("slug"),
        days=table.whole("days", least=1),
        what=table.words("what"),
        words=table.words("words"),
        basis=table.optional_text("basis"),
        evidence=table.choice("evidence", Evidence),
    )


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
    known = {"services.toml": {"group", "service"}, "audiences.toml": {"audience", "category", "age_band"}}
    for file, data in tables.items():
        if file == "danger_words.toml":
            continue
        for key in data.keys() - known.get(file, {file.removesuffix(".toml").removesuffix("s")}):
            raise CatalogueError(file, "", key, "is not known here; is it misspelt?")


def _check_together(catalogue: Catalogue) -> None:
    if OWN_WORDS not in catalogue.services:
        raise CatalogueError("services.toml", OWN_WORDS, "slug", "is missing: a case in a person's own words begins so")
    rules = {rule.id for rule in catalogue.deadlines}
    for needed in NEEDED_DEADLINES:
        if needed not in rules:
            raise CatalogueError("deadlines.toml", needed, "id", "is missing")
    for needed in NEEDED_RETENTION:
        if needed not in catalogue.retention:
            raise CatalogueError("retention.toml", needed, "slug", "is missing")
    for kind in catalogue.intake_kinds.values():
        if kind.law is not None and kind.law not in rules:
            raise CatalogueError("intake_kinds.toml", kind.slug, "law", f"is '{kind.law}', not in deadlines.toml")
    _check_danger(catalogue)
    _check_versions(catalogue)
    _check_age_bands(catalogue)


def _check_danger(catalogue: Catalogue) -> None:
    for file, entries in (("services.toml", catalogue.services), ("intake_kinds.toml", catalogue.intake_kinds)):
        if CRISIS not in entries:
            raise CatalogueError(file, CRISIS, "slug", "is missing: a case of danger begins so")
    if not catalogue.outcomes_for(crisis=True):
        raise CatalogueError("outcomes.toml", "", "refusal", "is true for all: a case of danger could never be closed")
    if not catalogue.danger_hotlines():
        raise CatalogueError("hotlines.toml", "", "danger", "is true for no number: somebody in danger would see none")


def _check_versions(catalogue: Catalogue) -> None:
    for index, one in enumerate(catalogue.deadlines):
        for two in catalogue.deadlines[index + 1 :]:
            if one.id == two.id and _overlap(one, two):
                raise CatalogueError("deadlines.toml", one.id, "valid_from", "two versions are in force on one day")


def _overlap(one: DeadlineRule, two: DeadlineRule) -> bool:
    starts = [rule.valid_from for rule in (one, two) if rule.valid_from is not None]
    if not starts:
        return True
    latest = max(starts)
    return all(rule.valid_to is None or latest <= rule.valid_to for rule in (one, two))


def _check_age_bands(catalogue: Catalogue) -> None:
    expected: int | None = 0
    for band in catalogue.age_bands.values():
        if band.from_age != expected:
            raise CatalogueError("audiences.toml", band.slug, "from_age", "bands must follow each other from 0 on")
        expected = None if band.to_age is None else band.to_age + 1
    if expected is not None:
        raise CatalogueError("audiences.toml", "", "to_age", "the last band has none: it is open to the top")
