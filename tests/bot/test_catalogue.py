"""The catalogue that is shipped, and its replacement file by file."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue import SHIPPED, load_catalogue
from rules.catalogue import FILES, OWN_WORDS, CatalogueError, Evidence, Route
from rules.languages import LANGUAGES, Words


def shipped_words() -> list[tuple[str, Words]]:
    catalogue = load_catalogue()
    entries: list[Any] = [
        *catalogue.organisations.values(),
        *catalogue.services.values(),
        *catalogue.intake_kinds.values(),
        *catalogue.audiences.values(),
        *catalogue.categories.values(),
        *catalogue.age_bands.values(),
        *catalogue.outcomes.values(),
        *catalogue.hotlines.values(),
        *catalogue.deadlines,
        *catalogue.oblasts.values(),
        *catalogue.countries.values(),
        *catalogue.retention.values(),
    ]
    return [
        (f"{type(entry).__name__}.{field}", words)
        for entry in entries
        for field in entry.__dataclass_fields__
        if isinstance(words := getattr(entry, field), Words)
    ]


def test_the_shipped_catalogue_is_whole() -> None:
    catalogue = load_catalogue()
    assert catalogue.services[OWN_WORDS].name.uk == "Ще не визначено"
    assert catalogue.organisations["luhansk"].prefix == "LUH"
    assert len(catalogue.hromadas) == 37
    assert sum(hromada.recreation_route is Route.HROMADA for hromada in catalogue.hromadas.values()) == 26
    assert len(catalogue.oblasts) == 28
    assert len(catalogue.categories) == 23
    assert list(catalogue.oblasts)[-1] == "abroad"


def test_no_shipped_file_is_unknown_and_none_is_missing() -> None:
    assert sorted(path.name for path in SHIPPED.iterdir()) == sorted(FILES)


def test_every_text_is_ukrainian_in_uk_and_latin_in_en() -> None:
    for where, words in shipped_words():
        assert re.search(r"[а-яіїєґ0-9]", words.uk), where
        assert not re.search(r"[ыэёъА-Яа-яІіЇїЄєҐґ]", words.en), where
        assert not re.search(r"[ыэёъ]", words.uk.lower()), where


def test_no_text_ends_with_a_stop_shouts_or_uses_a_straight_apostrophe() -> None:
    for where, words in shipped_words():
        for language in LANGUAGES:
            assert not re.search(r"[.!…\s]$|^\s|!|'", words[language]), (where, words[language])


def test_an_outcome_finishes_its_sentence() -> None:
    for outcome in load_catalogue().outcomes.values():
        assert outcome.plain.uk[0].islower()
        assert outcome.plain.en[0].islower()


def test_names_fit_on_a_button() -> None:
    catalogue = load_catalogue()
    for service in catalogue.services.values():
        assert all(len(service.name[language]) <= 64 for language in LANGUAGES), service.slug
        assert all(len(service.group[language]) <= 40 for language in LANGUAGES), service.slug
    for outcome in catalogue.outcomes.values():
        assert all(len(outcome.name[language]) <= 30 for language in LANGUAGES), outcome.slug


def test_hours_in_words_name_the_hours_of_the_calendar() -> None:
    for organisation in load_catalogue().organisations.values():
        times = {
            f"{moment.hour}:{moment.minute:02}"
            for spans in organisation.hours.week
            for span in spans
            for moment in (span.opens, span.closes)
        }
        for language in LANGUAGES:
            assert set(re.findall(r"\d+:\d\d", organisation.hours_text[language])) == times


def test_a_law_is_named_with_every_deadline_but_our_own_promises() -> None:
    own = ["BOT_FIRST_REPLY", "CALL_SOON", "CHECK_OTHERS"]
    own += ["TRANSFER_RECEIPT", "OWNER_SILENT", "OWNER_SILENT_CRISIS"]
    assert [rule.id for rule in load_catalogue().deadlines if rule.basis is None] == own


def test_the_deadlines_that_people_are_told_as_law_are_sourced() -> None:
    catalogue = load_catalogue()
    told = {kind.law for kind in catalogue.intake_kinds.values()} - {None}
    assert all(rule.evidence is Evidence.SOURCED for rule in catalogue.deadlines if rule.id in told)


def test_official_codes_are_unique() -> None:
    codes = [service.official_code for service in load_catalogue().services.values() if service.official_code]
    assert len(codes) == len(set(codes))


def test_a_hromada_lies_in_its_raion_and_every_name_leads_to_one_place() -> None:
    names: dict[str, str] = {}
    for hromada in load_catalogue().hromadas.values():
        assert hromada.code[:6] == hromada.raion_code[:6]
        for name in (hromada.name, *hromada.aliases):
            assert names.setdefault(name, hromada.code) == hromada.code


def test_a_file_of_another_folder_replaces_the_shipped_one_and_only_that(tmp_path: Path) -> None:
    own = (SHIPPED / "organisations.toml").read_text(encoding="utf-8").replace("+380 00 000 00 00", "0 800 11 22 33")
    (tmp_path / "organisations.toml").write_text(own, encoding="utf-8")
    (tmp_path / "README.txt").write_text("ours", encoding="utf-8")
    catalogue = load_catalogue(tmp_path)
    assert catalogue.organisations["luhansk"].phone == "0 800 11 22 33"
    assert catalogue.services == load_catalogue().services


def test_faults_in_an_own_list_of_places_show_at_once(tmp_path: Path) -> None:
    rows = (SHIPPED / "places.csv").read_text(encoding="utf-8").replace(",M,Сорокине", ",Q,Сорокине")
    (tmp_path / "places.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"^places\.csv, entry UA44040030010012509, field kind: is 'Q'"):
        load_catalogue(tmp_path)


def test_a_folder_that_does_not_exist_is_named_by_its_variable(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"^CATALOGUE_DIR: is not a folder$"):
        load_catalogue(tmp_path / "nowhere")


def test_a_misspelt_file_is_refused_since_it_would_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "servces.toml").write_text("", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"^servces\.toml: is no file of the catalogue"):
        load_catalogue(tmp_path)


def test_a_file_in_another_encoding_is_refused_without_its_content(tmp_path: Path) -> None:
    (tmp_path / "outcomes.toml").write_bytes("назва".encode("cp1251"))
    with pytest.raises(CatalogueError, match=r"^outcomes\.toml: can't be read as UTF-8 \(UnicodeDecodeError\)$"):
        load_catalogue(tmp_path)


def test_an_error_in_a_replacing_file_names_no_path(tmp_path: Path) -> None:
    (tmp_path / "outcomes.toml").write_text("outcome = 1", encoding="utf-8")
    with pytest.raises(CatalogueError) as refused:
        load_catalogue(tmp_path)
    assert str(tmp_path) not in str(refused.value)
