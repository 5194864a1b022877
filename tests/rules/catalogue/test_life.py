"""The menu of life: how its entries stand on a day, and what is wrong in its file."""

import re
from datetime import date, timedelta

import pytest

from bot.catalogue import SHIPPED, load_catalogue
from rules.catalogue import FILES, CatalogueError, EndKind, Evidence, Standing, parse, standing_of
from rules.catalogue.entries import standing
from rules.catalogue.life import FIRST_AREAS, MOST_BUTTONS
from rules.languages import LANGUAGES

TEXTS = {name: (SHIPPED / name).read_text(encoding="utf-8") for name in FILES}
CATALOGUE = load_catalogue()
LIFE = CATALOGUE.life
FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("evidence", "day", "stands"),
    [
        (Evidence.SOURCED, FIRST - DAY, Standing.NOT_YET),
        (Evidence.SOURCED, FIRST, Standing.OFFERED),
        (Evidence.DEPARTMENT, LAST, Standing.OFFERED),
        (Evidence.SOURCED, LAST + DAY, Standing.ENDED),
        (Evidence.SECONDARY, FIRST, Standing.OFFERED),
        (Evidence.INFERRED, FIRST, Standing.OFFERED),
        (Evidence.REPORTED, FIRST, Standing.UNSURE),
        (Evidence.OPEN, FIRST, Standing.UNSURE),
        (Evidence.OPEN, LAST + DAY, Standing.ENDED),
    ],
)
def test_how_an_entry_stands_on_a_day(evidence: Evidence, day: date, stands: Standing) -> None:
    assert standing(evidence, FIRST, LAST, day) is stands


def test_the_pilot_that_ended_on_the_thirtieth_of_june_has_ended_on_the_first_of_july() -> None:
    end = LIFE.ends["resilience"]
    assert standing_of(end, CATALOGUE.services, date(2026, 6, 30)) is Standing.OFFERED
    assert standing_of(end, CATALOGUE.services, date(2026, 7, 1)) is Standing.ENDED


def test_a_page_stands_by_its_own_evidence_and_not_by_that_of_its_service() -> None:
    page = LIFE.ends["home-lost"]
    assert page.kind is EndKind.CONTACT
    assert standing_of(page, CATALOGUE.services, FIRST) is Standing.UNSURE


def test_the_menu_has_every_part_of_life_that_people_come_with() -> None:
    assert [area.slug for area in LIFE.areas.values()] == [
        "money", "home", "papers", "health", "prosthetics", "goods", "child",
        "heart", "work", "military", "veteran", "return-abroad",
    ]  # fmt: skip
    assert len(LIFE.page(0)) == FIRST_AREAS
    assert (*LIFE.page(0), *LIFE.page(1)) == tuple(LIFE.areas.values())
    assert LIFE.page(999) == LIFE.page(1)


def test_two_buttons_of_one_screen_never_read_alike() -> None:
    for language in LANGUAGES:
        for area in LIFE.areas.values():
            labels = [end.name[language] for end in LIFE.ends_of(area.slug)]
            assert len(labels) == len(set(labels)), area.slug


def test_families_of_the_missing_captured_and_fallen_and_the_hurt_are_nobodys_business() -> None:
    for end in ("relative-missing", "relative-captured", "relative-fallen", "hurt-at-home", "addiction", "talk"):
        assert CATALOGUE.services[LIFE.ends[end].service].sensitive, end


def test_what_is_not_confirmed_is_listed_for_the_operator() -> None:
    listed = {(fact.file, fact.entry) for fact in CATALOGUE.unconfirmed()}
    assert {("services.toml", "housing"), ("services.toml", "military-support"), ("life.toml", "home-lost")} <= listed
    assert ("services.toml", "home-care") not in listed
    assert ("services.toml", "own-words") not in listed, "nobody chooses it"
    assert ("life.toml", "refused") not in listed


