"""From the texts of the catalogue's files to the catalogue, checked within each entry and across files."""

import tomllib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from rules.catalogue.awaited import FILE as AWAITED_FILE
from rules.catalogue.awaited import read_awaited
from rules.catalogue.broadcasts import FILE as BROADCASTS_FILE
from rules.catalogue.broadcasts import read_broadcast
from rules.catalogue.canned import FILE as CANNED_FILE
from rules.catalogue.canned import read_canned
from rules.catalogue.catalogue import Catalogue
from rules.catalogue.checking import check_together
from rules.catalogue.decisions import read_reading_reason, read_refusal, read_tag
from rules.catalogue.documents import FILE as DOCUMENTS_FILE
from rules.catalogue.documents import read_checklist, read_document
from rules.catalogue.entries import (
    AgeBand,
    Audience,
    CaseMoment,
    Category,
    Country,
    CountsFrom,
    DeadlineRule,
    Evidence,
    Hotline,
    IntakeKind,
    Oblast,
    Outcome,
    Provider,
    Purpose,
    Retention,
    Service,
    Unit,
)
from rules.catalogue.hromadas import FILE as HROMADAS
from rules.catalogue.hromadas import read_hromadas
from rules.catalogue.ladders import FILE as LADDERS_FILE
from rules.catalogue.ladders import read_ladder
from rules.catalogue.life import FILE as LIFE_FILE
from rules.catalogue.life import Life, read_area, read_end
from rules.catalogue.organisations import organisation
from rules.catalogue.pages import FILE as PAGES_FILE
from rules.catalogue.pages import read_page, whole_pages
from rules.catalogue.places import OTHER_NAMES, PLACES, Places, other_names
from rules.catalogue.reading import CatalogueError, Table
from rules.catalogue.recreation import FILE as RECREATION_FILE
from rules.catalogue.recreation import read_recreation
from rules.catalogue.tries import FILE as TRIES_FILE
from rules.catalogue.tries import read_tries
from rules.danger import DangerWords, check_phrase, sounds_dangerous
from rules.languages import Words
from rules.thanks import ThanksWords, is_only_thanks

SENSITIVE_GROUP = "personal"
WORD_LISTS = frozenset({"danger_words.toml", "thanks_words.toml"})
FILES = (
    "organisations.toml",
    "services.toml",
    "intake_kinds.toml",
    "audiences.toml",
    "outcomes.toml",
    "refusals.toml",
    "tags.toml",
    "reading_reasons.toml",
    "hotlines.toml",
    "deadlines.toml",
    "danger_words.toml",
    "thanks_words.toml",
    "purposes.toml",
    "oblasts.toml",
    "retention.toml",
    "countries.toml",
    LADDERS_FILE,
    LIFE_FILE,
    CANNED_FILE,
    DOCUMENTS_FILE,
    PAGES_FILE,
    AWAITED_FILE,
    TRIES_FILE,
    RECREATION_FILE,
    BROADCASTS_FILE,
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
    ends = _entries(tables, LIFE_FILE, "end", "slug", read_end)
    catalogue = Catalogue(
        organisations=_entries(tables, "organisations.toml", "organisation", "slug", organisation),
        services=_services(tables),
        intake_kinds=_entries(tables, "intake_kinds.toml", "intake_kind", "slug", _intake_kind),
        audiences=_entries(tables, "audiences.toml", "audience", "slug", _audience),
        categories=_entries(tables, "audiences.toml", "category", "code", _category),
        age_bands=_entries(tables, "audiences.toml", "age_band", "slug", _age_band),
        outcomes=_entries(tables, "outcomes.toml", "outcome", "slug", _outcome),
        refusals=_entries(tables, "refusals.toml", "refusal", "code", read_refusal),
        tags=_entries(tables, "tags.toml", "tag", "slug", read_tag),
        importance_reasons=_entries(tables, "tags.toml", "importance_reason", "slug", read_tag),
        reading_reasons=_entries(tables, "reading_reasons.toml", "reading_reason", "slug", read_reading_reason),
        hotlines=_entries(tables, "hotlines.toml", "hotline", "number", _hotline),
        deadlines=tuple(_list(tables, "deadlines.toml", "deadline", "id", _deadline)),
        hromadas=read_hromadas(files[HROMADAS]),
        oblasts=_entries(tables, "oblasts.toml", "oblast", "code", _oblast),
        countries=_entries(tables, "countries.toml", "country", "code", _country),
        places=Places(files[PLACES], other_names(files[OTHER_NAMES])),
        retention=_entries(tables, "retention.toml", "retention", "slug", _retention),
        danger=_danger(tables["danger_words.toml"]),
        life=Life(
            _entries(tables, LIFE_FILE, "area", "slug", read_area),
            ends,
        ),
        thanks=_thanks(tables["thanks_words.toml"]),
        purposes=_entries(tables, "purposes.toml", "purpose", "slug", _purpose),
        canned=_entries(tables, CANNED_FILE, "canned", "slug", read_canned),
        documents=_entries(tables, DOCUMENTS_FILE, "document", "slug", read_document),
        checklists=_entries(tables, DOCUMENTS_FILE, "checklist", "service", read_checklist),
        pages=MappingProxyType(whole_pages(_entries(tables, PAGES_FILE, "page", "slug", read_page), ends)),
        reasons=MappingProxyType(dict(_list(tables, "deadlines.toml", "reason", "slug", _reason))),
        ladders=_entries(tables, LADDERS_FILE, "reminder", "kind", read_ladder),
        awaited=_entries(tables, AWAITED_FILE, "awaited", "matter", read_awaited),
        tries=_entries(tables, TRIES_FILE, "call", "kind", read_tries),
        recreation=read_recreation(tables[RECREATION_FILE]),
        broadcasts=_entries(tables, BROADCASTS_FILE, "broadcast", "slug", read_broadcast),
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
    return Audience(table.slug("slug"), table.words("name"), table.flag("first_by_law"))


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
        starts=table.choice("starts", CaseMoment) if table.has("starts") else None,
        met_by=table.choice("met_by", CaseMoment) if table.has("met_by") else None,
        kinds=table.texts("kinds"),
        pause=table.optional_text("pause"),
        extends_to=table.optional_text("extends_to"),
    )


def _reason(table: Table) -> tuple[str, Words]:
    return table.slug("slug"), table.words("words")


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


def _check_keys(tables: _Tables) -> None:
    known = {
        "services.toml": {"group", "service"},
        "audiences.toml": {"audience", "category", "age_band"},
        "countries.toml": {"country"},
        "tags.toml": {"tag", "importance_reason"},
        "deadlines.toml": {"deadline", "reason"},
        LIFE_FILE: {"area", "end"},
        DOCUMENTS_FILE: {"document", "checklist"},
        RECREATION_FILE: {"words", "other_words", "child", "stay", "unregistered", "template"},
    }
    for file, data in tables.items():
        if file in WORD_LISTS:
            continue
        for key in data.keys() - known.get(file, {file.removesuffix(".toml").removesuffix("s")}):
            raise CatalogueError(file, "", key, "is not known here; is it misspelt?")
