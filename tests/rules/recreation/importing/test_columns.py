"""Columns of the former form are known by what they are about, however they are called."""

from __future__ import annotations

import pytest

from rules.recreation.importing.columns import REQUIRED, Column, heads_of

C = Column
LONG = "Чи даєте ви згоду на обробку персональних даних дитини та своїх?"


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Позначка часу", C.AT),
        ("Timestamp", C.AT),
        (LONG, C.CONSENT),
        ("ПІБ заявника", C.GUARDIAN),
        ("ПІБ одного з батьків дитини", C.GUARDIAN),
        ("Прізвище, ім'я, по батькові законного представника", C.GUARDIAN),
        ("ПІБ", C.GUARDIAN),
        ("ПІБ дитини", C.CHILD),
        ("Прізвище, ім’я та по батькові дитини (повністю)", C.CHILD),
        ("Контактний номер телефону", C.PHONE),
        ("Телефон дитини", None),
        ("Дата народження дитини", C.BORN),
        ("Дата народження", C.BORN),
        ("Дата народження заявника", None),
        ("Серія та номер свідоцтва про народження", None),
        ("Місце народження", None),
        ("Зареєстроване місце проживання дитини", C.REGISTERED),
        ("Місце реєстрації (до переміщення)", C.REGISTERED),
        ("Дата реєстрації", None),
        ("Фактичне місце проживання", C.LIVES),
        ("Адреса, де живете зараз", C.LIVES),
        ("Категорія дитини (Закон 375-VI, ст. 1)", C.CATEGORIES),
        ("Пільги", C.CATEGORIES),
        ("Оздоровлення чи відпочинок?", C.STAY),
        ("Бажаний період", C.PERIOD),
        ("Коли зручно", C.PERIOD),
        ("Побажання", C.WISHES),
        ("Улюблений колір", None),
        ("", None),
    ],
)
def test_a_heading_means_a_column(heading: str, column: Column | None) -> None:
    assert [head.column for head in heads_of([heading]).known] == ([column] if column else [])


def places(*headings: str) -> list[tuple[int, Column, int]]:
    return [(head.place, head.column, head.child) for head in heads_of(headings).known]


def test_children_are_told_apart_by_their_numbers_or_by_their_order() -> None:
    assert places("ПІБ дитини 1", "Дата народження дитини 1", "ПІБ дитини 2", "Дата народження дитини 2") == [
        (0, C.CHILD, 1), (1, C.BORN, 1), (2, C.CHILD, 2), (3, C.BORN, 2),
    ]  # fmt: skip
    assert places("ПІБ дитини", "Дата народження", "ПІБ дитини", "Дата народження") == [
        (0, C.CHILD, 1), (1, C.BORN, 1), (2, C.CHILD, 2), (3, C.BORN, 2),
    ]  # fmt: skip


def test_what_stands_once_tells_of_every_child_of_the_line() -> None:
    assert places("ПІБ дитини 1", "ПІБ дитини 2", "Категорія", "Місце реєстрації дитини 2")[2:] == [
        (2, C.CATEGORIES, 0), (3, C.REGISTERED, 2),
    ]  # fmt: skip


def test_a_name_in_parts_is_one_child() -> None:
    assert places("Прізвище дитини", "Ім’я дитини", "По батькові дитини", "Прізвище дитини", "Ім’я дитини") == [
        (0, C.CHILD, 1), (1, C.CHILD, 1), (2, C.CHILD, 1), (3, C.CHILD, 2), (4, C.CHILD, 2),
    ]  # fmt: skip


def test_a_second_number_is_left_out_and_said_so() -> None:
    heads = heads_of(["Телефон", "Телефон чоловіка", "ПІБ матері", "ПІБ батька"])
    assert [head.place for head in heads.known] == [0, 2]
    assert heads.unknown == ("Телефон чоловіка", "ПІБ батька")


def test_what_is_missing_is_named() -> None:
    assert heads_of(["Колір"]).missing == REQUIRED
    assert heads_of(["ПІБ заявника", "ПІБ дитини", "Дата народження"]).missing == (C.PHONE,)