AREA = 'slug = "money"\nname'
END = 'slug = "payment-stopped"\narea = "money"'
FAULTS = [
    # file, what stands there, what is put instead, entry, field, a part of the problem
    ("life.toml", "[[area]]", "[[aria]]", "", "aria", "misspelt"),
    ("life.toml", AREA, 'slug = "Гроші"\nname', "Гроші", "slug", "small Latin letters"),
    ("life.toml", AREA, f'slug = "{"m" * 29}"\nname', "m" * 29, "slug", "longer than 28"),
    ("life.toml", "Гроші й виплати", "Г" * 41, "money", "name.uk", "41 characters, 40 at most"),
    ("life.toml", 'service = "inform"', 'service = "informing"', "money", "service", "not in services.toml"),
    ("life.toml", END, 'slug = "payment-stopped"\narea = "muny"', "payment-stopped", "area", "no [[area]]"),
    ("life.toml", 'slug = "payments-ask"', 'slug = "home"', "home", "slug", "name of an area"),
    ("life.toml", 'slug = "payments-ask"', 'slug = "refused"', "refused", "slug", "twice"),
    ("life.toml", 'hotlines = ["1545"]', 'hotlines = ["1544"]', "payment-stopped", "hotlines", "not in hotlines.toml"),
    ("life.toml", "checked = 2026-02-13\n", "", "idp-certificate", "checked", "is missing"),
    ("life.toml", "checked = 2026-02-13", 'checked = "2026"', "idp-certificate", "checked", "a date"),
    ("life.toml", '\nkind = "info"', '\nkind = "contact"', "idp-certificate", "checked", "misspelt"),
    ("life.toml", '\nkind = "service"', '\nkind = "contact"', "payments-ask", "text", "is missing"),
    ("life.toml", '\nkind = "service"', '\nkind = "wish"', "payments-ask", "kind", "not one of"),
    ("life.toml", "Про виплати й пільги", "Про " * 200, "payment-stopped", "text.uk", "320 at most"),
    ("services.toml", 'intake = "consultation"', 'intake = "chat"', "own-words", "intake", "no intake kind"),
    ("services.toml", 'provider = "department"', 'provider = "us"', "own-words", "provider", "not one of department"),
    ("services.toml", 'audiences = ["displaced"', 'audiences = ["dispersed"', "in-kind", "audiences", "no audience"),
    ("services.toml", "valid_to = 2026-06-30", "valid_to = 2022-06-30", "resilience", "valid_to", "lies before"),
]


@pytest.mark.parametrize(("file", "old", "new", "entry", "field", "problem"), FAULTS)
def test_a_fault_is_named_by_file_entry_and_field(
    file: str, old: str, new: str, entry: str, field: str, problem: str
) -> None:
    assert old in TEXTS[file], "the test's own text is gone from the shipped file"
    with pytest.raises(CatalogueError, match=re.escape(problem)) as refused:
        parse(TEXTS | {file: TEXTS[file].replace(old, new, 1)})
    assert (refused.value.file, refused.value.entry, refused.value.field) == (file, entry, field)


def test_a_menu_that_nobody_could_read_to_its_end_is_refused() -> None:
    named = 'name = {{ uk = "{0}", en = "{0}" }}\nservice = "inform"\n'
    area = f'[[area]]\nslug = "a{{0}}"\n{named}'
    end = f'[[end]]\nslug = "e{{0}}"\narea = "{{1}}"\nkind = "service"\n{named}'

    def menu(areas: int, ends: int) -> str:
        each = [area.format(number) for number in range(areas)]
        below = [end.format(f"{number}-{n}", f"a{number}") for number in range(areas) for n in range(ends)]
        return "".join([*each, *below])

    most = FIRST_AREAS + MOST_BUTTONS
    parse(TEXTS | {"life.toml": menu(most, MOST_BUTTONS)})
    for areas, ends, field in ((most + 1, 1, "area"), (1, MOST_BUTTONS + 1, "")):
        with pytest.raises(CatalogueError) as refused:
            parse(TEXTS | {"life.toml": menu(areas, ends)})
        assert (refused.value.file, refused.value.field) == ("life.toml", field)
