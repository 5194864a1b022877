"""Answers that look as if they were not meant for the person as they stand, and all that only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.suspicion import Oddity, calls_somebody, names_account, oddities

COLLEAGUES = ("Ірина", "Андрій", "Світлана Петренко", "Лев")

ODD = [
    ("Ірино, глянь сюди", Oddity.COLLEAGUE),
    ("Глянь, будь ласка, Андрію", Oddity.COLLEAGUE),
    ("Добрий день. Світлано, чи є ще місця?", Oddity.COLLEAGUE),
    ("Колего, чия це черга?", Oddity.COLLEAGUE),
    ("Колеги! Хто візьме?", Oddity.COLLEAGUE),
    ("Між нами: вона вже зверталася", Oddity.COLLEAGUE),
    ("@iryna_k гляньте", Oddity.COLLEAGUE),
    ("Пишіть на t.me/iryna_k", Oddity.COLLEAGUE),
    ("Напишіть їй: tg://user?id=1", Oddity.COLLEAGUE),
    ("Шановна ____, приходьте", Oddity.BLANK),
    ("Приходьте до […]", Oddity.BLANK),
    ("Приходьте до [...]", Oddity.BLANK),
    ("Приходьте до []", Oddity.BLANK),
    ("Вітаю, [ім’я]", Oddity.BLANK),
    ("Вітаю, {name}", Oddity.BLANK),
    ("Вітаю, <ім’я>", Oddity.BLANK),
    ("Строк – ???", Oddity.BLANK),
    ("Звернення {номер", Oddity.BLANK),
    ("Виплата ХХХ грн", Oddity.BLANK),
    ("Это не к нам", Oddity.RUSSIAN),
    ("объявление", Oddity.RUSSIAN),
    ("Ждём вас", Oddity.RUSSIAN),
    ("ЫЫЫ", Oddity.RUSSIAN),
    ("ghbdsn", Oddity.NOT_CYRILLIC),
    ("Please wait", Oddity.NOT_CYRILLIC),
    ("Bring your papers: https://diia.gov.ua", Oddity.NOT_CYRILLIC),
]
FINE = [
    "Добрий день. Скільки вас у хаті?",
    "Вас зустріне Ірина, чекайте біля входу",
    "Добрий день, Олено!",
    "Левова частка витрат наша",
    "Дякую 🙏❤️",
    "❤",
    "👍🏻",
    "+380 50 123 45 67",
    "12.03 о 9:00",
    "1 234,50",
    "ok",
    "PDF",
    "IBAN UA213223130000026007233566001",
    "https://diia.gov.ua/services/a__b?x={1}",
    "www.msp.gov.ua",
    "diia.gov.ua",
    "info@dszn.gov.ua",
    "Пишіть на info@dszn.gov.ua",
    "Скористайтеся ботом @diia_help_bot",
    "Бот: t.me/diia_help_bot",
    "Адреса: вул. «Объездная», 5",
    "Справді?! Приходьте??",
    "Пункт [1] додатка (а)",
    "Потрібно 3 < 5 і 7 > 2",
    "Так, приходьте завтра",
    "Ні, це не потрібно",
    "Зачекайте…",
    "Документи: 1) паспорт; 2) довідка",
    "Дякую, Олено ;}",
    "Телефон гарячої лінії – 1545",
    "",
]


@pytest.mark.parametrize(("text", "oddity"), ODD)
def test_what_looks_odd_is_found(text: str, oddity: Oddity) -> None:
    assert oddity in oddities(text, reader_language="uk", colleagues=COLLEAGUES, person="Олена Коваленко")


@pytest.mark.parametrize("text", FINE)
def test_what_is_plain_goes_at_once(text: str) -> None:
    assert not oddities(text, reader_language="uk", colleagues=COLLEAGUES, person="Олена Коваленко")


def test_a_person_of_a_colleagues_name_is_spoken_to_by_it() -> None:
    assert not oddities("Ірино, добрий день", reader_language="uk", colleagues=COLLEAGUES, person="Ірина Ткач")
    assert oddities("Ірино, добрий день", reader_language="uk", colleagues=COLLEAGUES, person="Олена Ткач")


@pytest.mark.parametrize("text", ["Это не к нам", "Please wait"])
def test_letters_count_for_ukrainian_readers_only(text: str) -> None:
    assert oddities(text, reader_language="uk")
    assert not oddities(text, reader_language="en")


def test_a_blank_counts_for_everybody() -> None:
    assert oddities("Dear ____", reader_language="en") == {Oddity.BLANK}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Пишіть @Iryna_K", True),
        ("t.me/iryna_k?start=1", True),
        ("tg://resolve?domain=iryna_k", True),
        ("@iryna_kov", False),
        ("iryna_k", False),
        ("mail@iryna_k.ua", False),
    ],
)
def test_an_account_is_named_by_its_name_or_a_link(text: str, named: bool) -> None:
    assert names_account(text, "iryna_k") is named
    assert not names_account(text, None)


@given(st.text(max_size=300))
def test_whatever_is_written_it_is_judged(text: str) -> None:
    found = oddities(text, reader_language="uk", colleagues=COLLEAGUES, person=text)
    if Oddity.NOT_CYRILLIC in found:
        assert Oddity.RUSSIAN not in found, "a Cyrillic letter stands in it"


@given(st.lists(st.sampled_from(FINE), min_size=1, max_size=4))
def test_plain_sentences_one_below_the_other_stay_plain(lines: list[str]) -> None:
    assert not oddities("\n".join(lines), reader_language="uk", colleagues=COLLEAGUES, person="Олена")


@given(st.sampled_from(FINE), st.sampled_from([text for text, oddity in ODD if oddity is not Oddity.NOT_CYRILLIC]))
def test_what_is_odd_stays_odd_beside_plain_words(plain: str, odd: str) -> None:
    assert oddities(f"{plain}\n{odd}", reader_language="uk", colleagues=COLLEAGUES)


@given(st.text(max_size=100))
def test_nobody_is_spoken_to_where_no_name_is_looked_up(text: str) -> None:
    if not calls_somebody(text):
        assert oddities(text, reader_language="en", colleagues=COLLEAGUES) == oddities(text, reader_language="en")
