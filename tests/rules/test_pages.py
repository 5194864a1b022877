"""A page is found by a person's own words, whatever their endings, and is old after 90 days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import SHIPPED, load_catalogue
from rules.catalogue import FILES, CatalogueError, parse
from rules.catalogue.pages import found_in
from rules.pages import HOLDS, MOST_FOUND, find, is_stale, same_word

PAGES = load_catalogue().pages


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Доброго дня, як отримати довідку ВПО?", ["idp-certificate"]),
        ("де взяти ДОВІДКУ переселенця", ["idp-certificate"]),
        ("Загубила довідки, я переселенка", ["idp-certificate"]),
        ("как получить справку переселенца", ["idp-certificate"]),
        ("Скажіть, коли прийде моя посилка", ["parcel"]),
        ("Скільки ще чекати рішення за заявою", ["decision-days"]),
        ("потрібна реабілітація для дитини з інвалідністю", ["child-rehab-how"]),
        ("Син майже не говорить, дитині три роки", ["early-help"]),
        ("ДЦП, шукаємо реабілітацію дитини і раннє втручання", ["child-rehab-how", "early-help"]),
        ("Мені потрібні дрова на зиму", []),
        ("довіряю вам, переселили нас", []),
        ("довідка", []),
        ("", []),
        ("?!", []),
    ],
)
def test_which_pages_words_are_about(text: str, slugs: list[str]) -> None:
    assert sorted(page.slug for page in found_in(text, PAGES)) == sorted(slugs)


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("довідка", "довідку", True),
        ("довідка", "довідок", True),
        ("довідка", "довідками", True),
        ("переселенець", "переселенця", True),
        ("переселенця", "переселенка", True),
        ("довідка", "довіряю", False),
        ("впо", "впоратися", False),
        ("діти", "дітлахи", False),
        ("рішення", "рішенням", True),
        ("посилка", "пост", False),
    ],
)
def test_forms_of_one_word(word: str, other: str, same: bool) -> None:
    assert same_word(word, other) is same


@given(st.text(max_size=300))
def test_whatever_is_written_finds_at_most_two(text: str) -> None:
    found = find(text, {slug: page.words for slug, page in PAGES.items()})
    assert len(found) <= MOST_FOUND
    assert set(found) <= set(PAGES)


def test_every_page_is_found_by_each_of_its_own_phrases() -> None:
    for page in PAGES.values():
        for phrase in page.words:
            assert page in found_in(phrase, {page.slug: page}), phrase


@pytest.mark.parametrize(("days", "stale"), [(0, False), (90, False), (91, True)])
def test_a_page_is_old_after_ninety_days(days: int, stale: bool) -> None:
    day = date(2026, 3, 11)
    assert timedelta(days=90) == HOLDS
    assert is_stale(day - timedelta(days=days), day) is stale


def test_a_page_that_nobody_compared_is_old_from_the_beginning() -> None:
    assert is_stale(None, date(2026, 3, 11))
    assert [page.slug for page in PAGES.values() if page.checked is not None] == [
        "idp-certificate", "parcel", "smartphone", "child-rehab-how",
    ]  # fmt: skip


def test_a_page_of_the_menu_says_what_the_menu_says_and_goes_with_it() -> None:
    texts = {name: (SHIPPED / name).read_text(encoding="utf-8") for name in FILES}
    catalogue = parse(texts)
    assert len(catalogue.pages) == texts["pages.toml"].count("[[page]]"), "each is found"
    assert catalogue.pages["parcel"].text == catalogue.life.ends["parcel"].text
    texts["life.toml"] = texts["life.toml"].replace('slug = "parcel"', 'slug = "package"')
    assert "parcel" not in parse(texts).pages


def test_every_page_names_its_source() -> None:
    for page in PAGES.values():
        assert page.source.uk, page.slug
        assert page.source.en, page.slug


@pytest.mark.parametrize(
    ("there", "instead", "problem"),
    [
        ('words = ["хаб",', 'wrds = ["хаб",', "misspelt|is missing"),
        ('url = "https://', 'url = "http://', "does not begin with https"),
        ('uk = "Центр допоможе будь-де"', f'uk = "{"ц" * 37}"', "more than 36"),
    ],
)
def test_a_fault_in_the_file_is_named(there: str, instead: str, problem: str) -> None:
    texts = {name: (SHIPPED / name).read_text(encoding="utf-8") for name in FILES}
    assert there in texts["pages.toml"]
    texts["pages.toml"] = texts["pages.toml"].replace(there, instead)
    with pytest.raises(CatalogueError, match=problem):
        parse(texts)
